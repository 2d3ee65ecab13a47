-- add, file 2 of 2: ~1 table
--   hazards   may-fail  constraint "sane" of public.t may be violated by existing rows
--             scan      table public.t is read through while constraint "sane" of public.t is altered
--             may-fail  constraint "t_a_check" of public.t may be violated by existing rows
--             scan      table public.t is read through while constraint "t_a_check" of public.t is altered
--   locks     public.t  share update exclusive, while it is read through
set lock_timeout = '5s';

-- table public.t
alter table public.t validate constraint sane;
alter table public.t validate constraint t_a_check;

-- rollback: -- then: supabase migration repair --status reverted 20260101000001
