-- alter: ~3 rules
--   locks     public.events  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17
set lock_timeout = '5s';

-- rules of public.events
alter table public.events enable replica rule e;
create or replace rule r as on update to public.events
  do instead insert into public.log values (new.name, 2);
create or replace rule s as on update to public.events
  where (old.id > 2)
  do also delete from public.log where n = old.id;
alter table public.events disable rule s;

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- rules of public.events
-- rollback: alter table public.events enable rule e;
-- rollback: create or replace rule r as on insert to public.events
-- rollback:   do also insert into public.log values (new.name, 1);
-- rollback: create or replace rule s as on update to public.events
-- rollback:   where (old.id > 1)
-- rollback:   do also delete from public.log where n = old.id;
-- rollback: alter table public.events enable rule s;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
