#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ir/diagnostic.h"

namespace schemac::tool {

// A PostgreSQL to run SQL files on: a cluster of schemac's own, in a temporary folder, or one that was given. What is made on it goes with the object:
// databases, roles, and the cluster where it is our own.
class Scratch {
 public:
  // `url`: a server that is there for this, whose role may create databases; else the binaries of `version`, or the newest that are installed, are
  // started. Null, with an error, where that cannot be.
  static std::unique_ptr<Scratch> open(const std::optional<std::string>& url, std::optional<int> version, ir::Diagnostics& diagnostics);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  int version() const { return version_; }
  // The conninfo of a new, empty database; "" with an error.
  std::string makeDatabase(ir::Diagnostics& diagnostics);
  // A database, and the roles that were made since it was, go.
  void drop(const std::string& conninfo);

 private:
  Scratch() = default;
  bool start(const std::filesystem::path& binaries, ir::Diagnostics& diagnostics);
  std::string conninfo(const std::string& database) const;

  std::string base_;                           // conninfo without a database
  std::string maintenance_ = "postgres";       // the database to say CREATE DATABASE in
  std::filesystem::path binaries_, folder_;    // of our own cluster
  int version_ = 0;
  int made_ = 0;
  std::vector<std::string> roles_;             // that were there before
  std::vector<std::string> databases_;
};

}  // namespace schemac::tool
