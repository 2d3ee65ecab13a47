create schema app;
create table app.a (id int);
create table app.b (id int);
