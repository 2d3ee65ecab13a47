create table public.t (id int primary key, a int);
create function public.total() returns bigint language sql stable return (select sum(a) from public.t);
create function public.bump(by int) returns void language sql begin atomic update public.t set a = a + by; end;
