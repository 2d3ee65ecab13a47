-- comment: +1 table, ~1 table, ~1 domain
--   hazards   may-fail  column public.t.b is NOT NULL without a default: fails where the table has rows
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- comments on domain public.d
comment on constraint d_not_null on domain public.d is 'of a domain';

-- table public.t
alter table public.t add column if not exists b integer not null;
comment on constraint t_a_not_null on public.t is 'who has no a has nothing';
comment on constraint t_b_not_null on public.t is 'of a new column';

-- table public.u
create table if not exists public.u (
  a integer constraint here not null
);
comment on constraint here on public.u is 'of a new table';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.u
-- rollback: -- LOST: the rows of public.u
-- rollback: drop table if exists public.u;
-- rollback:
-- rollback: -- comments on public.d, public.t
-- rollback: comment on constraint d_not_null on domain public.d is null;
-- rollback: comment on constraint t_a_not_null on public.t is null;
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values of public.t.b
-- rollback: alter table public.t drop column if exists b;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
