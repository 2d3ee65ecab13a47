-- realtime_member: ~1 publication
--   locks     public.messages  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17; not: roles and memberships
set lock_timeout = '5s';

-- publication supabase_realtime
do $$ begin
  if not exists (select from pg_publication_rel where prpubid = (select oid from pg_publication where pubname = 'supabase_realtime') and prrelid = to_regclass('public.messages')) then
    alter publication supabase_realtime add table public.messages;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- publication supabase_realtime
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_publication_rel where prpubid = (select oid from pg_publication where pubname = 'supabase_realtime') and prrelid = to_regclass('public.messages')) then
-- rollback:     alter publication supabase_realtime drop table public.messages;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
