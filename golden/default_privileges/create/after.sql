create schema app;
alter default privileges in schema app grant select on tables to reader;
alter default privileges in schema app grant usage on sequences to writer with grant option;
alter default privileges revoke execute on functions from public;
