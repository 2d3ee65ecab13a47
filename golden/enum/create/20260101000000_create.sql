-- create: +1 enum
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- enum public.mood
do $$ begin
  if to_regtype('public.mood') is null then
    create type public.mood as enum ('low', 'high');
  end if;
end $$;
comment on type public.mood is 'How it goes';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- enum public.mood
-- rollback: drop type if exists public.mood;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
