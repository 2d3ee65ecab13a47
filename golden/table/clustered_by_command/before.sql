create table shelf (id int primary key, place text);
create index shelf_place on shelf (place);
