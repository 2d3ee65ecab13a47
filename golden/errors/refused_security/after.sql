create table public.t (id integer primary key, title text);
create policy "p" on public.t to public using (id > 0);
