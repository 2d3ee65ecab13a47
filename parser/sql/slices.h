#pragma once
// Where an expression ends. PostgreSQL's raw nodes say where things begin, at best (in `(a+b)*c` the leftmost node is `a`); ends come from the tokens.
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/sql/parse.h"

namespace schemac::parser {

// Bytes [begin, end) of a text.
struct Span {
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  friend bool operator==(const Span&, const Span&) = default;
};

// The tokens of one statement, walked by index. Comments are no tokens, so that a span never begins or ends with one.
class Slices {
 public:
  Slices(std::string_view source, const std::vector<Token>& tokens) : text_(source), tokens_(&tokens) {}

  std::size_t size() const { return tokens_->size(); }
  // The first token that begins at or after the offset.
  std::size_t at(std::uint32_t offset) const;
  // Is it that keyword or punctuation (lower case; never a quoted identifier or a string)?
  bool is(std::size_t token, std::string_view word) const;
  // The next such token at or after `from`, whatever it is nested in; size() if none before `last`.
  std::size_t next(std::string_view word, std::size_t from, std::size_t last = SIZE_MAX) const;
  // The first of these words in [from, last) outside any parentheses or brackets opened since `from`, or the parenthesis that closes
  // what `from` stands in; `last` (at most size()) if there is none.
  std::size_t end(std::size_t from, std::initializer_list<std::string_view> words, std::size_t last = SIZE_MAX) const;
  // The token that closes the parenthesis or bracket `open`; size() if none.
  std::size_t closing(std::size_t open) const;
  // [first, last) cut at commas outside parentheses.
  std::vector<std::pair<std::size_t, std::size_t>> split(std::size_t first, std::size_t last) const;

  // From the begin of token `first` to the end of the one before `last`; empty if there is none.
  Span span(std::size_t first, std::size_t last) const;
  // The same without parentheses around the whole: ((a + b)) is a + b, (a) + (b) stays.
  Span bare(std::size_t first, std::size_t last) const;
  // What stands in the parenthesis `open`, without parentheses of its own around the whole.
  Span inside(std::size_t open) const;

  std::string_view textOf(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
  std::uint32_t beginOf(std::size_t token) const { return (*tokens_)[token].begin; }
  std::uint32_t endOf(std::size_t token) const { return (*tokens_)[token].end; }

 private:
  std::string_view text_;
  const std::vector<Token>* tokens_;
};

}  // namespace schemac::parser
