#include <algorithm>
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

std::string regexReplace(const std::string& text, const std::string& pattern, const std::string& replacement, const std::string& flags) {
  // With alternatives or lazy quantifiers PostgreSQL's match may be another than the first one.
  if (pattern.find('|') != std::string::npos || pattern.find("?)") != std::string::npos || pattern.find("*?") != std::string::npos || pattern.find("+?") != std::string::npos)
    throw Unknowable("a regular expression is not understood");
  if (flags.find_first_not_of("gi") != std::string::npos) throw Unknowable("a flag of a regular expression is not understood");
  std::string with;
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    if (replacement[i] == '$') with += "$$";
    else if (replacement[i] != '\\' || i + 1 == replacement.size()) with += replacement[i];
    else if (const char next = replacement[++i]; next == '&') with += "$&";
    else if (std::isdigit(static_cast<unsigned char>(next))) with += std::string("$0") + next;
    else with += next;
  }
  regexMatches("", pattern, false);  // refuses what is not understood
  const bool ignoreCase = flags.find('i') != std::string::npos, all = flags.find('g') != std::string::npos;
  const std::regex expression(pattern, std::regex::ECMAScript | (ignoreCase ? std::regex::icase : std::regex::ECMAScript));
  return std::regex_replace(text, expression, with, all ? std::regex_constants::format_default : std::regex_constants::format_first_only);
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
    if (format[i] == '-' || format[i] == '*') throw Unknowable("format() uses a width");
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

namespace {

bool isAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string trimmed(std::string text, std::string_view set, bool left, bool right) {
  while (left && !text.empty() && set.find(text.front()) != std::string_view::npos) text.erase(0, 1);
  while (right && !text.empty() && set.find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

// Characters [from, from + count) of a text, from 1.
std::string slice(const std::string& text, std::int64_t from, std::int64_t count) {
  const std::int64_t begin = std::max<std::int64_t>(from, 1), end = std::min<std::int64_t>(from + count, static_cast<std::int64_t>(text.size()) + 1);
  return begin < end ? text.substr(static_cast<std::size_t>(begin - 1), static_cast<std::size_t>(end - begin)) : std::string();
}

std::string splitPart(const std::string& text, const std::string& delimiter, std::int64_t number) {
  if (delimiter.empty() || number == 0) throw Unknowable("split_part without a delimiter");
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t end; (end = text.find(delimiter, at)) != std::string::npos; at = end + delimiter.size()) parts.push_back(text.substr(at, end - at));
  parts.push_back(text.substr(at));
  const std::int64_t index = number > 0 ? number - 1 : static_cast<std::int64_t>(parts.size()) + number;
  return index >= 0 && index < static_cast<std::int64_t>(parts.size()) ? parts[static_cast<std::size_t>(index)] : std::string();
}

std::optional<Value> arrayFunction(const std::string& name, const std::vector<Value>& a) {
  if (a.empty() || (a[0].type != Value::Type::Array && !(a.size() > 1 && a[1].type == Value::Type::Array))) return std::nullopt;
  const auto is = [&](std::string_view wanted, std::size_t count) { return name == wanted && a.size() == count; };
  const std::vector<Value>& items = a[0].items;
  if (is("array_prepend", 2) && a[1].type == Value::Type::Array) {
    std::vector<Value> out{a[0]};
    out.insert(out.end(), a[1].items.begin(), a[1].items.end());
    return Value::array(std::move(out));
  }
  if (a[0].type != Value::Type::Array) return std::nullopt;
  const auto size = static_cast<std::int64_t>(items.size());
  if (is("array_length", 2) || is("array_upper", 2)) return items.empty() ? Value::null() : Value::of(size);
  if (is("array_lower", 2)) return items.empty() ? Value::null() : Value::of(std::int64_t{1});
  if (is("cardinality", 1)) return Value::of(size);
  if (is("array_position", 2)) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!items[i].isNull() && !a[1].isNull() && compare(items[i], a[1]) == 0) return Value::of(static_cast<std::int64_t>(i + 1));
    return Value::null();
  }
  if (is("array_append", 2) || (is("array_cat", 2) && a[1].type == Value::Type::Array)) {
    std::vector<Value> out = items;
    if (name == "array_append") out.push_back(a[1]);
    else out.insert(out.end(), a[1].items.begin(), a[1].items.end());
    return Value::array(std::move(out));
  }
  if (is("array_remove", 2)) {
    std::vector<Value> out;
    for (const Value& item : items)
      if (item.isNull() || a[1].isNull() ? item.isNull() != a[1].isNull() : compare(item, a[1]) != 0) out.push_back(item);
    return Value::array(std::move(out));
  }
  if (is("array_to_string", 2)) {
    std::string out;
    bool first = true;
    for (const Value& item : items) {
      if (item.isNull()) continue;
      if (!first) out += toText(a[1]);
      out += toText(item);
      first = false;
    }
    return Value::of(out);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Value> Evaluator::callText(const std::string& name, const std::vector<Value>& a) {
  const auto is = [&](std::string_view wanted, std::size_t count) { return name == wanted && a.size() == count; };
  for (const Value& v : a)
    if (v.asWritten) throw Unknowable("the text of an expression is asked for");
  const auto text = [&](std::size_t i) { return toText(a[i]); };
  if (name == "format" && !a.empty()) return a[0].isNull() ? Value::null() : Value::of(formatText(text(0), {a.begin() + 1, a.end()}));
  if (name == "concat") {
    std::string out;
    for (const Value& v : a) out += toText(v);
    return Value::of(out);
  }
  if (name == "concat_ws" && !a.empty() && !a[0].isNull()) {
    std::string out;
    bool first = true;
    for (std::size_t i = 1; i < a.size(); ++i) {
      if (a[i].isNull()) continue;
      out += (first ? "" : text(0)) + text(i);
      first = false;
    }
    return Value::of(out);
  }
  if (is("quote_nullable", 1)) return Value::of(a[0].isNull() ? "NULL" : ir::quoteLiteral(text(0)));
  for (const Value& v : a)
    if (v.isNull()) return name.starts_with("array_") ? std::nullopt : std::optional(Value::null());  // the rest is strict
  if (auto array = arrayFunction(name, a)) return array;
  if (is("quote_ident", 1)) return Value::of(ir::quoteIdentifier(text(0)));
  if (is("quote_literal", 1)) return Value::of(ir::quoteLiteral(text(0)));
  if (is("lower", 1) && isAscii(text(0))) return Value::of(lower(text(0)));
  if (is("upper", 1) && isAscii(text(0))) {
    std::string out = text(0);
    for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return Value::of(out);
  }
  const bool plain = std::all_of(a.begin(), a.end(), [](const Value& v) { return v.type != Value::Type::Text || isAscii(v.text); });
  const auto number = [&](std::size_t i) {
    if (a[i].type != Value::Type::Integer) throw Unknowable("a number is expected");
    return a[i].integer;
  };
  if ((is("length", 1) || is("char_length", 1) || is("character_length", 1)) && plain) return Value::of(static_cast<std::int64_t>(text(0).size()));
  if (is("octet_length", 1)) return Value::of(static_cast<std::int64_t>(text(0).size()));
  if (is("replace", 3)) {
    std::string out = text(0);
    const std::string from = text(1), to = text(2);
    for (std::size_t at = 0; !from.empty() && (at = out.find(from, at)) != std::string::npos; at += to.size()) out.replace(at, from.size(), to);
    return Value::of(out);
  }
  if (is("regexp_replace", 3) || is("regexp_replace", 4)) return Value::of(regexReplace(text(0), text(1), text(2), a.size() == 4 ? text(3) : ""));
  if (is("split_part", 3)) return Value::of(splitPart(text(0), text(1), number(2)));
  if (is("starts_with", 2)) return Value::of(text(0).starts_with(text(1)));
  if (plain) {
    if (is("strpos", 2)) return Value::of(static_cast<std::int64_t>(text(0).find(text(1)) + 1));
    if (is("position", 2)) return Value::of(static_cast<std::int64_t>(text(0).find(text(1)) + 1));  // the grammar has turned them round
    if ((is("substr", 3) || is("substring", 3)) && a[1].type == Value::Type::Integer) return Value::of(slice(text(0), number(1), number(2)));
    if ((is("substr", 2) || is("substring", 2)) && a[1].type == Value::Type::Integer) return Value::of(slice(text(0), number(1), 1 << 30));
    if (is("left", 2) && number(1) >= 0) return Value::of(slice(text(0), 1, number(1)));
    if (is("right", 2) && number(1) >= 0) return Value::of(slice(text(0), static_cast<std::int64_t>(text(0).size()) - number(1) + 1, number(1)));
    if (is("repeat", 2) && number(1) >= 0 && number(1) < 1000) {
      std::string out;
      for (std::int64_t i = 0; i < number(1); ++i) out += text(0);
      return Value::of(out);
    }
    if (is("reverse", 1)) return Value::of(std::string(a[0].text.rbegin(), a[0].text.rend()));
    const std::string set = a.size() == 2 ? text(1) : " ";
    if (is("btrim", 1) || is("btrim", 2)) return Value::of(trimmed(text(0), set, true, true));
    if (is("ltrim", 1) || is("ltrim", 2)) return Value::of(trimmed(text(0), set, true, false));
    if (is("rtrim", 1) || is("rtrim", 2)) return Value::of(trimmed(text(0), set, false, true));
  }
  if (is("string_to_array", 2) && !text(1).empty()) {
    std::vector<Value> items;
    const std::string whole = text(0), delimiter = text(1);
    std::size_t at = 0;
    for (std::size_t end; !whole.empty() && (end = whole.find(delimiter, at)) != std::string::npos; at = end + delimiter.size()) items.push_back(Value::of(whole.substr(at, end - at)));
    if (!whole.empty()) items.push_back(Value::of(whole.substr(at)));
    return Value::array(std::move(items));
  }
  if (is("like_escape", 2) && text(1) == "\\") return a[0];  // what LIKE takes without ESCAPE
  // text(x) is x::text; a type's own name calls the cast to it.
  for (const std::string_view type : {"text", "varchar", "name", "int4", "int8", "bool", "regclass"})
    if (is(type, 1)) return cast(a[0], name, false);
  return std::nullopt;
}

}  // namespace schemac::parser::plpgsql
