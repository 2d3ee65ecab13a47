// Others read and write a table while an online migration runs, and a build that failed is made good by running the files again.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/live/runner.h"
#include "tests/support/catch.h"
#include "tests/support/connection.h"
#include "tests/support/files.h"
#include "tests/support/server.h"
#include "tools/schemac/driver.h"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBefore = R"(create table public.people (id int primary key);
create table public.pets (id int, owner int, chip text, name text);
create index pets_name_idx on public.pets (name);
)";
constexpr const char* kRows = R"(insert into public.people values (1);
insert into public.pets select i, 1, 'chip ' || i, 'Rex' from generate_series(1, 1000) i;
)";
constexpr const char* kAfter = R"(create table public.people (id int primary key);
create table public.pets (id int primary key, owner int references public.people, chip text unique, name text not null check (name <> ''));
create index pets_owner_idx on public.pets (owner);
)";

std::vector<fs::path> migration(const TemporaryFolder& folder, const std::string& option) {
  std::ofstream(folder.path() / "before.sql") << kBefore;
  std::ofstream(folder.path() / "after.sql") << kAfter;
  const std::string out = (folder.path() / ("files" + option)).string();
  std::vector<std::string> arguments{"diff", "--no-config", "--from", (folder.path() / "before.sql").string(), "--to", (folder.path() / "after.sql").string(),
                                     "--out", out, "--stamp", "20260101000000"};
  if (!option.empty()) arguments.push_back(option);
  std::istringstream in;
  std::ostringstream said, errors;
  const int exitCode = tool::run(arguments, in, said, errors);
  INFO(errors.str());
  REQUIRE(exitCode == 0);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(out)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// What a running application does; a lock in its way is an error.
std::string useTable(const std::string& conninfo) {
  Connection session(conninfo);
  try {
    session.run("set lock_timeout = '3s'; begin; select * from public.pets where id = 7; update public.pets set name = 'Max' where id = 7;"
                "insert into public.pets values (5000, 1, 'chip 5000', 'Ada'); delete from public.pets where id = 8; rollback");
  } catch (const ServerError& error) {
    return error.what();
  }
  return "";
}

bool isMarked(const fs::path& file) { return readFile(file).starts_with("-- pg-delta: transaction=false\n"); }

std::string database(const Server& server) {
  Connection admin(server.conninfo("postgres"));
  admin.run("drop database if exists shop with (force)");
  admin.run("create database shop");
  const std::string conninfo = server.conninfo("shop");
  Connection(conninfo).run(std::string(kBefore) + kRows);
  return conninfo;
}

// An index is built, or dropped, as soon as no transaction is left that may know it otherwise: until then it waits, and others go on.
void runWhileSomebodyWrites(const std::string& conninfo, const fs::path& file) {
  Connection writer(conninfo), watcher(conninfo);
  writer.run("begin");
  writer.run("update public.pets set name = 'Bo' where id = 9");
  std::string problem;
  std::thread runner([&] {
    try {
      applyMigration(conninfo, file);
    } catch (const std::exception& error) {
      problem = error.what();
    }
  });
  bool waits = false;
  for (int i = 0; i < 1000 && !waits; ++i) {
    waits = watcher.value("select count(*) from pg_stat_activity where datname = current_database() and query ~ 'index concurrently' and wait_event_type = 'Lock'") == "1";
    if (!waits) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::string others = useTable(conninfo);
  writer.run("commit");
  runner.join();
  CHECK(waits);
  CHECK(others == "");
  CHECK(problem == "");
}

// Up to the first statement that takes the table for itself, which reads nothing any more.
void runUntilItIsLocked(const std::string& conninfo, const fs::path& file) {
  Connection session(conninfo);
  session.run("begin");
  bool locked = false;
  for (const std::string& statement : splitStatements(readFile(file))) {
    if (statement.find("set not null") != std::string::npos && !locked) {
      CHECK(useTable(conninfo) == "");
      locked = true;
    }
    session.run(statement);
  }
  session.run("commit");
}

TEST_CASE("others read and write a table while an online migration runs", "[online]") {
  Server server(debianServerVersion(), debianServerBinaries(debianServerVersion()));
  const std::string conninfo = database(server);
  const TemporaryFolder folder;
  const std::vector<fs::path> files = migration(folder, "");
  REQUIRE(files.size() == 6);
  for (std::size_t i = 0; i < files.size(); ++i) {
    INFO(readFile(files[i]));
    if (isMarked(files[i])) runWhileSomebodyWrites(conninfo, files[i]);
    else if (i > 0) runUntilItIsLocked(conninfo, files[i]);
    else applyMigration(conninfo, files[i]);
  }
  Connection session(conninfo);
  CHECK(session.value("select count(*) from pg_constraint where conrelid = 'public.pets'::regclass and convalidated and contype in ('p', 'u', 'f', 'c')") == "4");
  CHECK(session.value("select count(*) from pg_index where indrelid = 'public.pets'::regclass and indisvalid") == "3");
  CHECK(session.value("select count(*) from public.pets") == "1000");

  // The same without: they wait.
  const std::string plain = database(server);
  Connection other(plain);
  other.run("begin");
  for (const fs::path& file : migration(folder, "--no-online")) other.run(readFile(file));
  CHECK(useTable(plain).starts_with("55P03"));
}

TEST_CASE("a build that failed ends the run, and running the files again makes it good", "[online]") {
  Server server(debianServerVersion(), debianServerBinaries(debianServerVersion()));
  const std::string conninfo = database(server);
  const TemporaryFolder folder;
  const std::vector<fs::path> files = migration(folder, "");
  Connection session(conninfo);
  session.run("update public.pets set chip = 'chip 1' where id = 2");
  std::vector<std::string> problems;
  for (const fs::path& file : files) {
    try {
      applyMigration(conninfo, file);
    } catch (const ServerError& error) {
      problems.push_back(error.what());
    }
  }
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].starts_with("23505"));  // by the build
  CHECK(problems[1].find("index public.pets_chip_key is invalid: its build failed") != std::string::npos);
  CHECK(session.value("select indisvalid from pg_index where indexrelid = 'public.pets_chip_key'::regclass") == "f");
  session.run("update public.pets set chip = 'chip 2' where id = 2");
  for (const fs::path& file : files) applyMigration(conninfo, file);
  CHECK(session.value("select count(*) from pg_constraint where conname = 'pets_chip_key' and contype = 'u'") == "1");
  CHECK(session.value("select bool_and(indisvalid) from pg_index where indrelid = 'public.pets'::regclass") == "t");
}

}  // namespace
}  // namespace schemac::testing
