create schema app;
create table app.t (a bigint, b int);
alter table app.t add c text;
create statistics app.ab (mcv) on a, b from app.t;
create statistics app.ac on a, c from app.t;
alter statistics app.ac set statistics 20;
