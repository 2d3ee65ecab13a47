create table public.t (id int primary key, n bigint);
create view public.v as select id, n from public.t;
grant select on public.v to reader;
comment on view public.v is 'kept';
