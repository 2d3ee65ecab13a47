#include "tools/schemac/write.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "fmt/format.h"

namespace schemac::tool {

namespace fs = std::filesystem;
using ir::Code;

namespace {

std::string versionAt(std::time_t time) {
  std::tm utc{};
  gmtime_r(&time, &utc);
  char text[15];
  std::strftime(text, sizeof text, "%Y%m%d%H%M%S", &utc);
  return text;
}

std::time_t timeOf(const std::string& version) {
  std::tm utc{};
  strptime(version.c_str(), "%Y%m%d%H%M%S", &utc);
  return timegm(&utc);
}

bool writeSynced(const fs::path& path, const std::string& text) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return false;
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t n = write(file, text.data() + written, text.size() - written);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) break;
    written += static_cast<std::size_t>(n);
  }
  const bool synced = written == text.size() && fsync(file) == 0;
  const int kept = errno;
  const bool closed = close(file) == 0;
  if (!synced) errno = kept;
  return synced && closed;
}

}  // namespace

std::vector<std::string> migrationNames(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) names.push_back(entry.path().filename().string());
  return names;
}

std::optional<std::string> chooseStamp(const std::optional<std::string>& wanted, const std::vector<std::string>& existing,
                                       ir::Diagnostics& diagnostics) {
  std::string stamp;
  if (wanted) {
    stamp = *wanted;
    if (stamp.size() != 14 || !std::all_of(stamp.begin(), stamp.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      diagnostics.add(Code::Usage, {}, fmt::format("--stamp \"{}\" is no version: 14 digits are wanted, YYYYMMDDHHMMSS", stamp));
      return std::nullopt;
    }
  } else if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch && *epoch) {
    stamp = versionAt(static_cast<std::time_t>(std::strtoll(epoch, nullptr, 10)));
  } else {
    stamp = versionAt(std::time(nullptr));
  }
  for (const std::string& name : existing) {
    const std::string version = name.substr(0, name.find('_'));
    if (version.size() == 14 && version >= stamp && version.find_first_not_of("0123456789") == std::string::npos)
      stamp = versionAt(timeOf(version) + 1);
  }
  return stamp;
}

namespace {

bool writeAll(const std::string& folder, const std::vector<emitters::File>& files, bool replace, ir::Diagnostics& diagnostics) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) {
    diagnostics.add(Code::CannotWrite, {}, fmt::format("cannot make the folder \"{}\": {}", folder, failed.message()));
    return false;
  }
  std::vector<std::pair<fs::path, fs::path>> renames;
  const auto undo = [&](const std::string& what) {
    const std::string why = std::strerror(errno);
    for (const auto& [temporary, final] : renames) {
      std::error_code ignored;
      fs::remove(temporary, ignored);
      if (!replace) fs::remove(final, ignored);
    }
    diagnostics.add(Code::CannotWrite, {}, fmt::format("cannot write \"{}\": {}; nothing was written", what, why));
    return false;
  };
  for (const emitters::File& file : files) {
    const fs::path final = fs::path(folder) / file.name;
    const fs::path temporary = fs::path(folder) / ("." + file.name + ".tmp");
    if (!replace && fs::exists(final)) {
      errno = EEXIST;
      return undo(final.string());
    }
    renames.emplace_back(temporary, final);
    if (!writeSynced(temporary, file.text)) return undo(final.string());
  }
  for (const auto& [temporary, final] : renames)
    if (rename(temporary.c_str(), final.c_str()) != 0) return undo(final.string());
  const int directory = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) {
    fsync(directory);  // the names too
    close(directory);
  }
  return true;
}

}  // namespace

bool writeFiles(const std::string& folder, const std::vector<emitters::File>& files, ir::Diagnostics& diagnostics) {
  return writeAll(folder, files, false, diagnostics);
}

bool replaceFile(const std::string& folder, const emitters::File& file, ir::Diagnostics& diagnostics) {
  return writeAll(folder, {file}, true, diagnostics);
}

}  // namespace schemac::tool
