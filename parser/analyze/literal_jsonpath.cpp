// jsonpath as jsonpath_gram.y reads it, in prefix notation: ($."a" > 1) is gt($.a,1) of unambiguous pieces.
#include <initializer_list>
#include <utility>

#include "parser/analyze/literal_values.h"

namespace schemac::parser {
namespace {

class JsonPath {
 public:
  explicit JsonPath(std::string_view text) : text_(text) {}

  std::optional<std::string> read() {
    const bool strict = word("strict");
    if (!strict) word("lax");
    const std::string path = disjunction();
    space();
    if (failed_ || at_ != text_.size()) return std::nullopt;
    return (strict ? "strict " : "") + path;
  }

 private:
  static bool isDigit(char c) { return c >= '0' && c <= '9'; }
  static bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
  // What an unquoted key is made of (jsonpath_scan.l, "other").
  static bool isKey(char c) { return !isSpace(c) && std::string_view("?%$.[]{}()|&!=<>@#,*:-+/\\\"").find(c) == std::string_view::npos; }
  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

  std::string fail() { return failed_ = true, std::string(); }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void space() {
    while (isSpace(peek())) ++at_;
    if (text_.substr(at_).starts_with("/*")) failed_ = true;  // a comment
  }
  bool take(std::string_view symbol) {
    space();
    if (!text_.substr(at_).starts_with(symbol)) return false;
    at_ += symbol.size();
    return true;
  }
  // Keywords are read in any case, but for true, false and null.
  bool word(std::string_view wanted) {
    space();
    if (text_.size() - at_ < wanted.size()) return false;
    const bool exact = wanted == "true" || wanted == "false" || wanted == "null";
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if ((exact ? text_[at_ + i] : lower(text_[at_ + i])) != wanted[i]) return false;
    const std::size_t end = at_ + wanted.size();
    if (end < text_.size() && isKey(text_[end])) return false;
    at_ = end;
    return true;
  }
  static std::string node(std::string_view name, std::initializer_list<std::string> parts) {
    std::string out(name);
    char before = '(';
    for (const std::string& part : parts) out += before, out += part, before = ',';
    return out + ")";
  }
  struct Deeper {
    int& depth;
    explicit Deeper(int& d) : depth(++d) {}
    ~Deeper() { --depth; }
  };

  std::string disjunction() {
    const Deeper deeper(depth_);
    if (depth_ > 200) return fail();
    std::string left = conjunction();
    while (!failed_ && take("||")) left = node("or", {left, conjunction()});
    return left;
  }
  std::string conjunction() {
    std::string left = comparison();
    while (!failed_ && take("&&")) left = node("and", {left, comparison()});
    return left;
  }
  std::string comparison() {
    space();
    if (peek() == '!' && text_.substr(at_, 2) != "!=") {
      ++at_;
      space();
      const bool exists = word("exists");
      if (!take("(")) return fail();
      std::string inner = exists ? node("exists", {sum()}) : disjunction();
      return take(")") ? node("not", {inner}) : fail();
    }
    std::string left = sum();
    static constexpr std::pair<std::string_view, std::string_view> operators[]{{"==", "eq"}, {"<>", "ne"}, {"!=", "ne"}, {"<=", "le"},
                                                                               {">=", "ge"}, {"<", "lt"},  {">", "gt"},  {"=", "eq"}};
    for (const auto& [symbol, name] : operators)
      if (take(symbol)) return node(name, {left, sum()});
    if (word("starts")) {
      if (!word("with")) return fail();
      return node("starts", {left, sum()});
    }
    if (word("like_regex")) {
      const std::string pattern = string();
      bool flags[5] = {};
      if (word("flag")) {
        const std::string written = string();
        for (const char c : std::string_view(written).substr(1, written.empty() ? 0 : written.size() - 2)) {
          const auto which = std::string_view("ismxq").find(c);
          if (which == std::string_view::npos) return fail();
          flags[which] = true;
        }
      }
      std::string set;
      for (std::size_t i = 0; i < 5; ++i)
        if (flags[i]) set += "ismxq"[i];
      return node("like", {left, pattern, set});
    }
    if (word("is")) return word("unknown") ? node("unknown", {left}) : fail();
    return left;
  }
  std::string sum() {
    std::string left = product();
    for (;;) {
      if (failed_) return {};
      if (take("+")) left = node("+", {left, product()});
      else if (take("-")) left = node("-", {left, product()});
      else return left;
    }
  }
  std::string product() {
    std::string left = unary();
    for (;;) {
      space();
      if (failed_) return {};
      if (take("*")) left = node("*", {left, unary()});
      else if (take("/")) left = node("/", {left, unary()});
      else if (take("%")) left = node("%", {left, unary()});
      else return left;
    }
  }
  std::string unary() {
    const Deeper deeper(depth_);
    if (depth_ > 200) return fail();
    space();
    const char sign = peek();
    if (sign != '-' && sign != '+') return accessors();
    ++at_;
    std::string value = unary();
    // A sign before a number alone is the number's own.
    if (value.starts_with('#')) return sign == '+' || value == "#0" ? value : value[1] == '-' ? "#" + value.substr(2) : "#-" + value.substr(1);
    return node(sign == '-' ? "neg" : "pos", {value});
  }
  std::string accessors() {
    std::string value = primary();
    for (;;) {
      space();
      if (failed_) return {};
      const char c = peek();
      if (c == '.') {
        ++at_;
        value += step();
      } else if (c == '[') {
        ++at_;
        value += subscripts();
      } else if (c == '?') {
        ++at_;
        if (!take("(")) return fail();
        value += node("?", {disjunction()});
        if (!take(")")) return fail();
      } else {
        return value;
      }
    }
  }
  std::string primary() {
    space();
    const char c = peek();
    if (c == '(') {
      ++at_;
      std::string inner = disjunction();
      return take(")") ? inner : fail();
    }
    if (c == '$') {
      ++at_;
      if (peek() == '"') return "$" + string();
      const std::size_t begin = at_;
      while (at_ < text_.size() && isKey(text_[at_])) ++at_;
      return begin == at_ ? "$" : "$\"" + std::string(text_.substr(begin, at_ - begin)) + "\"";
    }
    if (c == '@') return ++at_, "@";
    if (c == '"') return "'" + string();
    if (isDigit(c) || (c == '.' && at_ + 1 < text_.size() && isDigit(text_[at_ + 1]))) return numeral();
    for (const std::string_view name : {"true", "false", "null", "last"})
      if (word(name)) return std::string(name);
    if (word("exists")) {
      if (!take("(")) return fail();
      std::string inner = sum();
      return take(")") ? node("exists", {inner}) : fail();
    }
    return fail();
  }
  std::string numeral() {
    const std::size_t begin = at_;
    while (isDigit(peek())) ++at_;
    if (peek() == '.' && (at_ + 1 >= text_.size() || !isKey(text_[at_ + 1]) || isDigit(text_[at_ + 1]))) {
      ++at_;
      while (isDigit(peek())) ++at_;
    }
    if (lower(peek()) == 'e') {
      ++at_;
      if (peek() == '-' || peek() == '+') ++at_;
      while (isDigit(peek())) ++at_;
    }
    if (at_ < text_.size() && isKey(peek())) return fail();  // trailing junk, or hexadecimal of newer servers
    const auto value = numericValue(text_.substr(begin, at_ - begin));
    return value ? "#" + *value : fail();
  }
  // "…", its escapes decoded, in quotes.
  std::string string() {
    space();
    if (peek() != '"') return fail();
    const std::size_t begin = at_++;
    bool escaped = false;
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\') {
        escaped = true;
        // What JSON has not: \v, \xHH, \u{…}.
        if (at_ + 1 < text_.size() && std::string_view("\"\\/bfnrtu").find(text_[at_ + 1]) == std::string_view::npos) return fail();
        ++at_;
      }
      ++at_;
    }
    if (at_ >= text_.size()) return fail();
    const std::string_view quoted = text_.substr(begin, ++at_ - begin);
    if (!escaped) return std::string(quoted);
    const auto decoded = jsonbValue(quoted);
    return decoded ? *decoded : fail();
  }
  std::string level() {
    space();
    if (word("last")) return "last";
    const std::size_t begin = at_;
    while (isDigit(peek())) ++at_;
    const auto value = integerValue(text_.substr(begin, at_ - begin), 4);
    return value ? *value : fail();
  }
  std::string step() {
    space();
    if (take("**")) {
      if (!take("{")) return ".**";
      const std::string low = level();
      const std::string high = word("to") ? level() : low;
      return take("}") ? ".**{" + low + " " + high + "}" : fail();
    }
    if (take("*")) return ".*";
    if (peek() == '"') return "." + string();
    const std::size_t begin = at_;
    while (at_ < text_.size() && isKey(text_[at_])) ++at_;
    const std::string name(text_.substr(begin, at_ - begin));
    if (name.empty() || isDigit(name[0])) return fail();
    if (!take("(")) return ".\"" + name + "\"";
    std::string method = name;
    for (char& c : method) c = lower(c);
    std::string argument;
    space();
    if (peek() == '"') {
      argument = string();
    } else {
      while (at_ < text_.size() && peek() != ')' && !failed_) {
        if (!argument.empty() && !take(",")) return fail();
        argument += (argument.empty() ? "" : ",") + unary();
        space();
      }
    }
    return take(")") ? "." + method + "(" + argument + ")" : fail();
  }
  std::string subscripts() {
    if (take("*")) return take("]") ? "[*]" : fail();
    std::string out = "[";
    do {
      if (out.size() > 1) out += ",";
      out += sum();
      if (word("to")) out += " to " + sum();
    } while (!failed_ && take(","));
    return take("]") ? out + "]" : fail();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> jsonpathValue(std::string_view text) { return JsonPath(text).read(); }

}  // namespace schemac::parser
