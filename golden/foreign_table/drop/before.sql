create foreign data wrapper w;
create server s foreign data wrapper w;
create server other foreign data wrapper w;
create foreign table public.items (
  id integer options (column_name 'item_id') not null,
  name text collate "C" default 'x',
  price numeric,
  constraint items_price_check check (price > 0)
) server s options (schema_name 'shop', table_name 'it''ems');
grant select on public.items to app_reader;
comment on foreign table public.items is 'of the shop';
comment on column public.items.name is 'as shown';
create function public.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger touch before update on public.items for each row execute function public.touch();
