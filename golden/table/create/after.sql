create table public.books (
  isbn    text primary key,
  title   text not null,
  pages   integer check (pages > 0),
  price   numeric(8, 2) default 0.00 not null,
  printed date default current_date,
  tags    text[] not null default '{}',
  data    jsonb
);
comment on table public.books is 'What we sell';
comment on column public.books.pages is 'Without the cover';
