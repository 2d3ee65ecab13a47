-- attach: ~1 table
--   hazards   locks-reads  table public.events_2025 is read through, neither read nor written by others, while table public.events_2025 is altered
--   locks     public.events       share update exclusive, short
--             public.events_2025  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.events_2025
do $$ begin
  if not exists (select from pg_inherits where inhrelid = 'public.events_2025'::regclass and inhparent = 'public.events'::regclass) then
    alter table public.events attach partition public.events_2025 for values from ('2025-01-01') to ('2026-01-01');
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.events_2025
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_inherits where inhrelid = to_regclass('public.events_2025') and inhparent = to_regclass('public.events')) then
-- rollback:     alter table public.events detach partition public.events_2025;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
