create table public.t (id int primary key, a int, b text);
create function public.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger t_touch before update on public.t for each row execute function public.touch();
