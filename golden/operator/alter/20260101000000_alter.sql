-- alter: ~2 operators
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- operator public.~=~(text, text)
drop operator if exists public.~=~(text, text);

-- operator public.=~=(text, text)
alter operator public.=~=(text, text) set (restrict = eqsel, join = eqjoinsel);

-- operator public.~=~(text, text)
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('public.~=~(text, text)') and oprcode <> 0) then
    create operator public.~=~ (
      function = public.same,
      leftarg = text,
      rightarg = text
    );
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- operator public.=~=(text, text)
-- rollback: alter operator public.=~=(text, text) set (restrict = none, join = none);
-- rollback:
-- rollback: -- operator public.~=~(text, text)
-- rollback: alter operator public.~=~(text, text) set (restrict = eqsel, hashes);
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
