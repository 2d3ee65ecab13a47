create domain public.code as varchar(10) check (value <> '');
create domain public.short as public.code;
create table public.t (id integer primary key, c public.code default 'x', many public.code[], s public.short);
create index on public.t (c);
create view public.v as select c from public.t;
comment on domain public.code is 'a code';
