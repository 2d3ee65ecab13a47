-- storage_policy: +2 policies
--   hazards   policy-changed  policy "avatars are public" of storage.objects is new
--             policy-changed  policy "own avatar" of storage.objects is new
--   locks     storage.objects  access exclusive, short
--   undo      schemac rollback; marked lines below cannot bring data back
--   compared  nothing with after.sql (1 file), PostgreSQL 17; not: roles and memberships
set lock_timeout = '5s';

-- policies of storage.objects
drop policy if exists "avatars are public" on storage.objects;
create policy "avatars are public" on storage.objects for select using (bucket_id = 'avatars');
drop policy if exists "own avatar" on storage.objects;
create policy "own avatar" on storage.objects for insert to authenticated
  with check (bucket_id = 'avatars' and (storage.foldername(name))[1] = (select auth.uid())::text);

-- rollback: set lock_timeout = '5s';
-- rollback:
-- rollback: -- policies of storage.objects
-- rollback: drop policy if exists "avatars are public" on storage.objects;
-- rollback: drop policy if exists "own avatar" on storage.objects;
-- rollback:
-- rollback: -- then: supabase migration repair --status reverted 20260101000000
