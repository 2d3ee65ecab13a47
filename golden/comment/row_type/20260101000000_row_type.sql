-- row_type: ~2 tables, +1 view
--   locks     public.tools  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- comments on public.parts, public.tools
comment on type public.parts is null;
comment on table public.tools is 'the tools';
comment on type public.tools is 'a tool';

-- view public.spare
create or replace view public.spare as
  select id from public.parts;
comment on type public.spare is 'a spare part';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- view public.spare
-- rollback: drop view if exists public.spare;
-- rollback:
-- rollback: -- comments on public.parts, public.tools
-- rollback: comment on type public.parts is 'a part';
-- rollback: comment on table public.tools is null;
-- rollback: comment on type public.tools is null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
