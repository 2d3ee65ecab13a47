-- add, file 4 of 4: ~1 table
--   locks     public.t  access exclusive, short
set lock_timeout = '5s';

-- indexes of public.t
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.one_per_org') and not indisvalid) then
    raise exception 'index public.one_per_org is invalid: its build failed'
      using hint = 'drop index concurrently if exists public.one_per_org; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
  if exists (select from pg_index where indexrelid = to_regclass('public.t_mail_key') and not indisvalid) then
    raise exception 'index public.t_mail_key is invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_mail_key; then supabase migration repair --status reverted 20260101000002 and push again';
  end if;
end $$;

-- table public.t
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'one_per_org' and contype = 'u')
     and to_regclass('public.one_per_org') is not null then
    alter table public.t add constraint one_per_org unique using index one_per_org;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 'one_per_org' and contype = 'u') then
    -- after a rollback of this file alone, which takes the index away with the constraint
    alter table public.t add constraint one_per_org unique (org, mail);
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_mail_key' and contype = 'u')
     and to_regclass('public.t_mail_key') is not null then
    alter table public.t add constraint t_mail_key unique using index t_mail_key;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_mail_key' and contype = 'u') then
    -- after a rollback of this file alone, which takes the index away with the constraint
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
-- rollback: -- then: supabase migration repair --status reverted 20260101000003
