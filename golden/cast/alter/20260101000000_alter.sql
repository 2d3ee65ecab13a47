-- alter: ~1 cast, -1 cast
--   hazards   breaks-clients  cast (character varying as public.mood) is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- cast (character varying as public.mood)
drop cast if exists (character varying as public.mood);

-- cast (public.mood as integer)
drop cast if exists (public.mood as integer);
do $$ begin
  if not exists (select from pg_cast where castsource = to_regtype('public.mood') and casttarget = to_regtype('integer')) then
    create cast (public.mood as integer) with function public.mood_rank(public.mood) as implicit;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- cast (public.mood as integer)
-- rollback: drop cast if exists (public.mood as integer);
-- rollback:
-- rollback: -- cast (character varying as public.mood)
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_cast where castsource = to_regtype('character varying') and casttarget = to_regtype('public.mood')) then
-- rollback:     create cast (character varying as public.mood) with inout as implicit;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- cast (public.mood as integer)
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_cast where castsource = to_regtype('public.mood') and casttarget = to_regtype('integer')) then
-- rollback:     create cast (public.mood as integer) with function public.mood_rank(public.mood);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
