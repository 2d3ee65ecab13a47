-- set_validator: ~2 foreign-data wrappers
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- foreign-data wrapper v
alter foreign data wrapper v no validator;

-- foreign-data wrapper w
alter foreign data wrapper w validator f.check_options;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- foreign-data wrapper v
-- rollback: alter foreign data wrapper v validator f.check_options;
-- rollback:
-- rollback: -- foreign-data wrapper w
-- rollback: alter foreign data wrapper w no validator;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
