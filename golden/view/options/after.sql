create table public.t (id int primary key, a int, b text);
create view public.v with (security_invoker = true) as select id from public.t;
