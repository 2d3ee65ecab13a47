-- base_type: ~1 table, ~1 domain
--   hazards   data-loss  column public.t.c is made anew: what is in it is lost
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t drop column if exists c;

-- domain public.code
drop domain if exists public.code;
do $$ begin
  if to_regtype('public.code') is null then
    create domain public.code as text;
  end if;
end $$;

-- table public.t
alter table public.t add column if not exists c public.code;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values of public.t.c
-- rollback: alter table public.t drop column if exists c;
-- rollback:
-- rollback: -- domain public.code
-- rollback: drop domain if exists public.code;
-- rollback: do $$ begin
-- rollback:   if to_regtype('public.code') is null then
-- rollback:     create domain public.code as varchar(10);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table public.t
-- rollback: -- LOST: the values that public.t.c had do not come back
-- rollback: alter table public.t add column if not exists c public.code;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
