create table visits (id bigint primary key, code text, year integer);
