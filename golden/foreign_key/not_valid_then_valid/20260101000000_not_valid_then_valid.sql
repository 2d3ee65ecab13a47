-- not_valid_then_valid: ~1 table
--   hazards   may-fail  constraint "b_a" of public.b may be violated by existing rows
--             scan      table public.b is read through while constraint "b_a" of public.b is altered
--   locks     public.a  row share, short
--             public.b  share update exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.b
alter table public.b validate constraint b_a;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.b
-- rollback: alter table public.b
-- rollback:   drop constraint if exists b_a,
-- rollback:   add constraint b_a foreign key (a_id) references public.a (id) not valid;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
