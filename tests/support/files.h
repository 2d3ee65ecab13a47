#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace schemac::testing {

std::string readFile(const std::filesystem::path& path);

// A folder under the system's temporary one that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Its .sql files, sorted.
  std::vector<std::filesystem::path> sqlFiles() const;

 private:
  std::filesystem::path path_;
};

// A unified diff of two texts, three lines of context; empty when they are equal.
std::string unifiedDiff(const std::string& expected, const std::string& actual, const std::string& name);

}  // namespace schemac::testing
