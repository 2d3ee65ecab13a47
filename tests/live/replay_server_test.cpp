// --replay server: the files run on a throw-away PostgreSQL, and the Schema is the one that a replay in memory gives.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/connection.h"
#include "tests/support/files.h"
#include "tests/support/server.h"
#include "tools/schemac/driver.h"

namespace schemac::testing {
namespace {

struct Run {
  int exitCode;
  std::string out, err;
};

void writeFile(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

Run schemac(std::vector<std::string> arguments) {
  std::istringstream in;
  std::ostringstream out, err;
  arguments.insert(arguments.end(), {"--no-config", "--color", "never"});
  const int exitCode = tool::run(arguments, in, out, err);
  return {exitCode, out.str(), err.str()};
}

constexpr const char* kFirst = R"(create role scratch_owner;
create extension if not exists hstore;
create schema app;
create type app.mood as enum ('sad', 'ok');
create table app.people (id int generated always as identity primary key, name text not null check (name <> ''), mood app.mood default 'ok');
alter table app.people owner to scratch_owner;
create index on app.people (lower(name));
comment on table app.people is 'who';
grant select on app.people to public;
create view app.happy as select id, name from app.people where mood = 'ok';
)";

constexpr const char* kSecond = R"(begin;
alter type app.mood add value 'happy';
commit;
create index concurrently people_mood on app.people (mood) where mood = 'happy';
set search_path = app;
create function twice(int) returns int language sql immutable as 'select $1 * 2';
create table pets (id int primary key, owner int references people);
copy pets (id) from stdin;
1
2
\.
do $$ begin if (select count(*) from app.pets) = 2 then create table app.two_pets (); end if; end $$;
)";

TEST_CASE("replay on a server of one's own, and on one that is given", "[replay]") {
  const TemporaryFolder folder;
  const auto migrations = folder.path() / "migrations";
  writeFile(migrations / "20260101000000_first.sql", kFirst);
  writeFile(migrations / "20260102000000_second.sql", kSecond);
  const std::string version = std::to_string(debianServerVersion());
  const std::vector<std::string> own{"--replay", "server", "--server-version", version};
  const auto with = [](std::vector<std::string> start, const std::vector<std::string>& more) {
    start.insert(start.end(), more.begin(), more.end());
    return start;
  };

  // In memory the block is not followed; the server runs it.
  Run run = schemac({"dump", "--from", migrations.string(), "--server-version", version});
  CHECK(run.err.find("DO block is not followed") != std::string::npos);
  run = schemac(with({"dump", "--from", migrations.string(), "--out", (folder.path() / "schemas").string()}, own));
  INFO(run.err);
  REQUIRE(run.exitCode == 0);
  CHECK(run.out.find("two_pets") != std::string::npos);

  // What it wrote, read in memory, is what the folder makes on a server.
  run = schemac(with({"diff", "--from", migrations.string(), "--to", "schema:" + (folder.path() / "schemas").string(), "--stdout", "--exit-code"}, own));
  INFO(run.out << run.err);
  CHECK(run.exitCode == 0);
  const std::string snapshot = (folder.path() / "made.json").string();
  REQUIRE(schemac(with({"dump", "--from", migrations.string(), "--format", "snapshot", "--out", snapshot}, own)).exitCode == 0);
  run = schemac({"check", "--from", snapshot, "--to", "schema:" + (folder.path() / "schemas").string()});
  INFO(run.out << run.err);
  CHECK(run.exitCode == 0);

  Server server(debianServerVersion(), debianServerBinaries(debianServerVersion()));
  const std::string scratch = server.conninfo("postgres");
  run = schemac({"check", "--from", migrations.string(), "--to", "schema:" + (folder.path() / "schemas").string(), "--replay", "server", "--scratch", scratch});
  INFO(run.out << run.err);
  CHECK(run.exitCode == 0);
  // Nothing is left behind.
  Connection left(scratch);
  CHECK(left.value("select count(*) from pg_database where datname like 'schemac%'") == "0");
  CHECK(left.value("select count(*) from pg_roles where rolname = 'scratch_owner'") == "0");
}

TEST_CASE("what the server refuses is named with file and line", "[replay]") {
  const TemporaryFolder folder;
  writeFile(folder.path() / "20260101000000_a.sql", "create table t (i int);\n\nalter table t\n  add column j nosuch;\n");
  Run run = schemac({"check", "--from", "empty", "--to", folder.path().string(), "--replay", "server"});
  CHECK(run.exitCode == 1);
  INFO(run.err);
  CHECK(run.err.find("20260101000000_a.sql:4:16: error: the scratch server refuses it: type \"nosuch\" does not exist") != std::string::npos);
  run = schemac({"check", "--from", "empty", "--to", folder.path().string(), "--scratch", "postgresql://localhost/x"});
  CHECK(run.exitCode == 1);
  CHECK(run.err.find("--replay server") != std::string::npos);
  run = schemac({"check", "--from", "empty", "--to", folder.path().string(), "--replay", "server", "--scratch", "postgresql://nobody:secret@127.0.0.1:1/x"});
  CHECK(run.exitCode == 1);
  CHECK(run.err.find("secret") == std::string::npos);
}

}  // namespace
}  // namespace schemac::testing
