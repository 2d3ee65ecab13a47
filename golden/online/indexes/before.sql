create table public.people (id integer primary key, name text, mail text);
create table public.pets (id integer primary key, owner integer, name text, chip text);
create index pets_chip_idx on public.pets (chip);
create index people_mail_idx on public.people (mail);
create table public.old (a integer);
create index old_a_idx on public.old (a);
create materialized view public.names as select name from public.people;
insert into public.people values (1, 'Ada', 'ada@example.org');
insert into public.pets values (1, 1, 'Rex', 'x');
