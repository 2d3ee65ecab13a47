create schema "My App";
create table "My App"."User List" ("Id" bigint generated always as identity primary key, "select" text not null, "a""b" int default 1,
  constraint "Weird, name" check ("a""b" <> 3));
create index "Ünïcode" on "My App"."User List" ("select");
