-- constraints, file 2 of 2: ~1 table
--   hazards   may-fail  constraint "pets_name_check" of public.pets may be violated by existing rows
--             scan      table public.pets is read through while constraint "pets_name_check" of public.pets is altered
--             may-fail  constraint "pets_owner" of public.pets may be violated by existing rows
--             scan      table public.pets is read through while constraint "pets_owner" of public.pets is altered
--             may-fail  constraint "pets_parent_fkey" of public.pets may be violated by existing rows
--             scan      table public.pets is read through while constraint "pets_parent_fkey" of public.pets is altered
--             may-fail  constraint "pets_toy_fkey" of public.pets may be violated by existing rows
--             scan      table public.pets is read through while constraint "pets_toy_fkey" of public.pets is altered
--   locks     public.people  row share, short
--             public.pets    share update exclusive, while it is read through
set lock_timeout = '5s';

-- table public.pets
alter table public.pets validate constraint pets_name_check;
alter table public.pets validate constraint pets_owner;
alter table public.pets validate constraint pets_parent_fkey;
alter table public.pets validate constraint pets_toy_fkey;

-- rollback: -- then: supabase migration repair --status reverted 20260101000001
