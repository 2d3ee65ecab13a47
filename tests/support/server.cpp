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

// PostgreSQL refuses to run as root. runuser is in util-linux, which Debian always has.
std::string asUnprivileged(const std::string& command) {
  if (geteuid() != 0) return command;
  return "runuser -u postgres -- " + command;
}

void require(const std::string& command, const fs::path& log) {
  const std::string logged = command + " >> '" + log.string() + "' 2>&1 < /dev/null";
  if (std::system(logged.c_str()) == 0) return;
  std::ifstream file(log);
  std::stringstream text;
  text << file.rdbuf();
  throw std::runtime_error("failed: " + command + "\n" + text.str());
}

}  // namespace

int debianServerVersion() {
  for (int version = 18; version >= 14; --version) {
    if (fs::exists("/usr/lib/postgresql/" + std::to_string(version) + "/bin/postgres")) return version;
  }
  return 0;
}

fs::path serverBinaries(int version) {
  const std::string number = std::to_string(version);
  const std::vector<fs::path> places{fs::path(SCHEMAC_SOURCE_DIR) / "build/servers" / number / "bin", fs::path("/opt/pgservers") / number / "bin",
                                     fs::path("/usr/lib/postgresql") / number / "bin"};
  for (const auto& place : places) {
    if (fs::exists(place / "postgres")) return place;
  }
  return {};
}

Server::Server(int version) : version_(version), binaries_(serverBinaries(version)) {
  if (binaries_.empty()) throw std::runtime_error("no binaries of PostgreSQL " + std::to_string(version) + ": tools/setup --servers " + std::to_string(version));
  std::string pattern = (fs::temp_directory_path() / "schemac-pg-XXXXXX").string();
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder " + pattern);
  folder_ = pattern;
  // The server's user must reach the folder, and the test its socket.
  if (geteuid() == 0) {
    const passwd* user = getpwnam("postgres");
    if (!user || chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("no user postgres to run a server as");
  }
  fs::permissions(folder_, fs::perms::owner_all | fs::perms::group_exec | fs::perms::group_read | fs::perms::others_exec | fs::perms::others_read);
  const std::string data = (folder_ / "data").string(), bin = binaries_.string();
  const fs::path log = fs::path(pattern + ".log");
  try {
    require(asUnprivileged(bin + "/initdb -D " + data + " -U postgres -A trust -E UTF8 --locale=C --no-sync"), log);
    std::ofstream(log, std::ios::trunc);
    require(asUnprivileged(bin + "/pg_ctl -D " + data + " -l " + data + "/log -w -s -o \"-k " + folder_.string() +
                           " -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off" +
                           " -c wal_level=logical -c max_connections=40 -c shared_buffers=64MB -c jit=off\" start"),
            log);
  } catch (...) {
    fs::remove_all(folder_);
    fs::remove(log);
    throw;
  }
  fs::remove(log);
}

Server::~Server() {
  const std::string stop = asUnprivileged(binaries_.string() + "/pg_ctl -D " + (folder_ / "data").string() + " -m immediate -s stop") + " > /dev/null 2>&1 < /dev/null";
  [[maybe_unused]] const int status = std::system(stop.c_str());
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Server::conninfo(const std::string& database) const {
  return "host=" + folder_.string() + " user=postgres dbname=" + database + " client_encoding=UTF8";
}

}  // namespace schemac::testing
