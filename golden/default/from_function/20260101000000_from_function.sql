-- from_function: ~1 table, +1 function, -1 function
--   hazards   breaks-clients  function public.seed() is dropped
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.seed(integer)
create or replace function public.seed(step integer) returns integer
  language sql
  as $$ select step $$;

-- table public.t
alter table public.t alter column a set default public.seed(2);

-- function public.seed()
drop function if exists public.seed();

-- rollback: set lock_timeout = '5s';
-- rollback: set check_function_bodies = off;
-- rollback:
-- rollback: -- function public.seed()
-- rollback: create or replace function public.seed() returns integer
-- rollback:   language sql
-- rollback:   as $$ select 1 $$;
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t alter column a set default public.seed();
-- rollback:
-- rollback: -- function public.seed(integer)
-- rollback: drop function if exists public.seed(integer);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
