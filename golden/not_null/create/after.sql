create table public.t (
  id int constraint t_key not null primary key,
  a int not null,
  b int constraint b_is_there not null no inherit,
  c serial,
  d int,
  e int constraint e_counts not null generated always as identity,
  constraint d_is_there not null d
);
create table public.copy (like public.t);
alter table public.copy add constraint later check (a > 0);
