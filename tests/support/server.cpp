#include "tests/support/server.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace schemac::testing {
namespace fs = std::filesystem;
namespace {

// PostgreSQL refuses to run as root. runuser is in util-linux, which Debian always has. From /: the server's user need not
// reach the folder that the tests run in, and initdb and pg_ctl change back to where they were.
std::string asUnprivileged(const std::string& command) {
  if (geteuid() != 0) return command;
  return "cd / && runuser -u postgres -- " + command;
}

bool succeeds(const std::string& command) { return std::system((command + " > /dev/null 2>&1 < /dev/null").c_str()) == 0; }

void require(const std::string& command, const fs::path& log) {
  const std::string logged = command + " >> '" + log.string() + "' 2>&1 < /dev/null";
  if (std::system(logged.c_str()) == 0) return;
  std::ifstream file(log);
  std::stringstream text;
  text << file.rdbuf();
  throw std::runtime_error("failed: " + command + "\n" + text.str());
}

// Where clusters live: in memory, where there is room for the few that run at a time.
fs::path clusterParent() {
  const fs::path memory = "/dev/shm";
  std::error_code none;
  const auto room = fs::space(memory, none);
  if (!std::getenv("TMPDIR") && !none && room.available != static_cast<std::uintmax_t>(-1) && room.available > (std::uintmax_t{2} << 30) &&
      access(memory.c_str(), W_OK) == 0) {
    return memory;
  }
  return fs::temp_directory_path();
}

fs::path makeFolder(const fs::path& parent) {
  std::string pattern = (parent / "schemac-pg-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder " + pattern);
  // The server's user must reach the folder, and the test its socket.
  if (geteuid() == 0) {
    const passwd* user = getpwnam("postgres");
    if (!user || chown(pattern.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("no user postgres to run a server as");
  }
  fs::permissions(pattern, fs::perms::owner_all | fs::perms::group_exec | fs::perms::group_read | fs::perms::others_exec | fs::perms::others_read);
  return pattern;
}

// One for each set of binaries and user: files of another user's would not start.
fs::path keptCluster(const fs::path& binaries, const std::string& options) {
  std::error_code none;
  const auto made = fs::last_write_time(binaries / "postgres", none).time_since_epoch().count();
  const std::string key = binaries.string() + options + std::to_string(made) + std::to_string(geteuid());
  return fs::path(SCHEMAC_SOURCE_DIR) / "build/clusters" / std::to_string(std::hash<std::string>{}(key));
}

}  // namespace

int debianServerVersion() {
  for (int version = 18; version >= 14; --version) {
    if (!debianServerBinaries(version).empty()) return version;
  }
  return 0;
}

fs::path debianServerBinaries(int version) {
  const fs::path folder = fs::path("/usr/lib/postgresql") / std::to_string(version) / "bin";
  return fs::exists(folder / "postgres") ? folder : fs::path{};
}

fs::path serverBinaries(int version) {
  const std::string number = std::to_string(version);
  for (const auto& place : {fs::path(SCHEMAC_SOURCE_DIR) / "build/servers" / number / "bin", fs::path("/opt/pgservers") / number / "bin"}) {
    if (fs::exists(place / "postgres")) return place;
  }
  return debianServerBinaries(version);
}

Server::Server(int version, const fs::path& binaries) : version_(version), binaries_(binaries) {
  if (binaries_.empty()) throw std::runtime_error("no binaries of PostgreSQL " + std::to_string(version) + ": tools/setup --servers " + std::to_string(version));
  folder_ = makeFolder(clusterParent());
  try {
    makeCluster();
    start();
  } catch (...) {
    fs::remove_all(folder_);
    throw;
  }
}

// A checkout in a folder that is root's alone: user postgres reaches links to the binaries in the server's own folder.
void Server::takeBinariesAlong() {
  if (geteuid() != 0 || succeeds(asUnprivileged("test -x '" + (binaries_ / "postgres").string() + "'"))) return;
  const fs::path from = fs::weakly_canonical(binaries_).parent_path(), to = folder_ / "server";
  const std::string copied = "'" + from.string() + "' '" + to.string() + "'";
  if (!succeeds("cp -al " + copied)) {
    fs::remove_all(to);
    require("cp -a " + copied, folder_ / "log");
  }
  binaries_ = to / "bin";
}

void Server::makeCluster() {
  const std::string options = " -U postgres -A trust -E UTF8 --locale=C --no-sync";
  const fs::path kept = keptCluster(binaries_, options), data = folder_ / "data";
  takeBinariesAlong();
  if (fs::exists(kept) && succeeds("cp -a '" + kept.string() + "' '" + data.string() + "'")) return;
  fs::remove_all(data);
  require(asUnprivileged(binaries_.string() + "/initdb -D " + data.string() + options), folder_ / "log");
  // Whoever is first keeps it for the others; where it cannot be kept, each makes its own.
  std::error_code ignored;
  fs::create_directories(kept.parent_path(), ignored);
  const fs::path copy = kept.string() + "." + std::to_string(getpid());
  if (succeeds("cp -a '" + data.string() + "' '" + copy.string() + "'")) fs::rename(copy, kept, ignored);
  fs::remove_all(copy, ignored);
}

void Server::start() {
  const std::string data = (folder_ / "data").string();
  require(asUnprivileged(binaries_.string() + "/pg_ctl -D " + data + " -l " + data + "/log -w -s -o \"-k " + folder_.string() +
                         " -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off" +
                         " -c wal_level=logical -c max_connections=40 -c shared_buffers=64MB -c jit=off\" start"),
          folder_ / "log");
}

Server::~Server() {
  succeeds(asUnprivileged(binaries_.string() + "/pg_ctl -D " + (folder_ / "data").string() + " -m immediate -s stop"));
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Server::conninfo(const std::string& database) const {
  return "host=" + folder_.string() + " user=postgres dbname=" + database + " client_encoding=UTF8";
}

}  // namespace schemac::testing
