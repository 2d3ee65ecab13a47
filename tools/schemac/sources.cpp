#include "tools/schemac/sources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "fmt/format.h"
#include "parser/snapshot/snapshot.h"
#include "tools/schemac/listing.h"

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

bool isMigrationName(const std::string& path) {
  static const std::regex name(R"(^[0-9]+_.*\.sql$)");
  return std::regex_match(fileNameOf(path), name);
}

// Supabase's first migration of old projects holds nothing of the user's (SUPABASE.md, 1.1).
bool isLegacyInit(const std::string& path) {
  const std::string name = fileNameOf(path);
  return name.size() == 23 && name.ends_with("_init.sql") && name.substr(0, 14) < "20211209000000";
}

// Does the file begin as `schemac dump --format snapshot` writes it? Its name does not matter then.
bool looksLikeSnapshot(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return false;
  std::ifstream file(path, std::ios::binary);
  std::string head(256, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return parser::isSnapshot(head);
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
      if (path.starts_with("git:") && !parseGitPath(path)) {
        diagnostics.add(Code::Usage, {}, fmt::format("the source \"{}\" is not understood", path), "A git source is git:REV:PATH.");
        return std::nullopt;
      }
      if (path.ends_with(".json") || looksLikeSnapshot(path)) {
        if (values.size() == 1 && parts.size() == 1 && spec.reading == SourceSpec::Reading::Auto) {
          spec.type = SourceSpec::Type::Snapshot;
          spec.paths = {path};
          return spec;
        }
        diagnostics.add(Code::Usage, {}, fmt::format("the snapshot \"{}\" stands alone: it cannot be in a list of sources", path));
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
  if (const auto git = parseGitPath(path)) return loadFromGit(*git);
  std::ifstream file(path, std::ios::binary);
  if (!file || fs::is_directory(path)) return nullptr;
  std::stringstream text;
  text << file.rdbuf();
  return std::make_shared<const ir::Source>(ir::Source{path, text.str()});
}

namespace {

// Collects the files of a list of sources, each path once.
class Collector {
 public:
  Collector(const SourceSpec& spec, ir::Diagnostics& diagnostics) : spec_(spec), diagnostics_(diagnostics) {}

  // `shown` is the text in front of paths in messages and source names: "git:REV:".
  void add(const Listing& listing, const std::string& path, const std::string& shown) {
    shown_ = shown;
    if (listing.isFolder(path)) return folder(listing, path);
    if (listing.exists(path)) return take(path);
    if (path.find_first_of("*?[") == std::string::npos) {
      diagnostics_.add(Code::CannotRead, {}, fmt::format("\"{}\" does not exist", shown + path),
                       shown.empty() ? "" : "Paths are from the repository's root; with ./ in front they are from here.");
      return;
    }
    const auto found = listing.matches(path);
    if (found.empty()) diagnostics_.add(Code::NothingFound, {}, fmt::format("nothing matches \"{}\"", shown + path));
    for (const std::string& match : found) {
      if (!listing.isFolder(match)) take(match);
      else for (const std::string& inner : listing.sqlFilesIn(match, true)) take(inner);
    }
  }

  std::vector<std::pair<std::string, std::string>> paths;  // with what is shown in front
  std::optional<std::string> migrations;                   // the folder, if it was read as one

 private:
  void take(const std::string& path) {
    if (seen_.insert(shown_ + path).second) paths.emplace_back(shown_, path);
  }

  void folder(const Listing& listing, const std::string& path) {
    using Reading = SourceSpec::Reading;
    const auto top = listing.sqlFilesIn(path, false);
    const auto all = listing.sqlFilesIn(path, true);
    const bool asMigrations = spec_.reading == Reading::Migrations || (spec_.reading == Reading::Auto && !top.empty() && all.size() == top.size() &&
                                                                       std::all_of(top.begin(), top.end(), isMigrationName));
    if (asMigrations && spec_.paths.size() == 1 && shown_.empty()) migrations = path;
    bool first = true;
    for (const std::string& file : asMigrations ? top : all) {
      if (asMigrations && !isMigrationName(file)) {
        diagnostics_.add(Code::NothingFound, {}, fmt::format("\"{}\" is no migration: its name is not VERSION_name.sql; it is skipped", shown_ + file));
      } else if (!(asMigrations && first && isLegacyInit(file))) {
        take(file);
      }
      first = false;
    }
  }

  const SourceSpec& spec_;
  ir::Diagnostics& diagnostics_;
  std::string shown_;
  std::set<std::string> seen_;
};

}  // namespace

SourceFiles loadFiles(const SourceSpec& spec, std::istream& in, ir::Diagnostics& diagnostics) {
  SourceFiles result;
  Collector collector(spec, diagnostics);
  std::map<std::string, GitTree> commits;  // by what is shown in front of their paths
  bool fromStandardInput = false;
  for (const std::string& written : spec.paths) {
    const auto git = parseGitPath(written);
    if (written == "-") {
      fromStandardInput = true;
    } else if (git) {
      const std::string shown = GitPath{git->revision, ""}.text();
      auto known = commits.find(shown);
      if (known == commits.end()) {
        auto tree = GitTree::open(git->revision, diagnostics);
        if (!tree) return result;
        known = commits.emplace(shown, std::move(*tree)).first;
      }
      collector.add(CommitListing(known->second), known->second.fromRoot(git->path), shown);
      result.revision = shown;
    } else {
      collector.add(WorkingTree(), written, "");
    }
  }
  result.folder = collector.migrations;
  bool allMigrations = !collector.paths.empty() && !fromStandardInput;
  std::map<std::string, std::shared_ptr<const ir::Source>> committed;
  for (const auto& [shown, tree] : commits) {
    std::vector<std::string> wanted;
    for (const auto& path : collector.paths)
      if (path.first == shown) wanted.push_back(path.second);
    const auto texts = tree.read(wanted);
    for (std::size_t i = 0; i < wanted.size(); ++i) committed[shown + wanted[i]] = texts[i];
  }
  for (const auto& [shown, path] : collector.paths) {
    allMigrations = allMigrations && isMigrationName(path);
    if (auto source = shown.empty() ? loadFile(path) : committed[shown + path]) result.files.push_back(std::move(source));
    else diagnostics.add(Code::CannotRead, {}, fmt::format("cannot read \"{}\"", shown + path));
  }
  if (fromStandardInput) {
    std::stringstream text;
    text << in.rdbuf();
    result.files.push_back(std::make_shared<const ir::Source>(ir::Source{"-", text.str()}));
  }
  result.declarative = spec.reading == SourceSpec::Reading::Schema || (spec.reading == SourceSpec::Reading::Auto && !allMigrations);
  return result;
}

std::string labelOf(const SourceSpec& spec, const SourceFiles& files) {
  switch (spec.type) {
    case SourceSpec::Type::Empty: return "nothing";
    case SourceSpec::Type::Live: return "the live database";
    case SourceSpec::Type::Snapshot: return spec.paths.front();
    case SourceSpec::Type::Files: break;
  }
  std::string label;
  for (std::size_t i = 0; i < spec.paths.size() && i < 3; ++i) label += (i ? ", " : "") + spec.paths[i];
  if (spec.paths.size() > 3) label += ", …";
  return fmt::format("{} ({} file{})", label, files.files.size(), files.files.size() == 1 ? "" : "s");
}

}  // namespace schemac::tool
