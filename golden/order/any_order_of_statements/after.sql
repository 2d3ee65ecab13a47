create view public.v as select public.f(t.id) as n, t.mood from public.t;
grant select on public.v to reader;
create policy p on public.t using (public.f(id) > 0);
create function public.f(n int) returns int language sql immutable as $$ select n $$;
alter table public.t enable row level security;
create table public.t (id int primary key, mood public.mood default 'a', u_id int references public.u);
create table public.u (id int primary key);
create type public.mood as enum ('a', 'b');
