create table regions (code text, year integer, primary key (code, year)) partition by list (code);
create table regions_eu partition of regions for values in ('eu');
create table visits (id bigint primary key, code text, year integer, foreign key (code, year) references regions (code, year));
