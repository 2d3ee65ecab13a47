create procedure public.p(a int) language plpgsql as $$ begin end $$;
