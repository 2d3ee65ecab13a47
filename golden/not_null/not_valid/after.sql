create table public.t (id int, a int);
alter table public.t add constraint a_is_there not null a not valid;
create table public.u (id int);
alter table public.u add not null id not valid;
