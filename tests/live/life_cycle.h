#pragma once
#include <string>
#include <vector>

#include "tests/support/golden_case.h"
#include "tests/support/server.h"

namespace schemac::testing {

// A golden case's whole life on a server: load before, apply, apply again, compare with after, apply after a
// run that broke off half way, roll back, compare with before.
class LifeCycle {
 public:
  explicit LifeCycle(const Server& server);
  // What went wrong, step by step; empty when all of it holds.
  std::vector<std::string> run(const GoldenCase& golden);

 private:
  std::string createDatabase(const std::string& name, const std::string& profile);
  void makePlatform();
  std::vector<std::string> resume(const GoldenCase& golden, const std::vector<std::filesystem::path>& files, const std::vector<std::string>& goal);

  const Server& server_;
  bool platformMade_ = false;
};

}  // namespace schemac::testing
