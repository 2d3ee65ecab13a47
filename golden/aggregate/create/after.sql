create schema app;
create function app.join_step(state text, value text, separator text) returns text language sql immutable
  return case when state is null then value else state || separator || value end;
create function app.halve(state integer) returns numeric language sql immutable return state / 2.0;
create function app.add(a integer, b integer) returns integer language sql immutable return a + b;
create function app.subtract(a integer, b integer) returns integer language sql immutable return a - b;
create aggregate app.joined(value text, separator text) (sfunc = app.join_step, stype = text);
create aggregate app.half_sum(integer) (
  sfunc = app.add, stype = integer, initcond = '0', finalfunc = app.halve, finalfunc_modify = shareable, combinefunc = app.add,
  msfunc = app.add, minvfunc = app.subtract, mstype = integer, minitcond = '0', mfinalfunc = app.halve, parallel = safe, sspace = 32);
create aggregate app.rows(*) (sfunc = int8inc, stype = int8, initcond = '0');
create aggregate app.collect(anycompatible) (sfunc = array_append, stype = anycompatiblearray, initcond = '{}');
create aggregate app.smallest(integer) (sfunc = int4smaller, stype = integer, sortop = <, parallel = restricted);
create aggregate app.oldest (basetype = date, sfunc = date_smaller, stype = date);
comment on aggregate app.joined(text, text) is 'strings with something between them';
comment on aggregate app.rows(*) is 'how many';
create table app.notes (author text, body text);
create view app.digests as select author, app.joined(body, '; ' order by body) as digest, app.rows(*) as notes from app.notes group by author;
