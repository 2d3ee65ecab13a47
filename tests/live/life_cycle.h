#pragma once
#include <map>
#include <string>
#include <vector>

#include "tests/support/golden_case.h"
#include "tests/support/server.h"

namespace schemac::testing {

// A golden case's whole life on a server: load before, apply, apply again, compare with after, apply after a run that broke
// off half way, roll back, compare with before, and apply once more. And what `schemac dump` writes of after, loaded file by file, is after.
class LifeCycle {
 public:
  // `resumes`: with a run that breaks off after each statement, which takes a database each.
  LifeCycle(const Server& server, bool resumes);
  // What went wrong, at the first step that failed; empty when all of it holds.
  std::string run(const GoldenCase& golden);

 private:
  using Lines = std::vector<std::string>;

  std::string createDatabase(const std::string& name, const std::string& profile);
  void makePlatform();
  void makeRoles(const GoldenCase& golden);
  void applyAll(const std::string& conninfo);
  std::string compareWith(const Lines& expected, const std::string& conninfo);
  std::string compareColumnOrder();
  std::string resume(const GoldenCase& golden);
  std::string rollBack(const GoldenCase& golden);
  std::string dumped(const GoldenCase& golden);
  std::string steps(const GoldenCase& golden);

  const Server& server_;
  const bool resumes_;
  bool platformMade_ = false;
  // Of the case that runs.
  std::string step_;                             // what is being done, for an error's sake
  std::vector<std::filesystem::path> files_;     // the emitted ones
  std::string subject_, wanted_;                 // conninfo: migrated; built from `after`
  Lines atFirst_, goal_;                         // their catalogs at the start
  std::map<std::string, std::string> orderAtFirst_, orderWanted_;
};

}  // namespace schemac::testing
