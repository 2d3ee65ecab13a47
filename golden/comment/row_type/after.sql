create table tools (id int);
comment on table tools is 'the tools';
comment on type tools is 'a tool';
create table parts (id int);
create view spare as select id from parts;
comment on type spare is 'a spare part';
