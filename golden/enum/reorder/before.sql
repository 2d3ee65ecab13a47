create type public.size as enum ('s', 'l', 'm');
create table public.shirts (id int, size public.size);
