#include "emitters/comments.h"

#include "emitters/migration.h"

namespace schemac::emitters {
namespace {

constexpr std::string_view marker = "-- rollback:";

}  // namespace

std::string rollbackComment(std::string_view sql) {
  std::string out;
  std::size_t at = 0;
  while (at < sql.size()) {
    const std::size_t end = std::min(sql.find_first_of("\r\n", at), sql.size());
    out += marker;
    if (end > at) out += " " + std::string(sql.substr(at, end - at));
    // A carriage return that ends a line with its line feed is kept; alone it would end the comment, and is a line end here.
    const bool pair = end + 1 < sql.size() && sql[end] == '\r' && sql[end + 1] == '\n';
    out += pair ? "\r\n" : "\n";
    at = end + (pair ? 2 : 1);
  }
  return out;
}

bool rollbackText(const std::string& migration, std::string& sql) {
  sql.clear();
  bool found = false, mixed = false;
  std::string exact, unix;
  for (std::size_t at = 0; at < migration.size();) {
    const std::size_t end = std::min(migration.find('\n', at), migration.size());
    std::string_view line = std::string_view(migration).substr(at, end - at);
    at = end + 1;
    std::string_view bare = line;
    if (bare.ends_with('\r')) bare.remove_suffix(1);
    if (!bare.starts_with(marker)) continue;
    found = true;
    mixed = mixed || bare.size() == line.size();  // not every line has one: no checkout with CRLF
    const auto content = [](std::string_view whole) {
      whole.remove_prefix(marker.size());
      if (whole.starts_with(' ')) whole.remove_prefix(1);
      return whole;
    };
    exact += content(line);
    exact += '\n';
    unix += content(bare);
    unix += '\n';
  }
  sql = mixed ? exact : unix;
  return found;
}

}  // namespace schemac::emitters
