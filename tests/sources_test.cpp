// Sources that are not plain files: git revisions and snapshots.
#include <cstdlib>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/golden_case.h"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

// A repository of two commits: a column more in the second, and an untracked change in the working tree.
class Repository {
 public:
  Repository() {
    git("init -q -b main .");
    write("db/schemas/a.sql", "create table public.a (id int);\n");
    write("db/schemas/b/c.sql", "\\ir ../shared.txt\ncreate table public.c (id public.shade);\n");
    write("db/schemas/shared.txt", "create type public.shade as enum ('dark');\n");
    write("db/migrations/20260101000000_a.sql", "create table public.a (id int);\n");
    fs::create_symlink("a.sql", path() / "db/schemas/link.txt");
    commit("first");
    git("tag v1");
    write("db/schemas/a.sql", "create table public.a (id int, name text);\n");
    commit("second");
    write("db/schemas/a.sql", "create table public.a (id int, name text, more text);\n");
    write("db/schemas/shared.txt", "not SQL at all\n");
  }
  const fs::path& path() const { return folder_.path(); }
  void write(const std::string& name, const std::string& text) {
    fs::create_directories((path() / name).parent_path());
    std::ofstream(path() / name, std::ios::binary) << text;
  }
  void git(const std::string& command) {
    const std::string line = "git -C '" + path().string() + "' -c user.name=t -c user.email=t@localhost -c commit.gpgsign=false " + command + " >/dev/null";
    REQUIRE(std::system(line.c_str()) == 0);
  }
  void commit(const std::string& message) {
    git("add -A");
    git("commit -q -m " + message);
  }
  ToolRun check(const std::string& from, const std::string& to, const std::string& below = "") {
    return runSchemac(path() / below, {"check", "--no-config", "--profile", "postgres", "--from", from, "--to", to});
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("a folder as of a revision, without a checkout", "[sources]") {
  Repository repository;
  const ToolRun run = repository.check("git:v1:db/schemas", "git:HEAD:db/schemas");
  INFO(run.err);
  CHECK(run.exitCode == 2);
  CHECK(run.out == "+ column public.a.name\n1 difference\n");
}

TEST_CASE("a revision's files beside those of the working tree; what they include is the revision's", "[sources]") {
  Repository repository;
  const ToolRun run = repository.check("git:HEAD:db/schemas/a.sql", "db/schemas/a.sql");
  INFO(run.err);
  CHECK(run.out == "+ column public.a.more\n1 difference\n");
  CHECK(repository.check("git:HEAD:db/schemas/b/c.sql", "git:HEAD:db/schemas/b").exitCode == 0);
}

TEST_CASE("a revision's folder of migrations is read as one; globs, lists and relative paths", "[sources]") {
  Repository repository;
  CHECK(repository.check("git:v1:db/migrations", "migrations:git:v1:db/migrations").exitCode == 0);
  CHECK(repository.check("git:v1:db/schemas/*.sql", "git:v1:db/schemas/a.sql").exitCode == 0);
  CHECK(repository.check("git:v1:db/**/c.sql,git:v1:db/schemas/a.sql", "git:v1:db/schemas").exitCode == 0);
  CHECK(repository.check("git:v1:./schemas/a.sql", "git:v1:db/schemas/a.sql", "db").exitCode == 0);
  CHECK(repository.check("git:v1:./a.sql", "git:v1:./../schemas/a.sql", "db/schemas").exitCode == 0);
}

TEST_CASE("what cannot be read of a revision is said with its name", "[sources]") {
  Repository repository;
  CHECK(repository.check("git:nowhere:db", "empty").err.find("there is no revision \"nowhere\"") != std::string::npos);
  CHECK(repository.check("git:v1:nothing", "empty").err.find("\"git:v1:nothing\" does not exist") != std::string::npos);
  CHECK(repository.check("git:v1", "empty").err.find("\"git:v1\" is not understood") != std::string::npos);
  CHECK(repository.check("git:--help:db", "empty").err.find("there is no revision \"--help\"") != std::string::npos);
  const ToolRun error = repository.check("git:HEAD:db/schemas/shared.txt", "db/schemas/shared.txt");
  CHECK(error.exitCode == 1);
  const TemporaryFolder elsewhere;
  const ToolRun outside = runSchemac(elsewhere.path(), {"check", "--no-config", "--from", "git:HEAD:db", "--to", "empty"});
  CHECK(outside.exitCode == 1);
  CHECK(outside.err.find("HEAD") != std::string::npos);
}

TEST_CASE("a snapshot is known by its content, also in a revision", "[sources]") {
  Repository repository;
  const auto dump = [&](const std::string& from, const std::string& out) {
    const ToolRun run = runSchemac(repository.path(), {"dump", "--no-config", "--profile", "postgres", "--from", from, "--format", "snapshot", "--out", out});
    INFO(run.err);
    REQUIRE(run.exitCode == 0);
  };
  dump("git:v1:db/schemas", "kept");
  CHECK(repository.check("kept", "git:v1:db/schemas").exitCode == 0);
  CHECK(repository.check("kept", "git:HEAD:db/schemas").out == "+ column public.a.name\n1 difference\n");
  dump("git:HEAD:db/schemas", "state.json");
  repository.commit("third");
  CHECK(repository.check("git:HEAD:state.json", "git:HEAD~1:db/schemas").exitCode == 0);
  // It gives its version to the other side, and stands alone.
  CHECK(runSchemac(repository.path(), {"check", "--no-config", "--server-version", "15", "--from", "kept", "--to", "empty"}).exitCode == 1);
  CHECK(repository.check("kept,db/migrations", "empty").err.find("stands alone") != std::string::npos);
  // Only a snapshot may be written over.
  repository.write("other.json", "{}");
  const ToolRun refused = runSchemac(repository.path(), {"dump", "--no-config", "--from", "kept", "--format", "snapshot", "--out", "other.json"});
  CHECK(refused.exitCode == 1);
  CHECK(readFile(repository.path() / "other.json") == "{}");
  dump("kept", "state.json");
}

TEST_CASE("a broken snapshot is an error with a reason", "[sources]") {
  const TemporaryFolder folder;
  const auto read = [&](const std::string& text) {
    std::ofstream(folder.path() / "s.json", std::ios::binary) << text;
    const ToolRun run = runSchemac(folder.path(), {"check", "--no-config", "--from", "s.json", "--to", "empty"});
    CHECK(run.exitCode == 1);
    return run.err;
  };
  const auto with = [](const std::string& objects, int format = 1) {
    return "{\"format\": \"schemac snapshot\", \"formatVersion\": " + std::to_string(format) +
           ", \"schemac\": \"0\", \"serverVersion\": 17, \"profile\": \"postgres\", \"live\": false, \"partlyKnown\": [], \"unfollowed\": [], \"objects\": [" + objects + "]}";
  };
  CHECK(read("{").find("it is no JSON from here") != std::string::npos);
  CHECK(read("[]").find("it is something else") != std::string::npos);
  CHECK(read(with("", 99)).find("older") != std::string::npos);
  CHECK(read(with(R"({"id": "x", "kind": "Nonsense", "ordinal": 1})")).find("no kind \"Nonsense\"") != std::string::npos);
  CHECK(read(with(R"({"id": "x", "kind": "Schema", "ordinal": 1, "parent": "y"})")).find("no \"y\"") != std::string::npos);
  CHECK(read(with(R"({"id": "x", "kind": "Schema", "ordinal": 1, "parent": "x"})")).find("part of itself") != std::string::npos);
  CHECK(read(with(R"({"id": "x", "kind": "Enum", "name": "e", "ordinal": 1, "fields": {"labels": 3}})")).find("x: ") != std::string::npos);
  CHECK(read(with(R"({"id": "x", "kind": "Enum", "name": "e", "ordinal": 1, "fields": {"colour": 3}})")).find("no field \"colour\"") != std::string::npos);
  CHECK(read(with(R"({"id": "x", "kind": "Check", "name": "e", "ordinal": 1,
    "fields": {"expression": {"text": "a", "bindings": [{"offset": 0, "length": 9, "target": null, "role": "Column"}]}}})")).find("outside of its expression") != std::string::npos);
}

}  // namespace schemac::testing
