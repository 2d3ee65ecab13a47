-- drop: -1 index, -1 operator family, -1 operator class
--   locks     public.numbers  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- index public.numbers_n
drop index if exists public.numbers_n;

-- operator class public.my_int_ops using hash
drop operator class if exists public.my_int_ops using hash;

-- operator family public.my_int_ops using hash
drop operator family if exists public.my_int_ops using hash;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- operator family public.my_int_ops using hash
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_opfamily where opfname = 'my_int_ops' and opfnamespace = to_regnamespace('public') and opfmethod = (select oid from pg_am where amname = 'hash')) then
-- rollback:     create operator family public.my_int_ops using hash;
-- rollback:   end if;
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
-- rollback: -- index public.numbers_n
-- rollback: create index if not exists numbers_n on public.numbers using hash (n public.my_int_ops);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
