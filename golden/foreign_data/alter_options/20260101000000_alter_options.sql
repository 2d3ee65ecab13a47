-- alter_options: ~1 foreign-data wrapper, ~1 server, ~1 user mapping
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- foreign-data wrapper w
do $$ begin
  if not exists (select from information_schema.foreign_data_wrapper_options where foreign_data_wrapper_name = 'w' and option_name = 'fresh') then
    alter foreign data wrapper w options (set mode 'b', add fresh 'y', drop gone);
  end if;
end $$;

-- server s
alter server s version null;
do $$ begin
  if not exists (select from information_schema.foreign_server_options where foreign_server_name = 's' and option_name = 'fetch_size') then
    alter server s options (set host 'new.example.com', add fetch_size '200', drop gone);
  end if;
end $$;

-- user mapping of PUBLIC on server s
alter user mapping for public server s options (set password 'new');

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- foreign-data wrapper w
-- rollback: do $$ begin
-- rollback:   if not exists (select from information_schema.foreign_data_wrapper_options where foreign_data_wrapper_name = 'w' and option_name = 'gone') then
-- rollback:     alter foreign data wrapper w options (set mode 'a', add gone 'x', drop fresh);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- server s
-- rollback: alter server s version '1';
-- rollback: do $$ begin
-- rollback:   if not exists (select from information_schema.foreign_server_options where foreign_server_name = 's' and option_name = 'gone') then
-- rollback:     alter server s options (set host 'old.example.com', add gone 'x', drop fetch_size);
-- rollback:   end if;
-- rollback: end $$;
-- rollback:
-- rollback: -- user mapping of PUBLIC on server s
-- rollback: alter user mapping for public server s options (set password 'old');
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
