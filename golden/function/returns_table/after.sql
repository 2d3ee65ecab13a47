create table public.t (id int primary key, a int);
create function public.top(n int) returns table (id int, a int) language sql stable as $$ select id, a from public.t order by a desc limit n $$;
create function public.all_of_t() returns setof public.t language sql stable as $$ select * from public.t $$;
create function public.both(inout x int, out y text) language plpgsql as $$ begin y := x::text; end $$;
