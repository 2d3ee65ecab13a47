#include "tests/support/golden_case.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <sstream>
#include <stdexcept>
#include <toml++/toml.h>

#include "tools/schemac/driver.h"

namespace schemac::testing {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> strings(const toml::node& value, const std::string& where) {
  std::vector<std::string> out;
  const toml::array* items = value.as_array();
  if (!items) throw std::runtime_error(where + ": a list of strings is wanted");
  for (const auto& item : *items) {
    const auto text = item.value<std::string>();
    if (!text) throw std::runtime_error(where + ": a list of strings is wanted");
    out.push_back(*text);
  }
  return out;
}

template <class T>
T scalar(const toml::node& value, const std::string& where) {
  const auto read = value.value_exact<T>();
  if (!read) throw std::runtime_error(where + ": a value of another type is wanted");
  return *read;
}

void readSettings(GoldenCase& golden, const fs::path& file) {
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    throw std::runtime_error(file.string() + ": " + std::string(error.description()));
  }
  for (const auto& [key, value] : table) {
    const std::string name(key.str()), where = file.string() + ": " + name;
    if (name == "description") golden.description = scalar<std::string>(value, where);
    else if (name == "profile") golden.profile = scalar<std::string>(value, where);
    else if (name == "allow") golden.allow = scalar<std::string>(value, where);
    else if (name == "name") golden.migration = scalar<std::string>(value, where);
    else if (name == "server_version") golden.serverVersion = static_cast<int>(scalar<int64_t>(value, where));
    else if (name == "min_server") golden.minServer = static_cast<int>(scalar<int64_t>(value, where));
    else if (name == "max_server") golden.maxServer = static_cast<int>(scalar<int64_t>(value, where));
    else if (name == "exit") golden.exitCode = static_cast<int>(scalar<int64_t>(value, where));
    else if (name == "settles") golden.settles = scalar<bool>(value, where);
    else if (name == "rolls_back") golden.rollsBack = scalar<bool>(value, where);
    else if (name == "live") golden.live = scalar<bool>(value, where);
    else if (name == "args") golden.arguments = strings(value, where);
    else if (name == "roles") golden.roles = strings(value, where);
    else throw std::runtime_error(where + ": unknown key");
  }
}

bool isMigration(const std::string& file) {
  return file.size() > 19 && file[14] == '_' && file.ends_with(".sql") &&
         std::all_of(file.begin(), file.begin() + 14, [](unsigned char c) { return std::isdigit(c); });
}

GoldenCase readCase(const fs::path& folder) {
  static const std::set<std::string> known{"before", "after", "before.sql", "after.sql", "case.toml", "diagnostics.txt"};
  GoldenCase golden;
  golden.folder = folder;
  golden.name = folder.filename().string();
  golden.kind = folder.parent_path().filename().string();
  golden.migration = golden.name;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string file = entry.path().filename().string();
    if (!known.contains(file) && !isMigration(file)) throw std::runtime_error(entry.path().string() + ": no such file belongs into a golden case");
  }
  if (fs::exists(folder / "case.toml")) readSettings(golden, folder / "case.toml");
  for (const char* side : {"before", "after"}) {
    if (fs::exists(folder / side) && fs::exists(folder / (std::string(side) + ".sql"))) {
      throw std::runtime_error(folder.string() + ": both " + side + "/ and " + side + ".sql");
    }
  }
  if (golden.beforeFiles().empty() && golden.afterFiles().empty()) throw std::runtime_error(folder.string() + ": neither before nor after");
  return golden;
}

std::vector<fs::path> sorted(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

}  // namespace

std::vector<fs::path> GoldenCase::side(const std::string& which) const {
  if (fs::exists(folder / (which + ".sql"))) return {folder / (which + ".sql")};
  std::vector<fs::path> files;
  if (!fs::exists(folder / which)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder / which)) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

fs::path goldenRoot() {
  const char* other = std::getenv("SCHEMAC_GOLDEN_FOLDER");
  return other ? fs::path(other) : fs::path(SCHEMAC_SOURCE_DIR) / "golden";
}

std::vector<GoldenCase> goldenCases(const std::string& filter) {
  std::vector<GoldenCase> cases;
  if (!fs::exists(goldenRoot())) return cases;
  for (const auto& kind : sorted(goldenRoot())) {
    if (!fs::is_directory(kind)) continue;
    for (const auto& folder : sorted(kind)) {
      if (!fs::is_directory(folder)) throw std::runtime_error(folder.string() + ": golden/KIND holds folders alone");
      const std::string name = kind.filename().string(), id = name + "/" + folder.filename().string();
      if (filter.empty() || filter == name || (filter.find('/') != std::string::npos && id.find(filter) != std::string::npos)) {
        cases.push_back(readCase(folder));
      }
    }
  }
  return cases;
}

ToolRun runSchemac(const fs::path& folder, const std::vector<std::string>& arguments, const std::string& input) {
  const fs::path here = fs::current_path();
  fs::current_path(folder);
  std::istringstream in(input);
  std::ostringstream out, err;
  ToolRun result;
  result.exitCode = tool::run(arguments, in, out, err);
  fs::current_path(here);
  result.out = out.str();
  result.err = err.str();
  return result;
}

std::vector<std::string> diffArguments(const GoldenCase& golden, const std::string& out, int serverVersion) {
  const auto source = [&](const std::string& side, const std::string& prefix) -> std::string {
    if (fs::exists(golden.folder / (side + ".sql"))) return prefix + side + ".sql";
    return fs::exists(golden.folder / side) ? prefix + side : "empty";
  };
  std::vector<std::string> arguments{"diff", "--no-config", "--color", "never", "--profile", golden.profile, "--server-version", std::to_string(serverVersion),
                                     "--from", source("before", "migrations:"), "--to", source("after", "schema:"), "--name", golden.migration,
                                     "--stamp", "20260101000000", "--out", out};
  if (!golden.allow.empty()) arguments.insert(arguments.end(), {"--allow", golden.allow});
  arguments.insert(arguments.end(), golden.arguments.begin(), golden.arguments.end());
  return arguments;
}

}  // namespace schemac::testing
