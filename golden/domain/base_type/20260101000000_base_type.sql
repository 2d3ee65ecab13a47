-- base_type: ~1 domain
--   locks     public.t  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- domain public.code
do $$ begin
  if exists (select from pg_type where oid = 'public.code'::regtype and format_type(typbasetype, typtypmod) <> 'text') then
    alter domain public.code rename to code__old;
    create domain public.code as text;
    alter table public.t
      alter column c type public.code using c::text::public.code;
    drop domain public.code__old;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- domain public.code
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_type where oid = 'public.code'::regtype and format_type(typbasetype, typtypmod) <> 'character varying(10)') then
-- rollback:     alter domain public.code rename to code__old;
-- rollback:     create domain public.code as varchar(10);
-- rollback:     alter table public.t
-- rollback:       alter column c type public.code using c::text::varchar;
-- rollback:     drop domain public.code__old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
