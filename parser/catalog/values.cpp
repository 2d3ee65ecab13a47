#include "parser/catalog/values.h"

#include <algorithm>

#include "ir/builtins.h"
#include "ir/privileges.h"
#include "parser/catalog/postgres.h"

namespace schemac::parser::catalog {
namespace {

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// The position behind the string or quoted identifier that begins at `at`. The deparser doubles quotes, in E'' strings too, and doubles
// backslashes there: quotes alone tell where it ends.
std::size_t skipQuoted(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  for (; at < text.size(); ++at) {
    if (text[at] != quote) continue;
    if (at + 1 < text.size() && text[at + 1] == quote) ++at;
    else return at + 1;
  }
  return text.size();
}

// The position of the parenthesis that closes the one at `open`, npos where there is none.
std::size_t closing(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size();) {
    const char c = text[i];
    if (c == '\'' || c == '"') {
      i = skipQuoted(text, i);
      continue;
    }
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && --depth == 0) return i;
    ++i;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view stripParentheses(std::string_view expression) {
  expression = trim(expression);
  while (!expression.empty() && expression.front() == '(' && closing(expression, 0) == expression.size() - 1)
    expression = trim(expression.substr(1, expression.size() - 2));
  return expression;
}

std::vector<std::string_view> splitList(std::string_view expressions, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < expressions.size();) {
    const char c = expressions[i];
    if (c == '\'' || c == '"') {
      i = skipQuoted(expressions, i);
    } else if (c == '(' || c == '[') {
      const std::size_t end = closing(expressions, i);
      i = end == std::string_view::npos ? expressions.size() : end + 1;
    } else if (c == separator) {
      parts.push_back(trim(expressions.substr(begin, i - begin)));
      begin = ++i;
    } else {
      ++i;
    }
  }
  if (!trim(expressions).empty()) parts.push_back(trim(expressions.substr(begin)));
  return parts;
}

std::string_view trimQuery(std::string_view query) {
  query = trim(query);
  if (!query.empty() && query.back() == ';') query.remove_suffix(1);
  return trim(query);
}

std::string_view triggerCondition(std::string_view definition) {
  constexpr std::string_view row = " FOR EACH ROW WHEN (", statement = " FOR EACH STATEMENT WHEN (";
  for (std::size_t i = 0; i < definition.size();) {
    if (definition[i] == '\'' || definition[i] == '"') {
      i = skipQuoted(definition, i);
      continue;
    }
    for (const std::string_view marker : {row, statement}) {
      if (!definition.substr(i).starts_with(marker)) continue;
      const std::size_t open = i + marker.size() - 1, end = closing(definition, open);
      if (end != std::string_view::npos) return stripParentheses(definition.substr(open, end - open + 1));
    }
    ++i;
  }
  return {};
}

std::string_view typeModifiers(std::string_view formatted) {
  if (formatted.ends_with("[]")) formatted.remove_suffix(2);
  constexpr std::string_view interval = "interval";
  if (formatted.starts_with("interval ")) return formatted.substr(interval.size() + 1);
  const std::size_t close = formatted.rfind(')');
  const std::size_t open = formatted.rfind('(', close);
  if (close == std::string_view::npos || open == std::string_view::npos) return {};
  return formatted.substr(open + 1, close - open - 1);
}

ir::Options parseOptions(const std::vector<std::string>& settings) {
  ir::Options options;
  for (const std::string& setting : settings) {
    const std::size_t equals = std::min(setting.find('='), setting.size());
    if (setting.substr(0, equals) == "pg_attver") continue;
    options.push_back({setting.substr(0, equals), equals < setting.size() ? setting.substr(equals + 1) : std::string()});
  }
  return options;
}

std::string decodeHex(std::string_view text) {
  std::string bytes;
  const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; };
  for (std::size_t i = 2; text.starts_with("\\x") && i + 1 < text.size(); i += 2)
    bytes += static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1]));
  return bytes;
}

std::vector<AclItem> parseAcl(std::string_view acl) {
  std::vector<AclItem> items;
  for (const std::string& text : parseArray(acl)) {
    AclItem item;
    std::size_t at = 0;
    if (!text.empty() && text[0] == '"') {  // a role whose name is not plain
      for (at = 1; at < text.size(); ++at) {
        if (text[at] != '"') item.grantee += text[at];
        else if (at + 1 < text.size() && text[at + 1] == '"') item.grantee += text[at++];
        else break;
      }
      ++at;
    } else {
      at = std::min(text.find('='), text.size());
      item.grantee = text.substr(0, at);
    }
    for (++at; at < text.size() && text[at] != '/'; ++at) {
      const ir::Privileges bit = ir::privilegeOf(ir::builtins::privilegeName(text[at]));
      item.privileges |= bit;
      if (at + 1 < text.size() && text[at + 1] == '*') item.grantable |= bit, ++at;
    }
    const auto same = std::find_if(items.begin(), items.end(), [&](const AclItem& other) { return other.grantee == item.grantee; });
    if (same == items.end()) items.push_back(std::move(item));
    else same->privileges |= item.privileges, same->grantable |= item.grantable;
  }
  return items;
}

}  // namespace schemac::parser::catalog
