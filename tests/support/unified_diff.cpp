#include <algorithm>
#include <sstream>

#include "tests/support/files.h"

namespace schemac::testing {
namespace {

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (!text.empty() && text.back() != '\n') lines.back() += "\\ (no newline at the end)";
  return lines;
}

// One step of the edit script: ' ' both, '-' expected only, '+' actual only.
struct Edit {
  char side;
  std::string line;
};

// Longest common subsequence by the quadratic table: the files of a golden case are short.
std::vector<Edit> editScript(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<int>> common(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::vector<Edit> script;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      script.push_back({' ', a[i]});
      ++i, ++j;
    } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
      script.push_back({'-', a[i++]});
    } else {
      script.push_back({'+', b[j++]});
    }
  }
  return script;
}

}  // namespace

std::string unifiedDiff(const std::string& expected, const std::string& actual, const std::string& name) {
  if (expected == actual) return "";
  constexpr std::size_t context = 3;
  const auto script = editScript(linesOf(expected), linesOf(actual));
  std::vector<bool> shown(script.size(), false);
  for (std::size_t at = 0; at < script.size(); ++at) {
    if (script[at].side == ' ') continue;
    for (std::size_t near = at < context ? 0 : at - context; near < std::min(script.size(), at + context + 1); ++near) shown[near] = true;
  }
  std::ostringstream out;
  out << "--- expected " << name << "\n+++ actual " << name << "\n";
  std::size_t expectedLine = 1, actualLine = 1;
  for (std::size_t at = 0; at < script.size(); ++at) {
    if (shown[at]) {
      if (at == 0 || !shown[at - 1]) out << "@@ -" << expectedLine << " +" << actualLine << " @@\n";
      out << script[at].side << script[at].line << "\n";
    }
    if (script[at].side != '+') ++expectedLine;
    if (script[at].side != '-') ++actualLine;
  }
  return out.str();
}

}  // namespace schemac::testing
