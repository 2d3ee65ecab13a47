-- rename, file 2 of 2: ~1 table
--   hazards   may-fail  constraint "new_name" of public.t may be violated by existing rows
--             scan      table public.t is read through while constraint "new_name" of public.t is altered
--   locks     public.t  share update exclusive, while it is read through
set lock_timeout = '5s';

-- table public.t
alter table public.t validate constraint new_name;

-- rollback: -- then: supabase migration repair --status reverted 20260101000001
