create table orders (id bigint not null, region text not null) partition by list (region);
create table orders_eu partition of orders for values in ('eu');
create table orders_us partition of orders for values in ('us');
alter table orders_eu add constraint orders_eu_pkey primary key (region, id);
create unique index orders_once on orders (region, id);

create table bills (id bigint not null, region text not null) partition by list (region);
create table bills_eu partition of bills for values in ('eu');
create unique index bills_once on only bills (region, id);
alter table bills_eu add constraint bills_eu_region_id_key unique (region, id);
