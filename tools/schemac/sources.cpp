#include "tools/schemac/sources.h"

#include <fnmatch.h>
#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <set>
#include <sstream>

#include "fmt/format.h"

namespace schemac::tool {

namespace fs = std::filesystem;
using ir::Code;

namespace {

bool isConninfo(const std::string& text) {
  static const std::regex keyword(R"(^\s*(host|hostaddr|port|dbname|user|password|service|sslmode|options|passfile|application_name)\s*=)");
  return text.starts_with("postgresql://") || text.starts_with("postgres://") || std::regex_search(text, keyword);
}

std::vector<std::string> splitAtCommas(const std::string& text) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

bool isMigrationName(const fs::path& path) {
  static const std::regex name(R"(^[0-9]+_.*\.sql$)");
  return std::regex_match(path.filename().string(), name);
}

// Supabase's first migration of old projects holds nothing of the user's (SUPABASE.md, 1.1).
bool isLegacyInit(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() == 23 && name.ends_with("_init.sql") && name.substr(0, 14) < "20211209000000";
}

std::vector<fs::path> sqlFilesIn(const fs::path& folder, bool recursive) {
  std::vector<fs::path> files;
  std::error_code ignored;
  const auto take = [&](const fs::directory_entry& entry) {
    if (entry.is_regular_file(ignored) && entry.path().extension() == ".sql") files.push_back(entry.path());
  };
  if (recursive) for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) take(entry);
  else for (const auto& entry : fs::directory_iterator(folder, ignored)) take(entry);
  std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) { return a.string() < b.string(); });
  return files;
}

// glob(3), and "**" for any folders in between.
std::vector<fs::path> matches(const std::string& pattern) {
  std::vector<fs::path> found;
  if (pattern.find("**") != std::string::npos) {
    const fs::path root = fs::path(pattern.substr(0, pattern.find("**"))).empty() ? fs::path(".") : fs::path(pattern.substr(0, pattern.find("**")));
    std::string flat = pattern;
    for (std::size_t at; (at = flat.find("**/")) != std::string::npos;) flat.replace(at, 3, "*");
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(root, ignored))
      if (entry.is_regular_file(ignored) && fnmatch(flat.c_str(), entry.path().c_str(), 0) == 0) found.push_back(entry.path());
  } else {
    glob_t result{};
    if (glob(pattern.c_str(), 0, nullptr, &result) == 0)
      for (std::size_t i = 0; i < result.gl_pathc; ++i) found.emplace_back(result.gl_pathv[i]);
    globfree(&result);
  }
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return a.string() < b.string(); });
  return found;
}

}  // namespace

std::optional<SourceSpec> parseSource(const std::vector<std::string>& values, ir::Diagnostics& diagnostics) {
  SourceSpec spec;
  if (values.size() == 1 && isConninfo(values[0])) {
    spec.type = SourceSpec::Type::Live;
    spec.conninfo = values[0];
    return spec;
  }
  if (values.size() == 1 && values[0] == "empty") {
    spec.type = SourceSpec::Type::Empty;
    return spec;
  }
  bool first = true;
  for (std::string value : values) {
    if (first && value.starts_with("migrations:")) spec.reading = SourceSpec::Reading::Migrations, value.erase(0, 11);
    else if (first && value.starts_with("schema:")) spec.reading = SourceSpec::Reading::Schema, value.erase(0, 7);
    first = false;
    // A path that exists is one path, whatever it is called.
    std::error_code ignored;
    const auto parts = fs::exists(value, ignored) ? std::vector{value} : splitAtCommas(value);
    for (const std::string& path : parts) {
      if (path.starts_with("git:") || path.ends_with(".json")) {
        diagnostics.add(Code::Usage, {}, fmt::format("the source \"{}\" is not understood: git revisions and snapshots cannot be read yet", path));
        return std::nullopt;
      }
      if (isConninfo(path) || path == "empty") {
        diagnostics.add(Code::Usage, {}, "a live database or \"empty\" stands alone: it cannot be in a list of sources");
        return std::nullopt;
      }
      spec.paths.push_back(path);
    }
  }
  if (spec.paths.empty()) {
    diagnostics.add(Code::Usage, {}, "the source names no file");
    return std::nullopt;
  }
  return spec;
}

std::shared_ptr<const ir::Source> loadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || fs::is_directory(path)) return nullptr;
  std::stringstream text;
  text << file.rdbuf();
  return std::make_shared<const ir::Source>(ir::Source{path, text.str()});
}

SourceFiles loadFiles(const SourceSpec& spec, std::istream& in, ir::Diagnostics& diagnostics) {
  SourceFiles result;
  const bool forced = spec.reading != SourceSpec::Reading::Auto;
  std::vector<fs::path> paths;
  bool fromStandardInput = false;
  for (const std::string& written : spec.paths) {
    std::error_code ignored;
    if (written == "-") {
      fromStandardInput = true;
    } else if (fs::is_directory(written, ignored)) {
      const auto top = sqlFilesIn(written, false);
      const bool asMigrations = spec.reading == SourceSpec::Reading::Migrations ||
                                (!forced && !top.empty() && std::all_of(top.begin(), top.end(), isMigrationName) &&
                                 sqlFilesIn(written, true).size() == top.size());
      if (asMigrations && spec.paths.size() == 1) result.folder = written;
      bool firstFile = true;
      for (const fs::path& path : asMigrations ? top : sqlFilesIn(written, true)) {
        if (asMigrations && !isMigrationName(path)) {
          diagnostics.add(Code::NothingFound, {}, fmt::format("\"{}\" is no migration: its name is not VERSION_name.sql; it is skipped", path.string()));
        } else if (!(asMigrations && firstFile && isLegacyInit(path))) {
          paths.push_back(path);
        }
        firstFile = false;
      }
    } else if (fs::exists(written, ignored)) {
      paths.emplace_back(written);
    } else if (written.find_first_of("*?[") != std::string::npos) {
      const auto found = matches(written);
      if (found.empty()) diagnostics.add(Code::NothingFound, {}, fmt::format("nothing matches \"{}\"", written));
      for (const fs::path& path : found) {
        if (!fs::is_directory(path, ignored)) paths.push_back(path);
        else for (const fs::path& inner : sqlFilesIn(path, true)) paths.push_back(inner);
      }
    } else {
      diagnostics.add(Code::CannotRead, {}, fmt::format("\"{}\" does not exist", written));
    }
  }
  std::set<std::string> seen;
  bool allMigrations = !paths.empty() && !fromStandardInput;
  for (const fs::path& path : paths) {
    if (!seen.insert(path.string()).second) continue;
    allMigrations = allMigrations && isMigrationName(path);
    if (auto source = loadFile(path.string())) result.files.push_back(std::move(source));
    else diagnostics.add(Code::CannotRead, {}, fmt::format("cannot read \"{}\"", path.string()));
  }
  if (fromStandardInput) {
    std::stringstream text;
    text << in.rdbuf();
    result.files.push_back(std::make_shared<const ir::Source>(ir::Source{"-", text.str()}));
  }
  result.declarative = spec.reading == SourceSpec::Reading::Schema || (!forced && !allMigrations);
  return result;
}

std::string labelOf(const SourceSpec& spec, const SourceFiles& files) {
  switch (spec.type) {
    case SourceSpec::Type::Empty: return "nothing";
    case SourceSpec::Type::Live: return "the live database";
    case SourceSpec::Type::Files: break;
  }
  std::string label;
  for (std::size_t i = 0; i < spec.paths.size() && i < 3; ++i) label += (i ? ", " : "") + spec.paths[i];
  if (spec.paths.size() > 3) label += ", …";
  return fmt::format("{} ({} file{})", label, files.files.size(), files.files.size() == 1 ? "" : "s");
}

}  // namespace schemac::tool
