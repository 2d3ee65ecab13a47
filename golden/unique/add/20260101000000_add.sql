-- add: ~1 table
--   hazards   may-fail     constraint "t_mail_key" of public.t may be violated by existing rows
--             locks-reads  table public.t is read through, neither read nor written by others, while constraint "t_mail_key" of public.t is made
--             may-fail     constraint "one_per_org" of public.t may be violated by existing rows
--             locks-reads  table public.t is read through, neither read nor written by others, while constraint "one_per_org" of public.t is made
--   locks     public.t  access exclusive, while it is read through
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- table public.t
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'one_per_org' and contype = 'u') then
    alter table public.t add constraint one_per_org unique (org, mail);
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_mail_key' and contype = 'u') then
    alter table public.t add constraint t_mail_key unique (mail);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists one_per_org,
-- rollback:   drop constraint if exists t_mail_key;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
