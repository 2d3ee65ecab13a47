#include "parser/sql/clauses.h"

#include <algorithm>

namespace schemac::parser {

std::string_view Clauses::word(std::size_t token) const {
  if (token >= tokens_.size()) return {};
  return text_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
}

bool Clauses::is(std::size_t token, std::string_view keyword) const {
  const std::string_view written = word(token);
  return std::equal(written.begin(), written.end(), keyword.begin(), keyword.end(),
                    [](char w, char k) { return (w >= 'A' && w <= 'Z' ? static_cast<char>(w - 'A' + 'a') : w) == k; });
}

bool Clauses::isOneOf(std::size_t token, std::initializer_list<std::string_view> keywords) const {
  return std::any_of(keywords.begin(), keywords.end(), [&](std::string_view k) { return is(token, k); });
}

std::size_t Clauses::at(int location) const {
  const auto found = std::lower_bound(tokens_.begin(), tokens_.end(), location,
                                      [](const Token& t, int place) { return static_cast<int>(t.begin) < place; });
  return static_cast<std::size_t>(found - tokens_.begin());
}

std::size_t Clauses::find(std::string_view keyword, std::size_t from) const { return findSequence({keyword}, from); }

std::size_t Clauses::findSequence(std::initializer_list<std::string_view> keywords, std::size_t from) const {
  const std::size_t found = until(from, [&](std::size_t i) {
    std::size_t next = i;
    return std::all_of(keywords.begin(), keywords.end(), [&](std::string_view k) { return is(next++, k); });
  });
  return found < count() ? found : none;
}

bool Clauses::opens(std::size_t token) const {
  const std::string_view w = word(token);
  return w == "(" || w == "[";
}

std::size_t Clauses::closing(std::size_t opening) const {
  int depth = 0;
  for (std::size_t i = opening; i < count(); ++i) {
    const std::string_view w = word(i);
    if (w == "(" || w == "[") ++depth;
    else if ((w == ")" || w == "]") && --depth == 0) return i;
  }
  return count();
}

Extent Clauses::extent(std::size_t first, std::size_t end) const {
  if (first >= count()) return {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text_.size())};
  const std::size_t last = std::max(first + 1, std::min(end, count())) - 1;
  return {tokens_[first].begin, tokens_[last].end};
}

Extent Clauses::inside(std::size_t opening) const { return extent(opening + 1, closing(opening)); }

}  // namespace schemac::parser
