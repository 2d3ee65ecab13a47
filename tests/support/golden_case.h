#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/files.h"

namespace schemac::testing {

// A folder golden/KIND/CASE. golden/README.md says what may stand in it.
struct GoldenCase {
  std::string kind, name;
  std::filesystem::path folder;

  // case.toml
  std::string description;
  std::string profile = "postgres";
  std::string allow = "all";
  std::string migration;  // the --name given; default: the folder's name
  int serverVersion = 17;
  int minServer = 14;                // live tests skip older servers
  int maxServer = 99;                // live tests skip newer servers: what does not hold there yet
  int exitCode = 0;                  // what schemac diff must return
  bool settles = true;               // a second diff over before and the emitted files says nothing
  bool rollsBack = true;             // the rollback gives before again, in the catalog
  bool live = true;                  // may run on a server at all
  std::vector<std::string> arguments;  // further ones for schemac diff
  std::vector<std::string> roles;      // that the live tests make first

  std::string id() const { return kind + "/" + name; }
  // before and after as source files, in the order in which they are read; empty if the side is absent.
  std::vector<std::filesystem::path> beforeFiles() const { return side("before"); }
  std::vector<std::filesystem::path> afterFiles() const { return side("after"); }

 private:
  std::vector<std::filesystem::path> side(const std::string& name) const;
};

// golden/, or the folder that SCHEMAC_GOLDEN_FOLDER names (tools/random_pairs).
std::filesystem::path goldenRoot();
// Every case, sorted; `filter` is a kind, kind/case, or a part of a case's id; empty for all. Throws std::runtime_error, naming
// the file, for a case.toml that does not parse or has an unknown key, and for a file that has no business in the folder.
std::vector<GoldenCase> goldenCases(const std::string& filter = "");

struct ToolRun {
  int exitCode = 0;
  std::string out, err;
};
// schemac with these arguments, in this process, in `folder` as the working directory.
ToolRun runSchemac(const std::filesystem::path& folder, const std::vector<std::string>& arguments, const std::string& input = "");

// The arguments of schemac diff for the case: before as migrations, after as a declarative schema.
std::vector<std::string> diffArguments(const GoldenCase& golden, const std::string& out, int serverVersion);

}  // namespace schemac::testing
