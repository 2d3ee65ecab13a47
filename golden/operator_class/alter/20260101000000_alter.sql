-- alter: ~2 operator families
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- operator family public.my_int_ops using hash
do $$ begin
  alter operator family public.my_int_ops using hash add function 2 (integer, integer) hashint4extended;
exception when duplicate_object then null;
end $$;

-- operator family public.number_ops using btree
do $$ begin
  alter operator family public.number_ops using btree drop operator 1 (integer, bigint);
exception when undefined_object then null;
end $$;
do $$ begin
  alter operator family public.number_ops using btree add operator 5 > (integer, bigint);
exception when duplicate_object then null;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- operator family public.my_int_ops using hash
-- rollback: do $$ begin
-- rollback:   alter operator family public.my_int_ops using hash drop function 2 (integer, integer);
-- rollback: exception when undefined_object then null;
-- rollback: end $$;
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
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
