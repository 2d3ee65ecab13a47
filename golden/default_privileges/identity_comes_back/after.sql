alter default privileges in schema public grant usage on sequences to reader;
alter default privileges in schema public grant select on tables to reader;
