// The direction of includes: ir <- parser, compiler, emitters <- tools; the three in the middle never see each other.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "tests/support/catch.h"

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>>& mayInclude() {
  static const std::map<std::string, std::set<std::string>> layers{
      {"ir", {"ir"}}, {"parser", {"ir", "parser"}}, {"compiler", {"ir", "compiler"}}, {"emitters", {"ir", "emitters"}}};
  return layers;
}

std::vector<fs::path> sourcesOf(const std::string& layer) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SCHEMAC_SOURCE_DIR) / layer)) {
    const auto extension = entry.path().extension();
    if (extension == ".h" || extension == ".cpp" || extension == ".inc") files.push_back(entry.path());
  }
  return files;
}

// Projects' own folders, as the first part of an include's path.
const std::set<std::string>& projectFolders() {
  static const std::set<std::string> folders{"ir", "parser", "compiler", "emitters", "tools", "tests"};
  return folders;
}

TEST_CASE("includes go one way", "[layers]") {
  static const std::regex include(R"re(^\s*#\s*include\s*["<]([^">]+)[">])re");
  for (const auto& [layer, allowed] : mayInclude()) {
    const auto files = sourcesOf(layer);
    CHECK_FALSE(files.empty());
    for (const auto& file : files) {
      std::ifstream in(file);
      int number = 0;
      for (std::string line; std::getline(in, line);) {
        ++number;
        std::smatch match;
        if (!std::regex_search(line, match, include)) continue;
        const std::string path = match[1], folder = path.substr(0, path.find('/'));
        INFO(file.string() << ":" << number << ": " << path);
        CHECK(path.find("..") == std::string::npos);
        if (projectFolders().contains(folder)) CHECK(allowed.contains(folder));
      }
    }
  }
}

TEST_CASE("PostgreSQL's server headers stay in the parser", "[layers]") {
  static const std::regex server(R"re(^\s*#\s*include\s*["<](postgres\.h|pg_query[^">]*|nodes/[^">]*|parser/(parser|scanner|gramparse)\.h|catalog/pg_[^">]*)[">])re");
  for (const char* layer : {"ir", "compiler", "emitters", "tools"}) {
    for (const auto& file : sourcesOf(layer)) {
      std::ifstream in(file);
      for (std::string line; std::getline(in, line);) {
        INFO(file.string() << ": " << line);
        CHECK_FALSE(std::regex_search(line, server));
      }
    }
  }
}

// Files that a script writes say so in their first lines.
bool isGenerated(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  for (int number = 0; number < 5 && std::getline(in, line); ++number) {
    if (line.find("enerated") != std::string::npos) return true;
  }
  return false;
}

TEST_CASE("files stay small enough to read", "[layers]") {
  for (const char* layer : {"ir", "parser", "compiler", "emitters", "tools", "tests"}) {
    for (const auto& file : sourcesOf(layer)) {
      std::ifstream in(file);
      const auto lines = std::count(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>(), '\n');
      if (lines > 500 && !isGenerated(file)) WARN(file.string() << " has " << lines << " lines");
    }
  }
}

}  // namespace
