-- with_references: ~2 tables
--   hazards   may-fail     constraint "a_pkey" of public.a may be violated by existing rows
--             locks-reads  table public.a is read through, neither read nor written by others, while constraint "a_pkey" of public.a is made
--   locks     public.a  access exclusive, while it is read through
--             public.b  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.b
alter table public.b drop constraint if exists b_a_id_fkey;

-- table public.a
alter table public.a
  drop constraint if exists a_pkey,
  alter column id drop not null,
  add constraint a_pkey primary key (u);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.a
-- rollback: alter table public.a
-- rollback:   drop constraint if exists a_pkey,
-- rollback:   alter column id set not null,
-- rollback:   add constraint a_pkey primary key (id);
-- rollback:
-- rollback: -- table public.b
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_constraint where conrelid = 'public.b'::regclass and conname = 'b_a_id_fkey' and contype = 'f') then
-- rollback:     alter table public.b add constraint b_a_id_fkey foreign key (a_id) references public.a (id);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
