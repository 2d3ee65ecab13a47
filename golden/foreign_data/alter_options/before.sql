create foreign data wrapper w options (mode 'a', gone 'x');
create server s version '1' foreign data wrapper w options (host 'old.example.com', port '5432', gone 'x');
create user mapping for public server s options ("user" 'reader', password 'old');
