create schema app;
alter default privileges in schema app grant select on tables to reader;
create table app.t (id int primary key);
create table app.closed (id int primary key);
revoke select on app.closed from reader;
