create table public.t (id int primary key, a int, b text);
create function public.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create constraint trigger t_check after insert on public.t deferrable initially deferred for each row execute function public.touch();
