create foreign data wrapper w;
create server s foreign data wrapper w;
create server other foreign data wrapper w;
create foreign table public.items (
  id integer options (column_name 'item_id', gone 'x'),
  name text,
  old text
) server s options (schema_name 'shop', gone 'x');
create view public.item_names as select name from public.items;
