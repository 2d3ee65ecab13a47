create table public.t (a int, b int);
create index on public.t (a);
create index on public.t (a);
create index on public.t (lower(b::text), a);
