create table public.people (id serial primary key, name text not null, boss integer references public.people (id));
create index on public.people (name);
alter table public.people enable row level security;
create policy "own" on public.people using (name = current_user);
create view public.names as select name from public.people;
create table public.pets (id integer primary key, owner integer references public.people (id));
comment on table public.people is 'all of them';
