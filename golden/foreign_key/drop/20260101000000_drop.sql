-- drop: ~1 table
--   locks     public.a  access exclusive, short
--             public.b  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.b
alter table public.b drop constraint if exists b_a_id_fkey;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.b
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.b'::regclass and conname = 'b_a_id_fkey' and contype = 'f') then
-- rollback:     alter table public.b add constraint b_a_id_fkey foreign key (a_id) references public.a (id);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
