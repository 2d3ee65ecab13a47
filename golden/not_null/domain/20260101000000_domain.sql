-- domain: +1 domain, ~3 domains
--   hazards   may-fail  domain public.b becomes NOT NULL
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 18
set lock_timeout = '5s';

-- domain public.a
do $$ begin
  if exists (select from pg_constraint where contypid = 'public.a'::regtype and conname = 'old_name' and contype = 'n')
     and not exists (select from pg_constraint where contypid = 'public.a'::regtype and conname = 'a_not_null' and contype = 'n') then
    alter domain public.a rename constraint old_name to a_not_null;
  end if;
end $$;

-- domain public.b
do $$ begin
  if not exists (select from pg_constraint where contypid = 'public.b'::regtype and conname = 'b_said' and contype = 'n') then
    alter domain public.b add constraint b_said not null;
  end if;
end $$;

-- domain public.c
alter domain public.c drop not null;

-- domain public.d
do $$ begin
  if to_regtype('public.d') is null then
    create domain public.d as text constraint d_said not null;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- domain public.d
-- rollback: drop domain if exists public.d;
-- rollback:
-- rollback: -- domain public.a
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where contypid = 'public.a'::regtype and conname = 'a_not_null' and contype = 'n')
-- rollback:      and not exists (select from pg_constraint where contypid = 'public.a'::regtype and conname = 'old_name' and contype = 'n') then
-- rollback:     alter domain public.a rename constraint a_not_null to old_name;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- domain public.b
-- rollback: alter domain public.b drop not null;
-- rollback:
-- rollback: -- domain public.c
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where contypid = 'public.c'::regtype and conname = 'c_said' and contype = 'n') then
-- rollback:     alter domain public.c add constraint c_said not null;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
