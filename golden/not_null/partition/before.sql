create table public.p (id int not null, at date not null, note text) partition by range (at);
create table public.p1 partition of public.p for values from ('2024-01-01') to ('2025-01-01');
