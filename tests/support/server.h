#pragma once
#include <filesystem>
#include <string>

namespace schemac::testing {

// The newest major version whose binaries Debian's packages installed; 0 if there is none.
int debianServerVersion();

// The folder with initdb and postgres of a major version: build/servers/N, /opt/pgservers/N, Debian's. Empty if there is none.
std::filesystem::path serverBinaries(int version);
// Debian's alone.
std::filesystem::path debianServerBinaries(int version);

// A PostgreSQL server of the test's own: a fresh cluster in a temporary folder, on a Unix socket alone, without fsync, run as
// user postgres when the test runs as root. It stops, and its folder goes, with the object. What initdb makes is kept in
// build/clusters and copied.
class Server {
 public:
  // Throws std::runtime_error with the server's own log when it does not start.
  Server(int version, const std::filesystem::path& binaries);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int version() const { return version_; }
  std::string conninfo(const std::string& database) const;

 private:
  void start();
  void makeCluster();
  void takeBinariesAlong();

  int version_;
  std::filesystem::path binaries_, folder_;
};

}  // namespace schemac::testing
