create type public."Order State" as enum ('it''s new', 'Done', '');
create table public."Orders" ("Id" int primary key, "State" public."Order State" default 'it''s new');
