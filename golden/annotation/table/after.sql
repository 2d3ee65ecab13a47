-- schemac: renamed from people
create table public.persons (id serial primary key, name text not null, boss integer references public.persons (id), age integer);
create index on public.persons (name);
alter table public.persons enable row level security;
create policy "own" on public.persons using (name = current_user);
create view public.names as select name from public.persons;
create table public.pets (id integer primary key, owner integer references public.persons (id));
comment on table public.persons is 'all of them';
