create type public.mood as enum ('sad', 'happy');
create domain public.code as text constraint short check (length(value) < 9);
create type public.place as (street text, town text);
create table public.t (id integer primary key, m public.mood default 'sad', c public.code, p public.place);
