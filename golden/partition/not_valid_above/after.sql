create table orders (id bigint, amount numeric) partition by list (id);
create table orders_1 partition of orders for values in (1);
alter table orders add constraint amount_positive check (amount > 0) not valid;
alter table orders_1 validate constraint amount_positive;
create table orders_2 partition of orders for values in (2);
create table places (name text);
create table cities () inherits (places);
alter table places add constraint named check (name <> '') not valid;
create table rivers () inherits (places);
