-- create: +2 tables, +1 sequence
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- sequence public.t_c_seq
create sequence if not exists public.t_c_seq as integer;

-- table public.copy
create table if not exists public.copy (
  id integer constraint t_key not null,
  a  integer constraint t_a_not_null not null,
  b  integer constraint b_is_there not null no inherit,
  c  integer constraint t_c_not_null not null,
  d  integer constraint d_is_there not null,
  e  integer constraint e_counts not null,
  constraint later check (a > 0)
);

-- table public.t
create table if not exists public.t (
  id integer constraint t_key not null primary key,
  a  integer constraint t_a_not_null not null,
  b  integer constraint b_is_there not null no inherit,
  c  integer constraint t_c_not_null not null default nextval('public.t_c_seq'::regclass),
  d  integer constraint d_is_there not null,
  e  integer constraint e_counts not null generated always as identity
);

-- sequence public.t_c_seq
alter sequence public.t_c_seq owned by public.t.c;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.copy
-- rollback: -- LOST: the rows of public.copy
-- rollback: drop table if exists public.copy;
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
