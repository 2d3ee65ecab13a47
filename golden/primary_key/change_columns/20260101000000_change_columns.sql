-- change_columns: ~1 table
--   hazards   may-fail     constraint "t_pkey" of public.t may be violated by existing rows
--             locks-reads  table public.t is read through, neither read nor written by others, while constraint "t_pkey" of public.t is made
--             may-fail     column public.t.k becomes NOT NULL: fails where a row has none
--             locks-reads  table public.t is read through, neither read nor written by others, while column public.t.k is altered
--   locks     public.t  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
alter table public.t
  drop constraint if exists t_pkey,
  alter column k set not null,
  add constraint t_pkey primary key (id, k);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists t_pkey,
-- rollback:   alter column k drop not null,
-- rollback:   add constraint t_pkey primary key (id);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
