create foreign data wrapper w;
create server s foreign data wrapper w;
grant usage on foreign data wrapper w to app_reader;
grant usage on foreign server s to app_reader with grant option;
