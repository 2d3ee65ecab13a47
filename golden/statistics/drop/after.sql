create schema app;
create table app.t (a int, b int, c text);
