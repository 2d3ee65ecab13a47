-- serial: +1 table, +3 sequences
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- sequence public.t_big_seq
create sequence if not exists public.t_big_seq;

-- sequence public.t_id_seq
create sequence if not exists public.t_id_seq as integer;

-- sequence public.t_small_seq
create sequence if not exists public.t_small_seq as smallint;

-- table public.t
create table if not exists public.t (
  id    integer default nextval('public.t_id_seq'::regclass) primary key,
  big   bigint not null default nextval('public.t_big_seq'::regclass),
  small smallint not null default nextval('public.t_small_seq'::regclass)
);

-- sequence public.t_big_seq
alter sequence public.t_big_seq owned by public.t.big;

-- sequence public.t_id_seq
alter sequence public.t_id_seq owned by public.t.id;

-- sequence public.t_small_seq
alter sequence public.t_small_seq owned by public.t.small;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows of public.t
-- rollback: drop table if exists public.t;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
