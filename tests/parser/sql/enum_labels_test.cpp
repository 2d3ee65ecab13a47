// ALTER TYPE … RENAME VALUE: what PostgreSQL keeps as the label's OID follows, what it keeps as text does not.
#include "tests/support/catch.h"
#include "tests/support/replayed.h"

using schemac::test::Replayed;

TEST_CASE("enum labels: expressions follow a renamed value") {
  const Replayed r(R"(
    create type mood as enum ('Sad', 'ok', 'it''s');
    create domain feeling as mood default 'Sad' check (value <> 'ok');
    create table t (id int, m mood default 'Sad', ms mood[] default '{Sad,"it''s"}', n text default 'Sad', check (m <> 'Sad'::mood));
    create index i on t (id) where m = 'Sad';
    create view v as select id, 'Sad' as plain from t where m in ('Sad', 'ok') and n = 'Sad';
    create function f(m mood default 'Sad') returns mood language sql return case when m = 'Sad' then 'ok'::mood else m end;
    create function g() returns text language sql as $$ select 'Sad' $$;
    create function h() returns trigger language plpgsql as $$ begin return new; end $$;
    create trigger tr before update on t for each row when (new.m = 'Sad') execute function h();
    create policy p on t using (m = 'Sad');
    alter type mood rename value 'Sad' to 'so"so';
  )");
  REQUIRE(r.errors() == "");
  CHECK(r.lines("default of column public.t.m |").find("'so\"so'") != std::string::npos);
  CHECK(r.lines("default of column public.t.ms").find(R"('{"so\"so","it''s"}')") != std::string::npos);
  CHECK(r.lines("default of column public.t.n").find("'Sad'") != std::string::npos);
  CHECK(r.lines("check").find("'Sad'") == std::string::npos);
  CHECK(r.lines("index public.i").find("'so\"so'") != std::string::npos);
  const std::string view = r.lines("view public.v");
  CHECK(view.find("'Sad' as plain") != std::string::npos);
  CHECK(view.find("('so\"so', 'ok')") != std::string::npos);
  CHECK(view.find("n = 'Sad'") != std::string::npos);
  CHECK(r.lines("function public.f").find("'Sad'") == std::string::npos);
  CHECK(r.lines("function public.g").find("'Sad'") != std::string::npos);
  CHECK(r.lines("trigger").find("'so\"so'") != std::string::npos);
  CHECK(r.lines("policy").find("'so\"so'") != std::string::npos);
  CHECK(r.lines("domain public.feeling").find("'Sad'") == std::string::npos);
}

TEST_CASE("enum labels: partition bounds follow") {
  const Replayed r(R"(
    create type mood as enum ('sad', 'ok');
    create table t (m mood) partition by list (m);
    create table t1 partition of t for values in ('sad', 'ok');
    alter type mood rename value 'sad' to 'blue';
  )");
  REQUIRE(r.errors() == "");
  CHECK(r.lines("table public.t1").find("FOR VALUES IN ('blue', 'ok')") != std::string::npos);
}
