-- alter: ~1 operator family, ~1 operator class
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- operator class public.my_int_ops using hash
drop operator class if exists public.my_int_ops using hash;

-- operator family public.number_ops using btree
do $$ begin
  alter operator family public.number_ops using btree drop operator 1 (integer, bigint);
exception when undefined_object then null;
end $$;
do $$ begin
  alter operator family public.number_ops using btree add operator 5 > (integer, bigint);
exception when duplicate_object then null;
end $$;

-- operator class public.my_int_ops using hash
do $$ begin
  if not exists (select from pg_opclass where opcname = 'my_int_ops' and opcnamespace = to_regnamespace('public') and opcmethod = (select oid from pg_am where amname = 'hash')) then
    create operator class public.my_int_ops for type integer using hash family public.my_int_ops as
      operator 1 = (integer, integer),
      function 1 (integer, integer) hashint4,
      function 2 (integer, integer) hashint4extended;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- operator class public.my_int_ops using hash
-- rollback: drop operator class if exists public.my_int_ops using hash;
-- rollback:
-- rollback: -- operator family public.number_ops using btree
-- rollback: do $$ begin
-- rollback:   alter operator family public.number_ops using btree drop operator 5 (integer, bigint);
-- rollback: exception when undefined_object then null;
-- rollback: end $$;
-- rollback: do $$ begin
-- rollback:   alter operator family public.number_ops using btree add operator 1 < (integer, bigint);
-- rollback: exception when duplicate_object then null;
-- rollback: end $$;
-- rollback:
-- rollback: -- operator class public.my_int_ops using hash
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_opclass where opcname = 'my_int_ops' and opcnamespace = to_regnamespace('public') and opcmethod = (select oid from pg_am where amname = 'hash')) then
-- rollback:     create operator class public.my_int_ops for type integer using hash family public.my_int_ops as
-- rollback:       operator 1 = (integer, integer),
-- rollback:       function 1 (integer, integer) hashint4;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
