-- partition: +1 foreign table, ~2 foreign tables
--   locks     public.t    access exclusive, short
--             public.t_1  access exclusive, short
--             public.t_2  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- foreign table public.t_1
do $$ begin
  if exists (select from pg_inherits where inhrelid = to_regclass('public.t_1') and inhparent = to_regclass('public.t')) then
    alter table public.t detach partition public.t_1;
  end if;
end $$;

-- foreign table public.t_2
do $$ begin
  if not exists (select from information_schema.column_options where table_schema = 'public' and table_name = 't_2' and column_name = 'a' and option_name = 'column_name') then
    alter foreign table public.t_2 alter column a options (add column_name 'x');
  end if;
  if not exists (select from pg_inherits where inhrelid = 'public.t_2'::regclass and inhparent = 'public.t'::regclass) then
    alter table public.t attach partition public.t_2 for values in (2);
  end if;
end $$;

-- foreign table public.t_3
create foreign table if not exists public.t_3 partition of public.t for values in (3) server s options (table_name 'z');
do $$ begin
  if not exists (select from information_schema.column_options where table_schema = 'public' and table_name = 't_3' and column_name = 'a' and option_name = 'column_name') then
    alter foreign table public.t_3 alter column a options (add column_name 'y');
  end if;
end $$;
alter foreign table public.t_3 alter column b set default 'x';

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- foreign table public.t_3
-- rollback: drop foreign table if exists public.t_3;
-- rollback:
-- rollback: -- foreign table public.t_1
-- rollback: do $$ begin
-- rollback:   if not exists (select from pg_inherits where inhrelid = 'public.t_1'::regclass and inhparent = 'public.t'::regclass) then
-- rollback:     alter table public.t attach partition public.t_1 for values in (1);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- foreign table public.t_2
-- rollback: do $$ begin
-- rollback:   if exists (select from pg_inherits where inhrelid = to_regclass('public.t_2') and inhparent = to_regclass('public.t')) then
-- rollback:     alter table public.t detach partition public.t_2;
-- rollback:   end if;
-- rollback:   if exists (select from information_schema.column_options where table_schema = 'public' and table_name = 't_2' and column_name = 'a' and option_name = 'column_name') then
-- rollback:     alter foreign table public.t_2 alter column a options (drop column_name);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
