create table orders (id bigint not null, region text not null) partition by list (region);
create table orders_eu partition of orders for values in ('eu');
create table orders_us partition of orders for values in ('us');
alter table only orders add constraint orders_once primary key (region, id);
create unique index orders_eu_once on orders_eu (region, id);
alter table orders_us add constraint orders_us_once primary key (region, id);
