#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ir/diagnostic.h"
#include "ir/source.h"

namespace schemac::tool {

// git:REV:PATH. REV is whatever git takes for a commit; PATH is from the repository's root, as for git itself, or from here with "./" in front.
struct GitPath {
  std::string revision, path;
  std::string text() const { return "git:" + revision + ":" + path; }
};
// Nothing for a text that is not of this form.
std::optional<GitPath> parseGitPath(std::string_view text);

// The files of one commit, read with git's plumbing: no checkout, nothing is written. The repository is that of the working directory.
class GitTree {
 public:
  // Nothing, with an error that names the revision, if git is not there, this is no repository or there is no such commit.
  static std::optional<GitTree> open(const std::string& revision, ir::Diagnostics& diagnostics);

  // Paths from the root: "./x" of a working directory below it becomes "sub/x", without a slash at the end.
  std::string fromRoot(const std::string& path) const;
  bool isFolder(const std::string& path) const;  // "" is the root
  bool isFile(const std::string& path) const;
  // All files, in the order of their names.
  const std::vector<std::string>& files() const { return files_; }
  // The texts of several files, in this order; symbolic links inside the commit are followed. Null where one cannot be read.
  std::vector<std::shared_ptr<const ir::Source>> read(const std::vector<std::string>& paths) const;

 private:
  std::string revision_, commit_, prefix_;
  std::vector<std::string> files_;
};

// One file as of a revision: "git:REV:PATH"; null if there is none. For what \i names.
std::shared_ptr<const ir::Source> loadFromGit(const GitPath& path);

}  // namespace schemac::tool
