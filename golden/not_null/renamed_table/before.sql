create table public.clients (id int primary key, mail text not null, note text constraint noted not null);
