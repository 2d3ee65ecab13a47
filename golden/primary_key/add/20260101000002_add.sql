-- add, file 3 of 3: ~1 table
--   hazards   may-fail  column public.t.id becomes NOT NULL: fails where a row has none
--             scan      table public.t is read through while column public.t.id is altered
--   locks     public.t  access exclusive, short, after share update exclusive while it is read through
set lock_timeout = '5s';

-- index public.t_pkey
do $$ begin
  if exists (select from pg_index where indexrelid = to_regclass('public.t_pkey') and not indisvalid) then
    raise exception 'index public.t_pkey is invalid: its build failed'
      using hint = 'drop index concurrently if exists public.t_pkey; then supabase migration repair --status reverted 20260101000001 and push again';
  end if;
end $$;

-- table public.t
do $$ begin
  if exists (select from pg_attribute where attrelid = 'public.t'::regclass and attname = 'id' and not attnotnull) then
    if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_id_is_set' and contype = 'c') then
      alter table public.t add constraint t_id_is_set check (id is not null) not valid;
    end if;
    alter table public.t validate constraint t_id_is_set;
  end if;
end $$;
alter table public.t alter column id set not null;
alter table public.t drop constraint if exists t_id_is_set;
do $$ begin
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_pkey' and contype = 'p')
     and to_regclass('public.t_pkey') is not null then
    alter table public.t add constraint t_pkey primary key using index t_pkey;
  end if;
  if not exists (select from pg_constraint where conrelid = 'public.t'::regclass and conname = 't_pkey' and contype = 'p') then
    -- after a rollback of this file alone, which takes the index away with the constraint
    alter table public.t add constraint t_pkey primary key (id);
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- table public.t
-- rollback: alter table public.t
-- rollback:   drop constraint if exists t_pkey,
-- rollback:   alter column id drop not null;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000002
