create type public.point3 as (x float8, y float8, z float8);
create function public.origin() returns public.point3 language sql immutable as $$ select row(0, 0, 0)::public.point3 $$;
