create table public.t (id int primary key, owner text, open boolean);
alter table public.t enable row level security;
create policy mine on public.t using (owner = current_user) with check (owner = current_user and not open);
create policy "open ones" on public.t as restrictive for select to reader, writer using (open);
create policy add on public.t for insert to writer with check (true);
comment on policy mine on public.t is 'Own rows';
