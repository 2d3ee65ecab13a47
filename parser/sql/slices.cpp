#include "parser/sql/slices.h"

#include <algorithm>

namespace schemac::parser {

std::size_t Slices::at(std::uint32_t offset) const {
  const auto found = std::lower_bound(tokens_->begin(), tokens_->end(), offset, [](const Token& t, std::uint32_t o) { return t.begin < o; });
  return static_cast<std::size_t>(found - tokens_->begin());
}

bool Slices::is(std::size_t token, std::string_view word) const {
  if (token >= size()) return false;
  const Token& t = (*tokens_)[token];
  if (t.end - t.begin != word.size()) return false;
  for (std::size_t i = 0; i != word.size(); ++i) {
    const char c = text_[t.begin + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != word[i]) return false;
  }
  return true;
}

std::size_t Slices::next(std::string_view word, std::size_t from, std::size_t last) const {
  last = std::min(last, size());
  for (std::size_t i = from; i < last; ++i)
    if (is(i, word)) return i;
  return size();
}

std::size_t Slices::end(std::size_t from, std::initializer_list<std::string_view> words, std::size_t last) const {
  last = std::min(last, size());
  int depth = 0;
  for (std::size_t i = from; i < last; ++i) {
    if (depth == 0 && (is(i, ")") || is(i, "]") || std::any_of(words.begin(), words.end(), [&](auto word) { return is(i, word); }))) return i;
    if (is(i, "(") || is(i, "[")) ++depth;
    else if (is(i, ")") || is(i, "]")) --depth;
  }
  return last;
}

std::size_t Slices::closing(std::size_t open) const { return end(open + 1, {}); }

std::vector<std::pair<std::size_t, std::size_t>> Slices::split(std::size_t first, std::size_t last) const {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  while (first < last) {
    const std::size_t comma = end(first, {","}, last);
    parts.emplace_back(first, comma);
    first = comma + 1;
  }
  return parts;
}

Span Slices::span(std::size_t first, std::size_t last) const {
  last = std::min(last, size());
  if (first >= last) return {};
  return {(*tokens_)[first].begin, (*tokens_)[last - 1].end};
}

Span Slices::bare(std::size_t first, std::size_t last) const {
  last = std::min(last, size());
  while (first + 1 < last && is(first, "(") && closing(first) == last - 1) ++first, --last;
  return span(first, last);
}

Span Slices::inside(std::size_t open) const { return bare(open + 1, closing(open)); }

}  // namespace schemac::parser
