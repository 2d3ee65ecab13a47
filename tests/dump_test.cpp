// Dumps of every golden case's two sides, and the reports of what leads from one to the other.
#include <algorithm>
#include <cstdlib>

#include "tests/support/catch.h"
#include "tests/support/golden_case.h"
#include "tests/support/json_schema.h"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

std::string filter() {
  const char* value = std::getenv("SCHEMAC_GOLDEN");
  return value ? value : "";
}

std::string schemaFile(const char* name) { return readFile(fs::path(SCHEMAC_SOURCE_DIR) / "schemas/json" / name); }

struct Side {
  const GoldenCase& golden;
  std::string source;  // as --from takes it
  std::vector<std::string> with(std::vector<std::string> arguments) const {
    for (const std::string& more : {std::string("--no-config"), std::string("--profile"), golden.profile, std::string("--server-version"), std::to_string(golden.serverVersion)})
      arguments.push_back(more);
    return arguments;
  }
  ToolRun run(const std::vector<std::string>& arguments) const { return runSchemac(golden.folder, with(arguments)); }
};

std::vector<Side> sidesOf(const GoldenCase& golden) {
  std::vector<Side> sides;
  for (const bool before : {true, false}) {
    const auto files = before ? golden.beforeFiles() : golden.afterFiles();
    std::string source;
    for (const auto& file : files) source += (source.empty() ? (before ? "migrations:" : "schema:") : ",") + file.string();
    if (!source.empty()) sides.push_back({golden, source});
  }
  return sides;
}

// Both ways: what one side has too much is what the other lacks, but each way has its own eyes for what is not said.
std::string difference(const Side& side, const std::string& a, const std::string& b) {
  std::string problems;
  for (const bool turned : {false, true}) {
    const ToolRun run = side.run({"check", "--from", turned ? b : a, "--to", turned ? a : b});
    // Statements that cannot be followed make it an error, whatever is equal.
    if (run.exitCode == 0 || (run.exitCode == 1 && run.out.empty() && run.err.find("error:") == std::string::npos)) continue;
    problems += "check from " + (turned ? b : a) + " to " + (turned ? a : b) + ": " + run.out + run.err;
  }
  return problems;
}

std::string snapshotProblems(const Side& side) {
  const TemporaryFolder folder;
  const std::string first = (folder.path() / "first.json").string(), second = (folder.path() / "second.json").string();
  const ToolRun written = side.run({"dump", "--from", side.source, "--format", "snapshot", "--out", first});
  if (written.exitCode != 0) return "dump --format snapshot: " + written.err;
  std::string problems = schemaProblems(schemaFile("snapshot.schema.json"), readFile(first));
  // Every field of every object is in the text: the same bytes are the same Schema.
  const ToolRun again = runSchemac(side.golden.folder, {"dump", "--no-config", "--from", first, "--format", "snapshot", "--out", second});
  if (again.exitCode != 0) return "dump of the snapshot: " + again.err;
  problems += unifiedDiff(readFile(first), readFile(second), "snapshot");
  return problems + difference(side, side.source, first);
}

std::vector<fs::path> folderFiles(const fs::path& folder) {
  std::vector<fs::path> files;
  if (fs::exists(folder))
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string filesProblems(const Side& side) {
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "schemas").string();
  const ToolRun written = side.run({"dump", "--from", side.source, "--out", out});
  if (written.exitCode != 0) return "dump --format sql: " + written.out + written.err;
  std::vector<fs::path> files = folderFiles(out);
  if (files.empty()) return difference(side, side.source, "empty");
  std::string ordered;
  for (const auto& file : files) ordered += (ordered.empty() ? "migrations:" : ",") + file.string();
  // Strictly one file after the other, as psql reads them: what is not there yet is an error.
  const std::string problems = difference(side, side.source, ordered) + difference(side, side.source, "schema:" + out);
  return problems.empty() ? "" : problems + side.run({"dump", "--from", side.source}).out;
}

std::string reportProblems(const GoldenCase& golden) {
  std::vector<std::string> arguments = diffArguments(golden, "unused", golden.serverVersion);
  arguments.insert(arguments.end(), {"--format", "json"});
  const ToolRun plan = runSchemac(golden.folder, arguments);
  if (plan.exitCode != golden.exitCode) return "diff --format json: exit code " + std::to_string(plan.exitCode) + "\n" + plan.err;
  if (plan.exitCode == 1) return "";
  std::string problems = schemaProblems(schemaFile("plan.schema.json"), plan.out);
  for (const char* format : {"markdown", "dot"}) {
    arguments.back() = format;
    const ToolRun run = runSchemac(golden.folder, arguments);
    if (run.exitCode != golden.exitCode || run.out.empty()) problems += std::string("diff --format ") + format + ": " + run.err;
  }
  return problems;
}

// Cases of errors hold what schemac must refuse; there is nothing to dump.
bool readable(const Side& side) { return side.run({"check", "--from", side.source, "--to", side.source}).err.find("error:") == std::string::npos; }

TEST_CASE("dumps of the golden cases", "[golden]") {
  for (const GoldenCase& golden : goldenCases(filter())) {
    std::string problems = reportProblems(golden);
    for (const Side& side : sidesOf(golden)) {
      if (!readable(side)) continue;
      for (const auto& check : {snapshotProblems, filesProblems}) {
        try {
          if (const std::string found = check(side); !found.empty()) problems += side.source + "\n" + found;
        } catch (const std::exception& error) {
          problems += side.source + "\nexception: " + error.what() + "\n";
        }
      }
    }
    if (problems.empty()) SUCCEED(golden.id());
    else FAIL_CHECK("golden/" << golden.id() << "\n" << problems);
  }
}

}  // namespace
}  // namespace schemac::testing
