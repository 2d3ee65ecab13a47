create foreign data wrapper w;
create server s foreign data wrapper w;
create server other foreign data wrapper w;
create foreign table public.items (
  id bigint options (column_name 'number') not null,
  name text options (column_name 'title') default 'none',
  fresh text options (column_name 'f')
) server s options (schema_name 'stock', table_name 'items');
alter foreign table public.items add constraint items_id_check check (id > 0);
create view public.item_names as select name from public.items;
