-- all_kinds: ~1 table, ~1 function, ~1 view, ~1 index, ~1 domain
--   locks     public.t  share update exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- comments on public.d, public.f(), public.t, public.t_a_idx and 1 more
comment on domain public.d is 'A domain';
comment on function public.f() is 'A function';
comment on table public.t is 'Two
lines, a quote '' and a \';
comment on constraint c on public.t is 'A constraint';
comment on constraint t_pkey on public.t is '-- not a comment; $$';
comment on index public.t_a_idx is 'An index';
comment on view public.v is 'A view';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- comments on public.d, public.f(), public.t, public.t_a_idx and 1 more
-- rollback: comment on domain public.d is null;
-- rollback: comment on function public.f() is null;
-- rollback: comment on table public.t is null;
-- rollback: comment on constraint c on public.t is null;
-- rollback: comment on constraint t_pkey on public.t is null;
-- rollback: comment on index public.t_a_idx is null;
-- rollback: comment on view public.v is null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
