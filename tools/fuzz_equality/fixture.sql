-- What the expressions of generate.py are over.
create schema app;
create schema aside;
set search_path = app, public;
create type app.mood as enum ('sad', 'ok', 'happy');
create domain app.positive as int check (value > 0);
create domain app.short as varchar(8);
create type app.pair as (x int, y text);
create table app.t (
  i2 smallint, i4 int, j4 int, i8 bigint, n numeric, n2 numeric(10,2), f4 real, f8 double precision,
  tx text, tx2 text, vc varchar, v20 varchar(20), c5 char(5), nm name, b boolean, b2 boolean,
  d date, d2 date, ts timestamp, ts2 timestamp, tz timestamptz, tz2 timestamptz, tm time, iv interval,
  u uuid, u2 uuid, js json, jb jsonb, jb2 jsonb, ia int[], ia2 int[], ta text[], ta2 text[], va varchar(10)[], md app.mood, ma app.mood[],
  po app.positive, sh app.short, pr app.pair, ip inet, by bytea, bt bit(8), r4 int4range, rt tstzrange, mo money, tq tsquery, tv tsvector, bx box);
create table app.users (id uuid primary key, email text not null, role varchar(20), tenant uuid, made timestamptz default now(), active boolean, meta jsonb, score int, mood app.mood);
create table app.orders (id bigint primary key, user_id uuid references app.users, total numeric(12,2), status text, placed date, qty int, tags text[], score smallint);
create table aside.orders (id bigint primary key, user_id uuid, total numeric(12,2), status text, placed date, qty int, tags text[], score smallint);
create function app.uid() returns uuid language sql stable as 'select null::uuid';
create function app.f(int) returns int language sql immutable as 'select $1';
create function app.f(text) returns text language sql immutable as 'select $1';
create function app.g(a int, b text default 'x', c int default 2) returns boolean language sql immutable as 'select true';
create function aside.f(int) returns int language sql immutable as 'select $1 + 1';
create function app.many(variadic int[]) returns int language sql immutable as 'select 1';
create function app.same(anyelement) returns anyelement language sql immutable as 'select $1';
create function app.rows_of(n int) returns table (a int, b text) language sql as 'select 1, ''x''::text';
create function app.eq(int, int) returns boolean language sql immutable as 'select $1 = $2';
create operator app.=== (leftarg = int, rightarg = int, function = app.eq);
create operator aside.=== (leftarg = int, rightarg = int, function = app.eq);
