-- create: +4 functions, +1 language
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.pl_call()
create or replace function public.pl_call() returns language_handler
  language c
  as '$libdir/plpgsql', 'plpgsql_call_handler';

-- function public.pl_check(oid)
create or replace function public.pl_check(oid) returns void
  language c
  as '$libdir/plpgsql', 'plpgsql_validator';

-- function public.pl_inline(internal)
create or replace function public.pl_inline(internal) returns void
  language c
  as '$libdir/plpgsql', 'plpgsql_inline_handler';

-- language plmine
create or replace trusted language plmine handler public.pl_call inline public.pl_inline validator public.pl_check;
grant all on language plmine to app_reader;
revoke all on language plmine from public;
comment on language plmine is 'PL/pgSQL by another name';

-- function public.two()
create or replace function public.two() returns integer
  language plmine
  as $$begin return 2; end$$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- function public.two()
-- rollback: drop function if exists public.two();
-- rollback:
-- rollback: -- language plmine
-- rollback: drop language if exists plmine;
-- rollback:
-- rollback: -- function public.pl_call()
-- rollback: drop function if exists public.pl_call();
-- rollback:
-- rollback: -- function public.pl_check(oid)
-- rollback: drop function if exists public.pl_check(oid);
-- rollback:
-- rollback: -- function public.pl_inline(internal)
-- rollback: drop function if exists public.pl_inline(internal);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
