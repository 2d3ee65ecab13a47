create table public.t (id int primary key, owner text, open boolean);
alter table public.t enable row level security;
create table public.members (who text primary key);
create function public.is_member() returns boolean language sql stable security definer as $$ select exists (select from public.members where who = current_user) $$;
create policy members on public.t for select using (public.is_member() and id in (select length(who) from public.members));
