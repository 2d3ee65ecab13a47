create schema app;
create table app.u (a int, c int);
