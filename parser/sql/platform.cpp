#include "parser/sql/platform.h"

#include <cstdlib>

namespace schemac::parser {
namespace {

constexpr std::string_view kCondition = "-- schemac: server_version ";
constexpr std::string_view kEnd = "-- schemac: end";

bool holds(std::string_view condition, int version) {
  const std::size_t digit = condition.find_first_of("0123456789");
  if (digit == std::string_view::npos) return true;
  const int number = std::atoi(std::string(condition.substr(digit)).c_str());
  const std::string_view op = condition.substr(0, condition.find_last_not_of(' ', digit - 1) + 1);
  if (op == "<") return version < number;
  if (op == "<=") return version <= number;
  if (op == ">") return version > number;
  if (op == ">=") return version >= number;
  return version == number;
}

}  // namespace

std::string platformFor(std::string_view text, int serverVersion) {
  std::string out(text);
  bool in = true;
  for (std::size_t at = 0; at < out.size();) {
    std::size_t end = out.find('\n', at);
    if (end == std::string::npos) end = out.size();
    const std::string_view line(out.data() + at, end - at);
    if (line.starts_with(kCondition)) in = holds(line.substr(kCondition.size()), serverVersion);
    else if (line.starts_with(kEnd)) in = true;
    else if (!in) out.replace(at, end - at, end - at, ' ');
    at = end + 1;
  }
  return out;
}

}  // namespace schemac::parser
