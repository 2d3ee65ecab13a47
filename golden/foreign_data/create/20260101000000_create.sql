-- create: +1 function, +1 schema, +1 foreign-data wrapper, +2 servers, +2 user mappings
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';
set check_function_bodies = off;

-- schema f
create schema if not exists f;

-- function f.check_options(text[], oid)
create or replace function f.check_options(text[], oid) returns void
  language plpgsql
  as $$ begin end $$;

-- foreign-data wrapper w
do $$ begin
  if not exists (select from pg_foreign_data_wrapper where fdwname = 'w') then
    create foreign data wrapper w validator f.check_options options (mode 'a', "user" 'x''y');
  end if;
end $$;
grant all on foreign data wrapper w to app_reader;
comment on foreign data wrapper w is 'remote rows';

-- server plain
create server if not exists plain foreign data wrapper w;

-- user mapping of app_reader on server plain
create user mapping if not exists for app_reader server plain;

-- server s
create server if not exists s type 'replica' version '1.2' foreign data wrapper w
  options (host 'db.example.com', port '5432');

-- user mapping of PUBLIC on server s
create user mapping if not exists for public server s
  options ("user" 'reader', password 'not so secret');

-- privileges on s
grant all on foreign server s to app_reader with grant option;

-- comments on server s
comment on server s is 'the replica';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- user mapping of app_reader on server plain
-- rollback: drop user mapping if exists for app_reader server plain;
-- rollback:
-- rollback: -- server plain
-- rollback: drop server if exists plain;
-- rollback:
-- rollback: -- user mapping of PUBLIC on server s
-- rollback: drop user mapping if exists for public server s;
-- rollback:
-- rollback: -- server s
-- rollback: drop server if exists s;
-- rollback:
-- rollback: -- foreign-data wrapper w
-- rollback: drop foreign data wrapper if exists w;
-- rollback:
-- rollback: -- function f.check_options(text[], oid)
-- rollback: drop function if exists f.check_options(text[], oid);
-- rollback:
-- rollback: -- schema f
-- rollback: drop schema if exists f;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
