#include <cctype>
#include <regex>

#include "ir/identity.h"
#include "parser/plpgsql/evaluate.h"

namespace schemac::parser::plpgsql {

namespace {

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool likeHere(std::string_view text, std::string_view pattern) {
  while (!pattern.empty()) {
    if (pattern[0] == '%') {
      for (std::size_t skip = 0; skip <= text.size(); ++skip)
        if (likeHere(text.substr(skip), pattern.substr(1))) return true;
      return false;
    }
    if (text.empty()) return false;
    std::size_t length = 1;
    if (pattern[0] == '_') {
      while (length < text.size() && (text[length] & 0xC0) == 0x80) ++length;  // one character
    } else {
      if (pattern[0] == '\\' && pattern.size() > 1) pattern.remove_prefix(1);
      if (pattern[0] != text[0]) return false;
    }
    text.remove_prefix(length);
    pattern.remove_prefix(1);
  }
  return text.empty();
}

}  // namespace

bool likeMatches(std::string_view text, std::string_view pattern, bool ignoreCase) {
  return ignoreCase ? likeHere(lower(text), lower(pattern)) : likeHere(text, pattern);
}

bool regexMatches(const std::string& text, const std::string& pattern, bool ignoreCase) {
  // PostgreSQL's own escapes (\m, \y, \A) and look-behind have no counterpart.
  for (std::size_t i = 0; i + 1 < pattern.size(); ++i)
    if (pattern[i] == '\\' && std::string_view("mMyYAZ").find(pattern[i + 1]) != std::string_view::npos)
      throw Unknowable("a regular expression uses PostgreSQL's own escapes");
  try {
    const auto flags = std::regex::ECMAScript | (ignoreCase ? std::regex::icase : std::regex::ECMAScript);
    return std::regex_search(text, std::regex(pattern, flags));
  } catch (const std::regex_error&) {
    throw Unknowable("a regular expression is not understood");
  }
}

std::string formatText(const std::string& format, const std::vector<Value>& arguments) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%') {
      out += format[i];
      continue;
    }
    if (++i >= format.size()) throw Unknowable("format() ends in the middle of a specifier");
    if (format[i] == '%') {
      out += '%';
      continue;
    }
    std::size_t digits = i;
    while (digits < format.size() && std::isdigit(static_cast<unsigned char>(format[digits]))) ++digits;
    std::size_t index = next;
    if (digits > i && digits < format.size() && format[digits] == '$') {
      index = static_cast<std::size_t>(std::stoul(format.substr(i, digits - i))) - 1;
      i = digits + 1;
    }
    next = index + 1;
    if (i >= format.size() || index >= arguments.size()) throw Unknowable("format() has too few arguments");
    const Value& argument = arguments[index];
    switch (format[i]) {
      case 's': out += toText(argument); break;
      case 'I':
        if (argument.isNull()) throw Unknowable("format() has a null identifier");
        out += ir::quoteIdentifier(toText(argument));
        break;
      case 'L': out += argument.isNull() ? "NULL" : ir::quoteLiteral(toText(argument)); break;
      default: throw Unknowable("format() uses a width or an unknown specifier");
    }
  }
  return out;
}

}  // namespace schemac::parser::plpgsql
