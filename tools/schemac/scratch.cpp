#include "tools/schemac/scratch.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "fmt/format.h"
#include "ir/builtins.h"
#include "ir/identity.h"
#include "tools/schemac/server_session.h"

namespace schemac::tool {

namespace fs = std::filesystem;
using ir::Code;

namespace {

std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// PostgreSQL refuses to run as root. From /: the server's user need not reach the folder that schemac runs in.
std::string asUnprivileged(const std::string& command) { return geteuid() == 0 ? "cd / && runuser -u postgres -- " + command : command; }

bool succeeds(const std::string& command, const fs::path& log) { return std::system((command + " >> " + quoted(log.string()) + " 2>&1 < /dev/null").c_str()) == 0; }

std::string contentsOf(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// Debian's place, then where pg_config says, then the PATH.
fs::path binariesOf(int version) {
  const fs::path debian = fs::path("/usr/lib/postgresql") / std::to_string(version) / "bin";
  return fs::exists(debian / "initdb") && fs::exists(debian / "postgres") ? debian : fs::path();
}

fs::path binariesInPath() {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');)
    if (!folder.empty() && fs::exists(fs::path(folder) / "initdb") && fs::exists(fs::path(folder) / "postgres")) return folder;
  return {};
}

fs::path chosenBinaries(std::optional<int> version) {
  if (version) {
    const fs::path own = binariesOf(*version);
    return own.empty() ? binariesInPath() : own;
  }
  for (int newest = ir::builtins::newestVersion; newest >= ir::builtins::oldestVersion; --newest)
    if (fs::path own = binariesOf(newest); !own.empty()) return own;
  return binariesInPath();
}

}  // namespace

std::unique_ptr<Scratch> Scratch::open(const std::optional<std::string>& url, std::optional<int> version, ir::Diagnostics& diagnostics) {
  std::unique_ptr<Scratch> scratch(new Scratch);
  if (url) {
    std::string database;
    const auto rest = withoutDatabase(*url, database);
    if (!rest) {
      diagnostics.add(Code::Usage, {}, "--scratch is no URL and no conninfo string");
      return nullptr;
    }
    scratch->base_ = *rest;
    if (!database.empty()) scratch->maintenance_ = database;
  } else {
    const fs::path binaries = chosenBinaries(version);
    if (binaries.empty()) {
      diagnostics.add(Code::NoConnection, {}, version ? fmt::format("PostgreSQL {} is not installed here", *version) : "no PostgreSQL server is installed here",
                      "--replay server starts one of its own; --scratch URL names one that runs.");
      return nullptr;
    }
    if (!scratch->start(binaries, diagnostics)) return nullptr;
  }
  ServerSession session(scratch->conninfo(scratch->maintenance_));
  if (!session.ok()) {
    diagnostics.add(Code::NoConnection, {}, "cannot connect to the scratch server: " + session.error());
    return nullptr;
  }
  scratch->version_ = session.version();
  if (version && *version != scratch->version_) {
    diagnostics.add(Code::Usage, {}, fmt::format("the scratch server is PostgreSQL {}, not {}", scratch->version_, *version),
                    "Give a --scratch URL of that version, or --server-version as it is.");
    return nullptr;
  }
  scratch->roles_ = session.column("select rolname from pg_roles");
  return scratch;
}

bool Scratch::start(const fs::path& binaries, ir::Diagnostics& diagnostics) {
  binaries_ = binaries;
  std::string pattern = (fs::temp_directory_path() / "schemac-scratch-XXXXXX").string();
  if (!mkdtemp(pattern.data())) {
    diagnostics.add(Code::CannotWrite, {}, fmt::format("cannot make a folder like {}", pattern));
    return false;
  }
  folder_ = pattern;
  if (geteuid() == 0) {
    const passwd* user = getpwnam("postgres");
    if (!user || chown(pattern.c_str(), user->pw_uid, user->pw_gid) != 0) {
      diagnostics.add(Code::NoConnection, {}, "PostgreSQL does not run as root, and there is no user postgres", "Run schemac as another user, or give --scratch URL.");
      return false;
    }
  }
  // The log stands beside the folder, which may be another user's.
  const fs::path data = folder_ / "data", log = folder_.string() + ".log";
  const std::string initdb = quoted((binaries / "initdb").string()) + " -D " + quoted(data.string()) + " -U postgres -A trust -E UTF8 --locale=C --no-sync";
  const std::string start = quoted((binaries / "pg_ctl").string()) + " -D " + quoted(data.string()) + " -l " + quoted((data / "log").string()) +
                            " -w -s -o \"-k " + folder_.string() +
                            " -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c jit=off"
                            " -c wal_level=logical -c max_connections=20 -c shared_buffers=64MB\" start";
  const bool up = succeeds(asUnprivileged(initdb), log) && succeeds(asUnprivileged(start), log);
  if (!up) diagnostics.add(Code::NoConnection, {}, fmt::format("PostgreSQL of {} does not start", binaries.string()), contentsOf(log));
  std::error_code ignored;
  fs::remove(log, ignored);
  base_ = conninfoPart("host", folder_.string()) + " user=postgres";
  return up;
}

Scratch::~Scratch() {
  for (const std::string& database : std::vector<std::string>(databases_)) drop(database);
  if (folder_.empty()) return;
  succeeds(asUnprivileged(quoted((binaries_ / "pg_ctl").string()) + " -D " + quoted((folder_ / "data").string()) + " -m immediate -s stop"), "/dev/null");
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Scratch::conninfo(const std::string& database) const { return base_ + " " + conninfoPart("dbname", database); }

std::string Scratch::makeDatabase(ir::Diagnostics& diagnostics) {
  const std::string name = fmt::format("schemac_scratch_{}_{}", getpid(), ++made_);
  ServerSession session(conninfo(maintenance_));
  session.run("drop database if exists " + name);
  if (const auto refused = session.run("create database " + name + " template template0 encoding 'UTF8'")) {
    diagnostics.add(Code::NoConnection, {}, "cannot make a database on the scratch server: " + refused->message);
    return {};
  }
  return databases_.emplace_back(conninfo(name));
}

void Scratch::drop(const std::string& made) {
  std::erase(databases_, made);
  std::string name;
  if (!withoutDatabase(made, name)) return;
  {
    // A database goes after its subscriptions, and these without the slots that they name.
    ServerSession session(made);
    if (session.ok())
      for (const std::string& subscription : session.column("select quote_ident(subname) from pg_subscription s join pg_database d on d.oid = subdbid "
                                                            "where datname = current_database()")) {
        session.run("alter subscription " + subscription + " disable");
        session.run("alter subscription " + subscription + " set (slot_name = none)");
        session.run("drop subscription " + subscription);
      }
  }
  ServerSession session(conninfo(maintenance_));
  if (!session.ok()) return;
  session.run("drop database if exists " + name + " with (force)");
  for (const std::string& role : session.column("select rolname from pg_roles"))
    if (std::find(roles_.begin(), roles_.end(), role) == roles_.end()) session.run("drop role " + ir::quoteIdentifier(role));
}

}  // namespace schemac::tool
