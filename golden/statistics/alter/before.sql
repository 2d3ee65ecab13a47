create schema app;
create table app.t (a int, b int, c text);
create statistics app.ab on a, b from app.t;
create statistics app.ac on a, c from app.t;
alter statistics app.ac set statistics 10;
create statistics app.gone on b, c from app.t;
