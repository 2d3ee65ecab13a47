create table public.events (id int not null, at date not null, kind text) partition by range (at);
create table public.events_2025 (id int not null, at date not null, kind text);
