create schema app;
create table app.t (a int, b int, c text);
create statistics app.ab (dependencies, ndistinct) on b, a from app.t;
create statistics app.sums on a, (a + b), lower(c) from app.t;
create statistics public."One" on (a * b) from app.t;
alter statistics app.ab set statistics 500;
comment on statistics app.ab is 'they go together';
