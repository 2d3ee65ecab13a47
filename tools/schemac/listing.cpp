#include "tools/schemac/listing.h"

#include <fnmatch.h>
#include <glob.h>

#include <algorithm>
#include <filesystem>

namespace schemac::tool {

namespace fs = std::filesystem;

namespace {

// fnmatch's "*" crosses folders: "**/" needs nothing more.
std::string flattened(std::string pattern) {
  for (std::size_t at; (at = pattern.find("**/")) != std::string::npos;) pattern.replace(at, 3, "*");
  return pattern;
}

}  // namespace

std::string fileNameOf(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool WorkingTree::isFolder(const std::string& path) const {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool WorkingTree::exists(const std::string& path) const {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

std::vector<std::string> WorkingTree::sqlFilesIn(const std::string& folder, bool recursive) const {
  std::vector<std::string> files;
  std::error_code ignored;
  const auto take = [&](const fs::directory_entry& entry) {
    if (entry.is_regular_file(ignored) && entry.path().extension() == ".sql") files.push_back(entry.path().string());
  };
  if (recursive) for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) take(entry);
  else for (const auto& entry : fs::directory_iterator(folder, ignored)) take(entry);
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> WorkingTree::matches(const std::string& pattern) const {
  std::vector<std::string> found;
  if (const std::size_t any = pattern.find("**"); any != std::string::npos) {
    const std::string root = any == 0 ? "." : pattern.substr(0, any);
    const std::string flat = flattened(pattern);
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(root, ignored))
      if (entry.is_regular_file(ignored) && fnmatch(flat.c_str(), entry.path().c_str(), 0) == 0) found.push_back(entry.path().string());
  } else {
    glob_t result{};
    if (glob(pattern.c_str(), 0, nullptr, &result) == 0)
      for (std::size_t i = 0; i < result.gl_pathc; ++i) found.emplace_back(result.gl_pathv[i]);
    globfree(&result);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> CommitListing::sqlFilesIn(const std::string& folder, bool recursive) const {
  const std::string inside = folder.empty() ? "" : folder + "/";
  std::vector<std::string> result;
  for (const std::string& file : tree_.files())
    if (file.starts_with(inside) && file.ends_with(".sql") && (recursive || file.find('/', inside.size()) == std::string::npos)) result.push_back(file);
  return result;
}

std::vector<std::string> CommitListing::matches(const std::string& pattern) const {
  const bool any = pattern.find("**") != std::string::npos;
  const std::string flat = any ? flattened(pattern) : pattern;
  std::vector<std::string> result;
  for (const std::string& file : tree_.files())
    if (fnmatch(flat.c_str(), file.c_str(), any ? 0 : FNM_PATHNAME) == 0) result.push_back(file);
  return result;
}

}  // namespace schemac::tool
