create foreign data wrapper one;
create foreign data wrapper two;
create server s foreign data wrapper one;
create user mapping for public server s options ("user" 'reader');
create foreign table public.items (id integer) server s;
create view public.item_ids as select id from public.items;
