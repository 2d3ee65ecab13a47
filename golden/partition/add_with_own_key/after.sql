create table orders (id bigint, region text) partition by list (region);
create table orders_eu partition of orders (primary key (region, id)) for values in ('eu');
create unique index orders_once on orders (region, id);
create table bills (id bigint primary key, order_id bigint, region text,
  constraint bills_order foreign key (region, order_id) references orders (region, id));
