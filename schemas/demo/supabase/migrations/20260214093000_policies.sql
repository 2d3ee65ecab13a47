create function public.is_member(library uuid) returns boolean
  language sql stable security definer
  set search_path = ''
as $$
  select exists (select 1 from public.members m where m.library_id = library and m.user_id = auth.uid())
$$;

create policy "anyone signed in reads libraries" on public.libraries
  for select to authenticated using (true);
create policy "own membership" on public.members
  for select to authenticated using (user_id = auth.uid());
create policy "members read tools" on public.tools
  for select to authenticated using (public.is_member(library_id));

create view public.usable_tools with (security_invoker = true) as
  select id, library_id, name from public.tools where not broken;

comment on table public.tools is 'What can be borrowed';
