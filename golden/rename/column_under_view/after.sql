create table people (id bigint primary key, name text, born date);
create view adults as select p.id, name, upper(p.name) as loud from (select id, name, born from people) p where born < '2000-01-01';
create view everybody as select * from people;
create view joined as select a.*, b.id as other from people a join people b on a.id = b.id;
alter table people rename column name to full_name;
