-- schema: ~1 table, ~1 schema
--   hazards   breaks-clients  schema new was called old
--             breaks-clients  table new.u was called t
--   locks     new.u  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- schema new
do $$ begin
  if to_regnamespace('old') is not null
     and to_regnamespace('new') is null then
    alter schema old rename to new;
  end if;
end $$;

-- table new.u
do $$ begin
  if to_regclass('new.t') is not null
     and to_regclass('new.u') is null then
    alter table new.t rename to u;
  end if;
end $$;
alter table new.u add column if not exists note text;
do $$ begin
  if exists (select from pg_constraint where conrelid = 'new.u'::regclass and conname = 't_pkey' and contype = 'p')
     and not exists (select from pg_constraint where conrelid = 'new.u'::regclass and conname = 'u_pkey' and contype = 'p') then
    alter table new.u rename constraint t_pkey to u_pkey;
  end if;
end $$;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- schema old
-- rollback: do $$ begin
-- rollback:   if to_regnamespace('new') is not null
-- rollback:      and to_regnamespace('old') is null then
-- rollback:     alter schema new rename to old;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- table old.t
-- rollback: do $$ begin
-- rollback:   if to_regclass('old.u') is not null
-- rollback:      and to_regclass('old.t') is null then
-- rollback:     alter table old.u rename to t;
-- rollback:   end if;
-- rollback: end $$;
-- rollback: -- LOST: the values of old.t.note
-- rollback: alter table old.t drop column if exists note;
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_constraint where conrelid = 'old.t'::regclass and conname = 'u_pkey' and contype = 'p')
-- rollback:      and not exists (select from pg_constraint where conrelid = 'old.t'::regclass and conname = 't_pkey' and contype = 'p') then
-- rollback:     alter table old.t rename constraint u_pkey to t_pkey;
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
