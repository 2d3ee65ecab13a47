-- identity_comes_back: -1 table
--   hazards   data-loss  table public.t is dropped
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
drop table if exists public.t;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- sequence public.t_s_seq
-- rollback: create sequence if not exists public.t_s_seq as integer;
-- rollback: revoke usage on sequence public.t_s_seq from reader;
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the rows that public.t had do not come back
-- rollback: create table if not exists public.t (
-- rollback:   id integer generated always as identity,
-- rollback:   s  integer not null default nextval('public.t_s_seq'::regclass)
-- rollback: );
-- rollback:
-- rollback: -- privileges on public.t_id_seq, public.t
-- rollback: revoke usage on sequence public.t_id_seq from reader;
-- rollback: revoke select on public.t from reader;
-- rollback:
-- rollback: -- sequence public.t_s_seq
-- rollback: alter sequence public.t_s_seq owned by public.t.s;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
