create schema app;
create type app.point3 as (x integer, y integer, z integer);
create function app.same(a app.point3, b app.point3) returns boolean language sql immutable return a.x = b.x and a.y = b.y and a.z = b.z;
create function app.other(a app.point3, b app.point3) returns boolean language sql immutable return not app.same(a, b);
create function app.before(a app.point3, b app.point3) returns boolean language sql immutable return a.x < b.x;
create function app.behind(a app.point3, b app.point3) returns boolean language sql immutable return a.x > b.x;
create function app.flipped(a app.point3) returns app.point3 language sql immutable return row(-a.x, -a.y, -a.z)::app.point3;
create operator app.=== (leftarg = app.point3, rightarg = app.point3, function = app.same, commutator = operator(app.===), negator = operator(app.<<>>),
  restrict = eqsel, join = eqjoinsel, hashes, merges);
create operator app.<<>> (leftarg = app.point3, rightarg = app.point3, function = app.other, commutator = operator(app.<<>>), negator = operator(app.===));
create operator app.<<< (leftarg = app.point3, rightarg = app.point3, function = app.before, commutator = operator(app.>>>));
create operator app.>>> (leftarg = app.point3, rightarg = app.point3, function = app.behind);
create operator app.- (rightarg = app.point3, function = app.flipped);
comment on operator app.=== (app.point3, app.point3) is 'the same place';
comment on operator app.- (none, app.point3) is 'the other side';
create table app.places (at app.point3, home app.point3, check (at operator(app.===) home));
create view app.flips as select operator(app.-) at as other from app.places where at operator(app.<<<) home;
