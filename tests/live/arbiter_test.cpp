// --oracle: a server decides what the analyser leaves unknown, and is left as it was.
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

Run check(const std::string& from, const std::string& to, const std::string& oracle, std::vector<std::string> more = {}) {
  std::istringstream in;
  std::ostringstream out, err;
  std::vector<std::string> arguments{"check", "--from", from, "--to", to, "--oracle", oracle, "--no-config", "--color", "never"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const int exitCode = tool::run(arguments, in, out, err);
  return {exitCode, out.str(), err.str()};
}

// A type whose constants the analyser does not read: of two spellings it does not know.
constexpr const char* kThere = R"(create table t (id int, l line default '{1,2,3}', constraint c check (l = '{5,6,7}'));
create view v as select id, '{1,2,4}'::line as l from t;)";
constexpr const char* kSame = R"(create table t (id int, l line default '{1,2.0,3}', constraint c check (l = '{5,6.0,7}'));
create view v as select id, '{1,2.0,4}'::line as l from t;)";
constexpr const char* kOther = R"(create table t (id int, l line default '{1,2.0,3}', constraint c check (l = '{5,6.5,7}'));
create view v as select id, '{1,2.0,4}'::line as l from t;)";

TEST_CASE("a server decides about what the analyser leaves unknown", "[arbiter]") {
  const TemporaryFolder folder;
  const auto write = [&](const char* name, const char* text) {
    std::ofstream(folder.path() / name) << text;
    return (folder.path() / name).string();
  };
  const std::string there = write("there.sql", kThere), same = write("same.sql", kSame), other = write("other.sql", kOther);
  const std::string version = std::to_string(debianServerVersion());

  // Without one it is shown as a difference.
  Run run = check(there, same, "none", {"--server-version", version});
  CHECK(run.exitCode == 2);
  CHECK(run.out.find("not decided") != std::string::npos);

  // On a throw-away server each side is made, and asked.
  run = check(there, same, "scratch", {"--server-version", version});
  INFO(run.out + run.err);
  CHECK(run.exitCode == 0);
  CHECK(run.err.find("oracle: asked about view public.v (query): equal") != std::string::npos);
  run = check(there, other, "scratch", {"--server-version", version});
  INFO(run.out + run.err);
  CHECK(run.exitCode == 2);
  CHECK(run.out.find("1 difference") != std::string::npos);
  CHECK(run.out.find("constraint \"c\"") != std::string::npos);

  // The live side is asked, and nothing of it stays there.
  Server server(debianServerVersion(), debianServerBinaries(debianServerVersion()));
  Connection(server.conninfo("postgres")).run("create database arbiter template template0");
  Connection database(server.conninfo("arbiter"));
  database.run(kThere);
  run = check(server.conninfo("arbiter"), same, "live");
  INFO(run.out + run.err);
  CHECK(run.exitCode == 0);
  run = check(server.conninfo("arbiter"), other, "live");
  CHECK(run.exitCode == 2);
  CHECK(run.out.find("1 difference") != std::string::npos);

  // A role that may not make temporary objects gets no answer, and is told why.
  database.run("create role reader login; revoke temporary on database arbiter from public");
  run = check(server.conninfo("arbiter") + " user=reader", same, "live");
  INFO(run.out + run.err);
  CHECK(run.exitCode == 2);
  CHECK(run.err.find("no answer") != std::string::npos);
  CHECK(run.err.find("permission denied") != std::string::npos);

  run = check(there, same, "live");
  CHECK(run.exitCode == 1);
  CHECK(run.err.find("neither side is one") != std::string::npos);
}

}  // namespace
}  // namespace schemac::testing
