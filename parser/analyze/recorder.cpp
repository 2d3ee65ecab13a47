#include "parser/analyze/recorder.h"

#include <algorithm>

namespace schemac::parser {
namespace lex {
namespace {

bool identifierStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool identifierPart(char c) { return identifierStart(c) || (c >= '0' && c <= '9') || c == '$'; }
char at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

std::uint32_t quotedEnd(std::string_view text, std::uint32_t at, char quote, bool backslash) {
  std::uint32_t i = at + 1;
  while (i < text.size()) {
    if (backslash && text[i] == '\\') i += 2;
    else if (text[i] != quote) ++i;
    else if (lex::at(text, i + 1) == quote) i += 2;
    else return i + 1;
  }
  return static_cast<std::uint32_t>(text.size());
}

}  // namespace

std::uint32_t skipSpace(std::string_view text, std::uint32_t i) {
  while (i < text.size()) {
    const char c = text[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
      ++i;
    } else if (c == '-' && at(text, i + 1) == '-') {
      while (i < text.size() && text[i] != '\n') ++i;
    } else if (c == '/' && at(text, i + 1) == '*') {
      int depth = 0;
      do {
        if (text[i] == '/' && at(text, i + 1) == '*') ++depth, i += 2;
        else if (text[i] == '*' && at(text, i + 1) == '/') --depth, i += 2;
        else ++i;
      } while (depth > 0 && i < text.size());
    } else {
      break;
    }
  }
  return i;
}

std::uint32_t identifierEnd(std::string_view text, std::uint32_t i) {
  if ((at(text, i) == 'U' || at(text, i) == 'u') && at(text, i + 1) == '&' && at(text, i + 2) == '"') return quotedEnd(text, i + 2, '"', false);
  if (at(text, i) == '"') return quotedEnd(text, i, '"', false);
  if (!identifierStart(at(text, i))) return i;
  while (identifierPart(at(text, i))) ++i;
  return i;
}

std::uint32_t literalEnd(std::string_view text, std::uint32_t i) {
  std::uint32_t quote = i;
  const char c = at(text, i);
  if ((c == 'U' || c == 'u') && at(text, i + 1) == '&') quote = i + 2;
  else if ((c == 'E' || c == 'e' || c == 'N' || c == 'n' || c == 'B' || c == 'b' || c == 'X' || c == 'x') && at(text, i + 1) == '\'') quote = i + 1;
  if (at(text, quote) == '$') {
    std::uint32_t tag = quote + 1;
    while (identifierPart(at(text, tag)) && at(text, tag) != '$') ++tag;
    if (at(text, tag) != '$') return i;
    const std::string_view mark = text.substr(quote, tag + 1 - quote);
    const auto close = text.find(mark, tag + 1);
    return close == std::string_view::npos ? i : static_cast<std::uint32_t>(close + mark.size());
  }
  if (at(text, quote) != '\'') return i;
  std::uint32_t end = quotedEnd(text, quote, '\'', c == 'E' || c == 'e');
  // 'a' <new line> 'b' is one literal.
  for (;;) {
    const std::uint32_t next = skipSpace(text, end);
    if (at(text, next) != '\'' || text.substr(end, next - end).find('\n') == std::string_view::npos) return end;
    end = quotedEnd(text, next, '\'', c == 'E' || c == 'e');
  }
}

std::uint32_t operatorEnd(std::string_view text, std::uint32_t i) {
  while (i < text.size() && std::string_view("+-*/<>=~!@#%^&|`?").find(text[i]) != std::string_view::npos) {
    if ((text[i] == '-' && at(text, i + 1) == '-') || (text[i] == '/' && at(text, i + 1) == '*')) break;
    ++i;
  }
  return i;
}

std::vector<Range> dotted(std::string_view text, std::uint32_t i, int count) {
  std::vector<Range> parts;
  while (static_cast<int>(parts.size()) < count) {
    const std::uint32_t end = at(text, i) == '*' ? i + 1 : identifierEnd(text, i);
    if (end == i) break;
    parts.push_back({i, end});
    if (static_cast<int>(parts.size()) == count) break;
    const std::uint32_t dot = skipSpace(text, end);
    if (at(text, dot) != '.') break;
    i = skipSpace(text, dot + 1);
  }
  return parts;
}

}  // namespace lex

void Recorder::bind(std::uint32_t begin, std::uint32_t end, const ir::Object* target, ir::BindingRole role, ir::Text spelled, std::vector<ir::Ref> columns) {
  if (begin < slice_.begin || end > slice_.end || begin > end) return;
  ir::Binding binding;
  binding.offset = begin - slice_.begin;
  binding.length = end - begin;
  binding.target = target;
  binding.role = role;
  binding.spelled = spelled;
  binding.columns = std::move(columns);
  bindings.push_back(std::move(binding));
}

void Recorder::bindName(int location, int parts, const ir::Object* target, ir::BindingRole role) {
  if (!usable(location)) return;
  const auto ranges = lex::dotted(slice_.text, offset(location), parts);
  if (static_cast<int>(ranges.size()) == parts) bind(ranges.front().begin, ranges.back().end, target, role);
}

ir::Expression Recorder::expression() const {
  ir::Expression result;
  result.text = slice_.text.substr(slice_.begin, slice_.end - slice_.begin);
  result.bindings = bindings;
  // A node that is looked at twice (ORDER BY an output column, BETWEEN SYMMETRIC) is bound twice to the same.
  const auto before = [](const ir::Binding& a, const ir::Binding& b) { return a.offset != b.offset ? a.offset < b.offset : a.length > b.length; };
  if (!std::is_sorted(result.bindings.begin(), result.bindings.end(), before)) std::stable_sort(result.bindings.begin(), result.bindings.end(), before);
  const auto same = [](const ir::Binding& a, const ir::Binding& b) { return a.offset == b.offset && a.length == b.length; };
  std::vector<ir::Binding>& all = result.bindings;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool chained = all[i].role == ir::BindingRole::Star && all[i].length == 0;  // the next item of one star
    if (kept && same(all[kept - 1], all[i]) && !(chained && (all[kept - 1].spelled != all[i].spelled || all[kept - 1].columns != all[i].columns))) continue;
    if (kept && all[i].offset < all[kept - 1].offset + all[kept - 1].length) continue;
    if (kept != i) all[kept] = std::move(all[i]);
    ++kept;
  }
  all.resize(kept);
  for (const ir::Object* target : implied_) {
    ir::Binding& binding = all.emplace_back();
    binding.offset = static_cast<std::uint32_t>(slice_.end - slice_.begin);
    binding.target = target;
    binding.role = target->kind == ir::Kind::Column ? ir::BindingRole::Column : ir::BindingRole::Function;
  }
  result.resolved = followed;
  if (slice_.source)
    result.location = {slice_.source, static_cast<std::uint32_t>(slice_.begin + slice_.sourceShift), static_cast<std::uint32_t>(slice_.end + slice_.sourceShift)};
  return result;
}

}  // namespace schemac::parser
