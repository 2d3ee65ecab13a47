create procedure public.p(a int) language plpgsql security definer as $$ begin raise notice '%', a; end $$;
