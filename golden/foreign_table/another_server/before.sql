create foreign data wrapper w;
create server s foreign data wrapper w;
create server other foreign data wrapper w;
create foreign table public.items (id integer) server s options (a 'b');
create view public.ids as select id from public.items;
