create table public.t (id int primary key, a int, b text);
create function public.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger t_touch before insert or update of a, b on public.t for each row when (new.a > 0) execute function public.touch('x', 1);
create trigger t_after after delete on public.t referencing old table as gone for each statement execute function public.touch();
comment on trigger t_touch on public.t is 'Touches';
