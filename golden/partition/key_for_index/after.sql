create table orders (id bigint not null, region text not null) partition by list (region);
create table orders_eu partition of orders for values in ('eu');
create table orders_us partition of orders for values in ('us');
alter table orders add constraint orders_once unique (region, id);

create table bills (id bigint not null, region text not null) partition by list (region);
create table bills_eu partition of bills for values in ('eu');
alter table bills add constraint bills_once unique (region, id);
