// Every case under golden/: what schemac writes is, byte for byte, what stands in the case's folder.
// SCHEMAC_GOLDEN=KIND or KIND/CASE narrows it; SCHEMAC_UPDATE_GOLDEN=1 writes the folders anew (tools/update_golden does).
#include <cstdlib>
#include <fstream>
#include <map>

#include "tests/support/catch.h"
#include "tests/support/golden_case.h"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// Messages name the temporary folder as OUT: it is another one in every run.
std::string withoutFolder(std::string text, const std::string& folder) {
  for (std::size_t at; (at = text.find(folder)) != std::string::npos;) text.replace(at, folder.size(), "OUT");
  return text;
}

using Files = std::map<std::string, std::string>;

// What the case's folder promises: migration files and diagnostics.txt.
Files expectedFiles(const GoldenCase& golden) {
  Files files;
  for (const auto& entry : fs::directory_iterator(golden.folder)) {
    const std::string name = entry.path().filename().string();
    if (name == "diagnostics.txt" || std::isdigit(static_cast<unsigned char>(name[0]))) files[name] = readFile(entry.path());
  }
  return files;
}

void update(const GoldenCase& golden, const Files& expected, const Files& actual) {
  for (const auto& [name, text] : expected) {
    if (!actual.contains(name)) fs::remove(golden.folder / name);
  }
  for (const auto& [name, text] : actual) {
    const auto old = expected.find(name);
    if (old != expected.end() && old->second == text) continue;
    std::ofstream(golden.folder / name, std::ios::binary) << text;
    WARN("updated " << golden.id() << "/" << name);
  }
}

std::string compare(const Files& expected, const Files& actual) {
  std::string problems;
  for (const auto& [name, text] : expected) {
    if (!actual.contains(name)) problems += "expected, and not written: " + name + "\n";
  }
  for (const auto& [name, text] : actual) {
    const auto old = expected.find(name);
    problems += unifiedDiff(old == expected.end() ? "" : old->second, text, name);
  }
  return problems;
}

// With the emitted files behind `before`, there is nothing left to do.
std::string settles(const GoldenCase& golden, const TemporaryFolder& written) {
  const TemporaryFolder again;
  auto arguments = diffArguments(golden, again.path().string(), golden.serverVersion);
  std::string files;
  for (const auto& file : written.sqlFiles()) files += (files.empty() ? "" : ",") + file.string();
  for (std::size_t at = 0; at + 1 < arguments.size(); ++at) {
    if (arguments[at] == "--from") arguments[at + 1] = arguments[at + 1] == "empty" ? "migrations:" + files : arguments[at + 1] + "," + files;
  }
  const ToolRun run = runSchemac(golden.folder, arguments);
  if (run.exitCode != 0) return "a second diff, with the emitted files applied, fails:\n" + run.err;
  std::string left;
  for (const auto& file : again.sqlFiles()) left += readFile(file);
  return left.empty() ? "" : "a second diff, with the emitted files applied, finds more to do:\n" + left;
}

std::string check(const GoldenCase& golden, bool updating) {
  const TemporaryFolder out;
  const ToolRun run = runSchemac(golden.folder, diffArguments(golden, out.path().string(), golden.serverVersion));
  Files actual;
  for (const auto& file : out.sqlFiles()) actual[file.filename().string()] = readFile(file);
  if (!run.err.empty()) actual["diagnostics.txt"] = withoutFolder(run.err, out.path().string());
  std::string problems;
  if (run.exitCode != golden.exitCode) {
    problems += "exit code " + std::to_string(run.exitCode) + " instead of " + std::to_string(golden.exitCode) + "\n" + run.err;
  }
  const Files expected = expectedFiles(golden);
  if (updating && problems.empty()) update(golden, expected, actual);
  else if (!updating) problems += compare(expected, actual);
  if (golden.settles && run.exitCode == 0 && !out.sqlFiles().empty()) problems += settles(golden, out);
  return problems;
}

TEST_CASE("golden cases", "[golden]") {
  const bool updating = !variable("SCHEMAC_UPDATE_GOLDEN").empty();
  const std::string filter = variable("SCHEMAC_GOLDEN");
  const auto cases = goldenCases(filter);
  if (!filter.empty()) REQUIRE_FALSE(cases.empty());
  for (const GoldenCase& golden : cases) {
    std::string problems;
    try {
      problems = check(golden, updating);
    } catch (const std::exception& error) {
      problems = std::string("exception: ") + error.what() + "\n";
    }
    if (problems.empty()) {
      SUCCEED(golden.id());
    } else {
      FAIL_CHECK("golden/" << golden.id() << "\n" << problems << "if this is what it should be: tools/update_golden " << golden.id());
    }
  }
}

}  // namespace
}  // namespace schemac::testing
