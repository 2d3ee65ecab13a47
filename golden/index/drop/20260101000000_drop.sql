-- pg-delta: transaction=false
-- drop: -1 index
--   locks     public.t  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
-- rollback: create index concurrently if not exists t_a_idx on public.t (a);
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
drop index concurrently if exists public.t_a_idx;
