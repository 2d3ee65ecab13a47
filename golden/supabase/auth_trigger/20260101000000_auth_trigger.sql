-- auth_trigger: +1 function, +1 trigger
--   locks     auth.users  share row exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  before.sql (1 file) with after.sql (1 file), PostgreSQL 17; not: roles and memberships
set lock_timeout = '5s';
set check_function_bodies = off;

-- function public.handle_new_user()
create or replace function public.handle_new_user() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
begin
  insert into public.profiles (id, name) values (new.id, new.raw_user_meta_data ->> 'name');
  return new;
end;
$$;

-- trigger "on_auth_user_created" of auth.users
drop trigger if exists on_auth_user_created on auth.users;
create trigger on_auth_user_created after insert on auth.users
  for each row execute function public.handle_new_user();

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- trigger "on_auth_user_created" of auth.users
-- rollback: drop trigger if exists on_auth_user_created on auth.users;
-- rollback:
-- rollback: -- function public.handle_new_user()
-- rollback: drop function if exists public.handle_new_user();
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
