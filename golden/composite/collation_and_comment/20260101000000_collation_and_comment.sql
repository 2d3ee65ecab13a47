-- collation_and_comment: ~1 composite type
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- composite type public.pair
alter type public.pair alter attribute b type text collate "C" cascade;
comment on type public.pair is 'Two things';
comment on column public.pair.b is 'The second';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- comments on composite type public.pair
-- rollback: comment on type public.pair is null;
-- rollback:
-- rollback: -- composite type public.pair
-- rollback: alter type public.pair alter attribute b type text cascade;
-- rollback: comment on column public.pair.b is null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
