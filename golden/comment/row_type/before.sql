create table tools (id int);
create table parts (id int);
comment on type parts is 'a part';
