create table public.people (id integer, mail text, code text);
create table public.pets (id integer primary key, owner_code text, name text, "Room" text);
insert into public.people values (1, 'ada@example.org', 'a');
insert into public.pets values (1, 'a', 'Rex', 'r');
