-- drop: ~1 operator, -1 operator
--   hazards   breaks-clients  operator public.<~>(text, text) is dropped
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- operator public.<~>(text, text)
drop operator if exists public.<~>(text, text);

-- operator public.=~=(text, text)
drop operator if exists public.=~=(text, text);
do $$ begin
  if not exists (select from pg_operator where oid = to_regoperator('public.=~=(text, text)') and oprcode <> 0) then
    create operator public.=~= (
      function = public.same,
      leftarg = text,
      rightarg = text
    );
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- operator public.<~>(text, text)
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_operator where oid = to_regoperator('public.<~>(text, text)') and oprcode <> 0) then
-- rollback:     create operator public.<~> (
-- rollback:       function = public.other,
-- rollback:       leftarg = text,
-- rollback:       rightarg = text,
-- rollback:       negator = operator(public.=~=)
-- rollback:     );
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- operator public.=~=(text, text)
-- rollback: alter operator public.=~=(text, text) set (negator = operator(public.<~>));
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
