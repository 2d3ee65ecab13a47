create table public.base (id int, added text not null default 'x');
create table public.leaf (extra int) inherits (public.base);
