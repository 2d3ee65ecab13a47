-- comment: ~1 table
--   locks     public.t  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- comments on table public.t
comment on column public.t.b is null;
comment on column public.t.a is 'it''s new';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- comments on table public.t
-- rollback: comment on column public.t.a is 'old';
-- rollback: comment on column public.t.b is 'gone';
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
