create type public.size as enum ('s', 'm', 'l');
create table public.shirts (id int, size public.size);
