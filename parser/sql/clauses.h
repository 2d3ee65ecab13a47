#pragma once
// Where the clauses of the statement at hand begin and end. Raw nodes know at most where they start, so ends come from its tokens.
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "parser/sql/replay.h"

namespace schemac::parser {

// Bytes [begin, end) of Replay::text.
struct Extent {
  std::uint32_t begin = 0, end = 0;
};

class Clauses {
 public:
  explicit Clauses(Replay& replay) : text_(replay.text), tokens_(replay.tokens()) {}

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t count() const { return tokens_.size(); }
  std::string_view word(std::size_t token) const;                 // as written; "" past the end
  bool is(std::size_t token, std::string_view keyword) const;     // any case; a quoted identifier is no keyword
  bool isOneOf(std::size_t token, std::initializer_list<std::string_view> keywords) const;
  std::size_t at(int location) const;                             // the first token at or after a place of the text
  // The first such keyword outside parentheses, from a token on; none if there is none.
  std::size_t find(std::string_view keyword, std::size_t from = 0) const;
  std::size_t findSequence(std::initializer_list<std::string_view> keywords, std::size_t from = 0) const;
  std::size_t closing(std::size_t opening) const;                 // the parenthesis (or bracket) that closes this one
  // From one token to another, the last one left out.
  Extent extent(std::size_t first, std::size_t end) const;
  Extent inside(std::size_t opening) const;                       // between the parentheses
  // From `first` to the first token outside parentheses for which `stops` holds.
  template <class Stops>
  std::size_t until(std::size_t first, Stops&& stops) const {
    std::size_t i = first;
    while (i < count() && !stops(i)) i = opens(i) ? closing(i) + 1 : i + 1;
    return i < count() ? i : count();
  }

 private:
  bool opens(std::size_t token) const;
  std::string_view text_;
  const std::vector<Token>& tokens_;
};

}  // namespace schemac::parser
