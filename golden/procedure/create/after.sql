create table public.log (at timestamptz, what text);
create procedure public.note(what text) language sql as $$ insert into public.log values (now(), what) $$;
comment on procedure public.note(text) is 'Notes';
