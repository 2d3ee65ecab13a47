create schema app;
create table app.a (id int);
create table app.b (id int);
grant select on all tables in schema app to reader;
