create schema billing;
create table billing.invoices (id int primary key);
