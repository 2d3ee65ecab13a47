#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ir/diagnostic.h"
#include "tools/schemac/git.h"

namespace schemac::tool {

// Where SQL files are found: the working tree or a commit. Paths are strings with "/"; what is found comes in the order of names.
class Listing {
 public:
  virtual ~Listing() = default;
  virtual bool isFolder(const std::string& path) const = 0;
  virtual bool exists(const std::string& path) const = 0;
  virtual std::vector<std::string> sqlFilesIn(const std::string& folder, bool recursive) const = 0;
  // What a glob names, and "**" for any folders in between.
  virtual std::vector<std::string> matches(const std::string& pattern) const = 0;
};

class WorkingTree : public Listing {
 public:
  bool isFolder(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  std::vector<std::string> sqlFilesIn(const std::string& folder, bool recursive) const override;
  std::vector<std::string> matches(const std::string& pattern) const override;
};

class CommitListing : public Listing {
 public:
  explicit CommitListing(const GitTree& tree) : tree_(tree) {}
  bool isFolder(const std::string& path) const override { return tree_.isFolder(path); }
  bool exists(const std::string& path) const override { return tree_.isFile(path) || tree_.isFolder(path); }
  std::vector<std::string> sqlFilesIn(const std::string& folder, bool recursive) const override;
  std::vector<std::string> matches(const std::string& pattern) const override;

 private:
  const GitTree& tree_;
};

// "a/b.sql" → "b.sql"
std::string fileNameOf(const std::string& path);

}  // namespace schemac::tool
