-- drop: -4 rules
--   locks     public.events  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- rules of public.events, public.names
drop rule if exists "No Delete" on public.events;
drop rule if exists log_insert on public.events;
drop rule if exists silent on public.events;
drop rule if exists change on public.names;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- rules of public.events
-- rollback: create or replace rule "No Delete" as on delete to public.events
-- rollback:   do instead nothing;
-- rollback: create or replace rule log_insert as on insert to public.events
-- rollback:   where (new.id > 0)
-- rollback:   do also insert into public.log (msg) values (public.label(new.name));
-- rollback: alter table public.events enable always rule log_insert;
-- rollback: create or replace rule silent as on update to public.events
-- rollback:   do also notify events_changed;
-- rollback: alter table public.events disable rule silent;
-- rollback:
-- rollback: -- comments on rule "log_insert" of public.events
-- rollback: comment on rule log_insert on public.events is 'every new one';
-- rollback:
-- rollback: -- rule "change" of public.names
-- rollback: create or replace rule change as on update to public.names
-- rollback:   do instead (
-- rollback:     update public.events set name = new.name where id = old.id;
-- rollback:     insert into public.log values (old.name, 1);
-- rollback:   );
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
