create foreign data wrapper w options (mode 'b', fresh 'y');
create server s foreign data wrapper w options (host 'new.example.com', port '5432', fetch_size '200');
create user mapping for public server s options (password 'new', "user" 'reader');
