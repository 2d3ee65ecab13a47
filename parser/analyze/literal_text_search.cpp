// tsvector and tsquery: what tsvector_parser.c and tsquery.c read.
#include <algorithm>
#include <map>
#include <vector>

#include "parser/analyze/literal_values.h"

namespace schemac::parser {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool isOperator(char c) { return c == '!' || c == '&' || c == '|' || c == '(' || c == ')'; }

// 'It''s', a\ b; none where there is no lexeme.
std::optional<std::string> lexeme(std::string_view text, std::size_t& at, bool query) {
  std::string word;
  if (at < text.size() && text[at] == '\'') {
    for (++at; at < text.size(); ++at) {
      if (text[at] == '\\') {
        if (++at >= text.size()) return std::nullopt;
      } else if (text[at] == '\'') {
        if (at + 1 >= text.size() || text[at + 1] != '\'') {
          ++at;
          return word.empty() ? std::nullopt : std::optional(word);
        }
        ++at;
      }
      word += text[at];
    }
    return std::nullopt;
  }
  while (at < text.size() && !isSpace(text[at]) && text[at] != ':' && !(query && isOperator(text[at]))) {
    if (text[at] == '\\' && ++at >= text.size()) return std::nullopt;
    word += text[at++];
  }
  return word.empty() || word.size() > 2046 ? std::nullopt : std::optional(word);
}

class Query {
 public:
  explicit Query(std::string_view text) : text_(text) {}
  std::optional<std::string> read() {
    space();
    if (at_ == text_.size()) return "";
    const std::string tree = operation(1);
    space();
    return failed_ || at_ != text_.size() ? std::nullopt : std::optional(tree);
  }

 private:
  std::string fail() { return failed_ = true, std::string(); }
  void space() {
    while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
  }
  // "<->", "<3>": the distance; -1 none.
  int phrase() {
    if (at_ >= text_.size() || text_[at_] != '<') return -1;
    const auto close = text_.find('>', at_);
    if (close == std::string_view::npos) return -1;
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    int distance = 1;
    if (inside != "-") {
      if (inside.empty() || !isDigit(inside[0])) return -1;
      const auto value = integerValue(inside, 2);
      if (!value) return -1;
      distance = std::atoi(value->c_str());
    }
    at_ = close + 1;
    return distance;
  }
  // | binds least, then &, then <->; all to the left. Where & and | are nested in themselves the order is not kept by tsqueryout.
  std::string operation(int level) {
    if (level == 4) return operand();
    std::string left = operation(level + 1);
    std::string out = left;
    bool several = false;
    for (space(); !failed_ && at_ < text_.size(); space()) {
      if (level == 3) {
        const int distance = phrase();
        if (distance < 0) break;
        out = "(" + out + "<" + std::to_string(distance) + ">" + operation(4) + ")";
        continue;
      }
      const char symbol = level == 1 ? '|' : '&';
      if (text_[at_] != symbol) break;
      ++at_;
      const std::string right = operation(level + 1);
      out = flat(out, symbol) + symbol + flat(right, symbol);
      several = true;
    }
    return several ? "(" + std::string(1, level == 1 ? '|' : '&') + out + ")" : out;
  }
  static std::string flat(const std::string& part, char symbol) {
    return part.size() > 2 && part[0] == '(' && part[1] == symbol ? part.substr(2, part.size() - 3) : part;
  }
  std::string operand() {
    space();
    if (at_ >= text_.size() || ++depth_ > 200) return fail();
    if (text_[at_] == '!') {
      ++at_;
      return "!" + operand();
    }
    if (text_[at_] == '(') {
      ++at_;
      std::string inner = operation(1);
      space();
      if (at_ >= text_.size() || text_[at_] != ')') return fail();
      ++at_;
      return inner;
    }
    const auto word = lexeme(text_, at_, true);
    if (!word) return fail();
    bool prefix = false, weights[4] = {};
    if (at_ < text_.size() && text_[at_] == ':') {
      for (++at_; at_ < text_.size(); ++at_) {
        const char c = lower(text_[at_]);
        if (c == '*') prefix = true;
        else if (c >= 'a' && c <= 'd') weights[c - 'a'] = true;
        else break;
      }
    }
    std::string out = std::to_string(word->size()) + "'" + *word + "'" + (prefix ? "*" : "");
    for (int i = 0; i < 4; ++i)
      if (weights[i]) out += static_cast<char>('a' + i);
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> tsqueryValue(std::string_view text) { return Query(text).read(); }

std::optional<std::string> tsvectorValue(std::string_view text) {
  std::map<std::string, std::map<int, char>> words;  // positions and their weights
  std::size_t at = 0;
  for (;;) {
    while (at < text.size() && isSpace(text[at])) ++at;
    if (at >= text.size()) break;
    const auto word = lexeme(text, at, false);
    if (!word) return std::nullopt;
    auto& positions = words[*word];
    if (at >= text.size() || text[at] != ':') continue;
    do {
      ++at;
      const std::size_t begin = at;
      while (at < text.size() && isDigit(text[at])) ++at;
      const auto value = integerValue(text.substr(begin, at - begin), 4);
      if (!value || *value == "0") return std::nullopt;
      const int position = std::min(std::atoi(value->c_str()), 16383);
      char weight = 'd';
      if (at < text.size() && (lower(text[at]) >= 'a' && lower(text[at]) <= 'd')) weight = lower(text[at++]);
      else if (at < text.size() && text[at] == '*') weight = 'a', ++at;
      char& kept = positions.emplace(position, weight).first->second;
      kept = std::min(kept, weight);  // of one position the heaviest
    } while (at < text.size() && text[at] == ',');
    if (at < text.size() && !isSpace(text[at])) return std::nullopt;
    if (positions.size() > 255) return std::nullopt;  // some are dropped
  }
  std::string out;
  for (const auto& [word, positions] : words) {
    out += std::to_string(word.size()) + "'" + word + "'";
    for (const auto& [position, weight] : positions) out += ":" + std::to_string(position) + weight;
  }
  return out;
}

}  // namespace schemac::parser
