-- quoted: +1 table, +1 enum
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- enum public."Order State"
do $$ begin
  if to_regtype('public."Order State"') is null then
    create type public."Order State" as enum ('it''s new', 'Done', '');
  end if;
end $$;

-- table public."Orders"
create table if not exists public."Orders" (
  "Id"    integer primary key,
  "State" public."Order State" default 'it''s new'
);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public."Orders"
-- rollback: -- LOST: the rows of public."Orders"
-- rollback: drop table if exists public."Orders";
-- rollback:
-- rollback: -- enum public."Order State"
-- rollback: drop type if exists public."Order State";
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
