#include "parser/analyze/literal_values.h"

namespace schemac::parser {
namespace {

// A chain of accessors: what nearly every stored path is. Filters, arithmetic and methods are not read.
class JsonPath {
 public:
  explicit JsonPath(std::string_view text) : text_(text) {}

  std::optional<std::string> read() {
    space();
    std::string out;
    if (word("strict")) out = "strict ";
    else word("lax");
    space();
    if (!take('$')) return std::nullopt;
    out += '$';
    if (at_ < text_.size() && (isWord(text_[at_]) || text_[at_] == '"')) return std::nullopt;  // $name: a variable
    for (space(); at_ < text_.size(); space()) {
      if (!(take('.') ? key(out) : take('[') && subscript(out))) return std::nullopt;
    }
    return out;
  }

 private:
  static bool isDigit(char c) { return c >= '0' && c <= '9'; }
  static bool isWord(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c); }
  void space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r'))) ++at_;
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return false;
    const std::size_t end = at_ + wanted.size();
    if (end < text_.size() && isWord(text_[end])) return false;
    at_ = end;
    return true;
  }
  bool key(std::string& out) {
    space();
    if (take('*')) {
      out += ".*";
      return at_ >= text_.size() || text_[at_] != '*';
    }
    std::size_t begin = at_, end = at_;
    if (take('"')) {
      begin = at_;
      while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' && static_cast<unsigned char>(text_[at_]) >= ' ') ++at_;
      end = at_;
      if (!take('"')) return false;
    } else {
      if (at_ >= text_.size() || isDigit(text_[at_])) return false;
      while (at_ < text_.size() && isWord(text_[at_])) ++at_;
      end = at_;
      if (end == begin || (end < text_.size() && static_cast<unsigned char>(text_[end]) >= 0x80)) return false;
    }
    out += ".\"" + std::string(text_.substr(begin, end - begin)) + "\"";
    space();
    return at_ >= text_.size() || text_[at_] != '(';  // a method
  }
  bool subscript(std::string& out) {
    space();
    if (take('*')) {
      out += "[*]";
    } else {
      const std::size_t begin = at_;
      while (at_ < text_.size() && isDigit(text_[at_])) ++at_;
      if (at_ == begin || at_ - begin > 9 || (text_[begin] == '0' && at_ - begin > 1)) return false;
      out += "[" + std::string(text_.substr(begin, at_ - begin)) + "]";
    }
    space();
    return take(']');
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> jsonpathValue(std::string_view text) { return JsonPath(text).read(); }

}  // namespace schemac::parser
