create table orders (id bigint, amount numeric) partition by list (id);
create table orders_1 partition of orders for values in (1);
create table places (name text);
create table cities () inherits (places);
