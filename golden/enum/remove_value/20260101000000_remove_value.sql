-- remove_value: ~1 enum
--   hazards   data-loss  type public.mood loses the label 'middle': fails where a row holds it
--             rewrite    table public.days is written anew, neither read nor written by others, while type public.mood is altered
--   locks     public.days  access exclusive, for the length of a rewrite
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- enum public.mood
-- the type is swapped, for PostgreSQL cannot drop a label: fails if a row holds 'middle'
do $$ begin
  if exists (select from pg_enum where enumtypid = 'public.mood'::regtype and enumlabel = 'middle') then
    alter type public.mood rename to mood__old;
    create type public.mood as enum ('low', 'high');
    alter table public.days
      alter column mood drop default,
      alter column mood type public.mood using mood::text::public.mood,
      alter column mood set default 'low';
    drop type public.mood__old;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- enum public.mood
-- rollback: alter type public.mood add value if not exists 'middle' before 'high';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
