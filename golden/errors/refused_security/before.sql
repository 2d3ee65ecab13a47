create table public.t (id integer primary key, title text);
alter table public.t enable row level security;
create policy "p" on public.t to postgres using (id > 0);
