-- keys, file 7 of 7: ~1 table
--   hazards   may-fail  constraint "pets_owner_code_fkey" of public.pets may be violated by existing rows
--             scan      table public.pets is read through while constraint "pets_owner_code_fkey" of public.pets is altered
--   locks     public.people  row share, short
--             public.pets    share update exclusive, while it is read through
set lock_timeout = '5s';

-- table public.pets
alter table public.pets validate constraint pets_owner_code_fkey;

-- rollback: -- then: supabase migration repair --status reverted 20260101000006
