-- set_null_columns, file 1 of 2: ~1 table
--   locks     public.a  share row exclusive, short
--             public.b  share row exclusive, short
--   undo      schemac rollback, last file first; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.b
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.b'::regclass and conname = 'b_a' and contype = 'f') then
    alter table public.b add constraint b_a foreign key (x, y) references public.a (x, y) on delete set null (y) not valid;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.b
-- rollback: alter table public.b drop constraint if exists b_a;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
