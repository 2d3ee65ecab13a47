create function public.next_code() returns text language sql volatile as $$ select 'c' $$;
create type public.state as enum ('new', 'old');
create table public.t (code text not null default public.next_code(), state public.state not null default 'new', id int primary key, note text);
