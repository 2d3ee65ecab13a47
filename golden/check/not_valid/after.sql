create table public.t (id int, a int);
alter table public.t add constraint a_positive check (a > 0) not valid;
