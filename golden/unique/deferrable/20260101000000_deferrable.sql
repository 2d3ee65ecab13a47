-- deferrable: ~1 table
--   hazards   may-fail     constraint "t_pos_key" of public.t may be violated by existing rows
--             locks-reads  table public.t is read through, neither read nor written by others, while constraint "t_pos_key" of public.t is made
--   locks     public.t  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  drop constraint if exists t_pos_key,
  add constraint t_pos_key unique (pos) deferrable initially deferred;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists t_pos_key,
-- rollback:   add constraint t_pos_key unique (pos);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
