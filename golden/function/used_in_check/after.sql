create function public.is_slug(s text) returns boolean language sql immutable as $$ select s ~ '^[a-z-]+$' $$;
create table public.pages (slug text primary key check (public.is_slug(slug)));
