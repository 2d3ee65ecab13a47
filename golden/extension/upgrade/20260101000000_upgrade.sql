-- upgrade: ~1 extension
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- extension pg_trgm
alter extension pg_trgm update to '1.6';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- extension pg_trgm
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_extension where extname = 'pg_trgm' and extversion <> '1.5') then
-- rollback:     drop extension pg_trgm;
-- rollback:     create extension if not exists pg_trgm version '1.5';
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
