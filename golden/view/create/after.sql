create table public.t (id int primary key, a int, b text);
create view public.v with (security_barrier) as select id, a + 1 as next, upper(b) as loud from public.t where a > 0;
comment on view public.v is 'Loud ones';
comment on column public.v.loud is 'Upper case';
