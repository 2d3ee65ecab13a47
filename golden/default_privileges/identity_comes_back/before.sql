create table t (id int generated always as identity, s serial);
alter default privileges in schema public grant usage on sequences to reader;
alter default privileges in schema public grant select on tables to reader;
