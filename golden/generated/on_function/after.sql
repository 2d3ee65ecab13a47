create function public.slug(title text) returns text language sql immutable as $$ select lower(replace(title, ' ', '-')) $$;
create table public.posts (id int primary key, title text not null, slug text generated always as (public.slug(title)) stored);
create unique index posts_slug_idx on public.posts (slug);
