-- drop: -1 foreign-data wrapper, -2 servers, -2 user mappings
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- user mapping of app_reader on server plain
drop user mapping if exists for app_reader server plain;

-- server plain
drop server if exists plain;

-- user mapping of PUBLIC on server s
drop user mapping if exists for public server s;

-- server s
drop server if exists s;

-- foreign-data wrapper w
drop foreign data wrapper if exists w;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- foreign-data wrapper w
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_foreign_data_wrapper where fdwname = 'w') then
-- rollback:     create foreign data wrapper w validator f.check_options options (mode 'a', "user" 'x''y');
-- rollback:   end if;
-- rollback: end $$;
-- rollback: grant all on foreign data wrapper w to app_reader;
-- rollback: comment on foreign data wrapper w is 'remote rows';
-- rollback:
-- rollback: -- server plain
-- rollback: create server if not exists plain foreign data wrapper w;
-- rollback:
-- rollback: -- user mapping of app_reader on server plain
-- rollback: create user mapping if not exists for app_reader server plain;
-- rollback:
-- rollback: -- server s
-- rollback: create server if not exists s type 'replica' version '1.2' foreign data wrapper w
-- rollback:   options (host 'db.example.com', port '5432');
-- rollback:
-- rollback: -- user mapping of PUBLIC on server s
-- rollback: create user mapping if not exists for public server s
-- rollback:   options ("user" 'reader', password 'not so secret');
-- rollback:
-- rollback: -- privileges on s
-- rollback: grant all on foreign server s to app_reader with grant option;
-- rollback:
-- rollback: -- comments on server s
-- rollback: comment on server s is 'the replica';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
