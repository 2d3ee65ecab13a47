create table public.authors (id int primary key);
create table public.books (author_id int);
alter table public.books add constraint books_author_id_fkey foreign key (author_id) references public.authors not valid;
