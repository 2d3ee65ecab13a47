-- owner_and_comment: ~1 schema
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema billing
alter schema billing owner to app_owner;
comment on schema billing is 'Money';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- comments on schema billing
-- rollback: comment on schema billing is null;
-- rollback:
-- rollback: -- schema billing
-- rollback: alter schema billing owner to postgres;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
