create schema app;
create table app.t (a int, b int, c text);
create statistics app.ab on a, b from app.t;
create table app.u (a int, b int, c int);
create statistics app.u_ab on a, b from app.u;
