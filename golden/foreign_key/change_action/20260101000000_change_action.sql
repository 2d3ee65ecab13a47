-- change_action: ~1 table
--   hazards   may-fail      constraint "b_a_id_fkey" of public.b may be violated by existing rows
--             locks-writes  table public.b is read through, not written by others, while constraint "b_a_id_fkey" of public.b is made
--   locks     public.a  access exclusive, short
--             public.b  access exclusive, short, after share row exclusive while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.b
alter table public.b
  drop constraint if exists b_a_id_fkey,
  add constraint b_a_id_fkey foreign key (a_id) references public.a (id) on delete set null;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.b
-- rollback: alter table public.b
-- rollback:   drop constraint if exists b_a_id_fkey,
-- rollback:   add constraint b_a_id_fkey foreign key (a_id) references public.a (id);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
