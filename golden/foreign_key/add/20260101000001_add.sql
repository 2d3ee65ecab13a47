-- add, file 2 of 2: ~1 table
--   hazards   may-fail  constraint "b_a_id_fkey" of public.b may be violated by existing rows
--             scan      table public.b is read through while constraint "b_a_id_fkey" of public.b is altered
--   locks     public.a  row share, short
--             public.b  share update exclusive, while it is read through
set lock_timeout = '5s';

-- table public.b
alter table public.b validate constraint b_a_id_fkey;

-- rollback: -- then: supabase migration repair --status reverted 20260101000001
