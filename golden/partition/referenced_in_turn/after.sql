create table orders (id bigint, region text) partition by list (region);
create table orders_eu partition of orders (primary key (region, id)) for values in ('eu');
create table orders_us partition of orders (primary key (region, id)) for values in ('us');
create unique index orders_once on orders (region, id);
create table bills (id bigint, region text unique);
alter table bills add constraint bills_order foreign key (region, id) references orders (region, id);
alter table orders_eu add constraint orders_eu_bill foreign key (region) references bills (region);
