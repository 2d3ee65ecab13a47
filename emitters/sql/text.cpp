#include "emitters/sql/text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "ir/builtins.h"

namespace schemac::emitters {
namespace {

bool isWordStart(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); }
bool isWord(char c) { return isWordStart(c) || std::isdigit(static_cast<unsigned char>(c)) || c == '$'; }

std::size_t endOfBlockComment(std::string_view sql, std::size_t at) {
  int depth = 0;
  for (; at < sql.size(); ++at) {
    if (sql.substr(at, 2) == "/*") ++depth, ++at;
    else if (sql.substr(at, 2) == "*/") {
      ++at;
      if (--depth == 0) return at + 1;
    }
  }
  return sql.size();
}

std::size_t endOfQuote(std::string_view sql, std::size_t at, bool escapes) {
  const char quote = sql[at];
  for (++at; at < sql.size(); ++at) {
    if (escapes && sql[at] == '\\') ++at;
    else if (sql[at] == quote) {
      if (at + 1 < sql.size() && sql[at + 1] == quote) ++at;
      else return at + 1;
    }
  }
  return sql.size();
}

// The end of $tag$ … $tag$ at `at`, or 0 if none starts there.
std::size_t endOfDollar(std::string_view sql, std::size_t at) {
  std::size_t tag = at + 1;
  if (tag < sql.size() && isWordStart(sql[tag]))
    while (tag < sql.size() && isWord(sql[tag]) && sql[tag] != '$') ++tag;
  if (tag >= sql.size() || sql[tag] != '$') return 0;
  const std::string_view delimiter = sql.substr(at, tag + 1 - at);
  const std::size_t end = sql.find(delimiter, tag + 1);
  return end == std::string_view::npos ? sql.size() : end + delimiter.size();
}

Token next(std::string_view sql, std::size_t at) {
  const char c = sql[at];
  std::size_t end = at + 1;
  if (std::isspace(static_cast<unsigned char>(c))) {
    while (end < sql.size() && std::isspace(static_cast<unsigned char>(sql[end]))) ++end;
    return {Token::Space, at, end};
  }
  if (sql.substr(at, 2) == "--") return {Token::Comment, at, std::min(sql.find_first_of("\r\n", at), sql.size())};
  if (sql.substr(at, 2) == "/*") return {Token::Comment, at, endOfBlockComment(sql, at)};
  if (c == '\'') return {Token::String, at, endOfQuote(sql, at, false)};
  if (c == '"') return {Token::Identifier, at, endOfQuote(sql, at, false)};
  if (c == '$')
    if (const std::size_t dollar = endOfDollar(sql, at)) return {Token::Dollar, at, dollar};
  if (isWordStart(c)) {
    while (end < sql.size() && isWord(sql[end])) ++end;
    if (end == at + 1 && (c == 'e' || c == 'E') && end < sql.size() && sql[end] == '\'') return {Token::String, at, endOfQuote(sql, end, true)};
    return {Token::Word, at, end};
  }
  return {Token::Symbol, at, end};
}

// Ends in a line comment: what follows would be swallowed.
bool endsInComment(std::string_view sql, const std::vector<Token>& all) {
  return !all.empty() && all.back().type == Token::Comment && sql.substr(all.back().begin, 2) == "--";
}

// Does one pair of parentheses enclose all of it, and nothing that needs one of its own?
bool enclosed(std::string_view sql) {
  if (sql.size() < 2 || sql.front() != '(' || sql.back() != ')') return false;
  int depth = 0;
  bool first = true;
  for (const Token& token : tokens(sql)) {
    const std::string_view text = sql.substr(token.begin, token.end - token.begin);
    if (depth == 1 && text == ",") return false;  // a row
    if (depth == 1 && first && token.type == Token::Word) {
      const std::string word = lower(text);
      if (word == "select" || word == "with" || word == "values" || word == "table") return false;
    }
    if (token.type != Token::Space && token.type != Token::Comment && text != "(") first = false;
    if (text == "(") ++depth;
    if (text == ")" && --depth == 0 && token.end != sql.size()) return false;
  }
  return depth == 0;
}

}  // namespace

std::vector<Token> tokens(std::string_view sql) {
  std::vector<Token> all;
  for (std::size_t at = 0; at < sql.size(); at = all.back().end) all.push_back(next(sql, at));
  return all;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::string_view clipped(std::string_view text, std::size_t most) {
  if (most >= text.size()) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string literal(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return ir::quoteLiteral(text);
  std::string out = "E'";
  for (const char c : text) {
    if (c == '\r') out += "\\r";
    else if (c == '\\') out += "\\\\";
    else if (c == '\'') out += "''";
    else out += c;
  }
  return out + "'";
}

std::string dollarQuoted(std::string_view body, std::string_view name) {
  // Inside a comment (the rollback) a lone carriage return would end the line.
  for (std::size_t at = body.find('\r'); at != std::string_view::npos; at = body.find('\r', at + 1))
    if (at + 1 == body.size() || body[at + 1] != '\n') return literal(body);
  const bool bare = body.find("$$") == std::string_view::npos && (body.empty() || (body.front() != '$' && body.back() != '$'));
  if (bare) return "$$" + std::string(body) + "$$";
  std::string tag(name);
  for (int n = 1; body.find(tag + "$") != std::string_view::npos || body.find("$" + tag) != std::string_view::npos; ++n)
    tag = std::string(name) + std::to_string(n);
  return "$" + tag + "$" + std::string(body) + "$" + tag + "$";
}

std::string oneLine(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else out += c;
  }
  return out;
}

std::string indent(std::string_view sql, int columns) {
  const std::string blank(static_cast<std::size_t>(columns), ' ');
  std::string out = blank;
  for (const Token& token : tokens(sql)) {
    for (const char c : sql.substr(token.begin, token.end - token.begin)) {
      out += c;
      if (c == '\n' && token.type == Token::Space) out += blank;
    }
  }
  return out;
}

std::string typeName(const ir::TypeRef& type) {
  std::string full = ir::formatType(type);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> prefixes{
      {{"character varying", "varchar"}, {"character(", "char("}, {"timestamp", "timestamp"}}};
  if (type.type && type.type->origin != ir::Origin::BuiltIn) return full;
  for (const auto& [longName, shortName] : prefixes)
    if (full.starts_with(longName)) full = std::string(shortName) + (longName.ends_with('(') ? full.substr(longName.size()) : full.substr(longName.size()));
  const auto zone = [&](std::string_view base) {
    if (!full.starts_with(base)) return;
    const auto take = [&](std::string_view words, std::string_view suffix) {
      const std::size_t at = full.find(words);
      if (at == std::string::npos) return;
      full.erase(at, words.size());
      full.insert(base.size(), suffix);
    };
    take(" without time zone", "");
    take(" with time zone", "tz");
  };
  zone("timestamp");
  if (!full.starts_with("timestamp")) zone("time");
  return full;
}

std::string columnNames(const std::vector<ir::Ref>& columns) {
  std::vector<std::string> parts;
  for (const ir::Ref& column : columns) parts.push_back(ir::quoteIdentifier(column->name));
  return "(" + join(parts, ", ") + ")";
}

std::string names(const std::vector<ir::Name>& roles) {
  std::vector<std::string> parts;
  for (const ir::Name& role : roles) parts.push_back(roleName(role));
  return join(parts, ", ");
}

std::string roleName(ir::Name role) {
  if (role == ir::kOwner) return "current_user";
  return role == ir::kPublic ? "public" : ir::quoteIdentifier(role);
}

std::string sql(const ir::Expression& expression) {
  std::string text = ir::render(expression);
  if (text.find("--") != std::string::npos && endsInComment(text, tokens(text))) text += "\n";
  return text;
}

std::string parenthesized(const ir::Expression& expression) {
  std::string text = sql(expression);
  return enclosed(text) ? text : "(" + text + ")";
}

std::string operand(const ir::Expression& expression) {
  static constexpr std::array<std::string_view, 15> outside{"and", "at", "between", "collate", "escape", "ilike", "in", "is", "isnull",
                                                            "like", "not", "notnull", "or", "overlaps", "similar"};
  std::string text = sql(expression);
  int depth = 0;
  for (const Token& token : tokens(text)) {
    const std::string_view piece = std::string_view(text).substr(token.begin, token.end - token.begin);
    if (piece == "(") ++depth;
    if (piece == ")") --depth;
    if (depth == 0 && token.type == Token::Word && std::find(outside.begin(), outside.end(), lower(piece)) != outside.end())
      return "(" + text + ")";
  }
  return text;
}

std::string element(const ir::Expression& expression) {
  std::string text = sql(expression);
  // name ( … ) to the very end, with a name that is no keyword of the grammar
  int depth = 0, closed = 0;
  bool call = false, other = false;
  std::string head;
  for (const Token& token : tokens(text)) {
    const std::string_view piece = std::string_view(text).substr(token.begin, token.end - token.begin);
    if (piece == "(") {
      if (depth == 0 && head.empty()) other = true;
      call = true;
      ++depth;
    } else if (piece == ")") {
      if (--depth == 0) ++closed;
    } else if (depth == 0) {
      const bool name = token.type == Token::Word || token.type == Token::Identifier || piece == ".";
      if (!name || closed) other = true;
      else head += piece;
    }
  }
  const std::string word = lower(head);
  const bool keyword = word == "row" || word == "not" || word == "exists" || word == "array" || word == "case" || word == "interval";
  if (call && !other && closed == 1 && !keyword) return text;
  return enclosed(text) ? text : "(" + text + ")";
}

std::string qualifiedText(ir::Name name) {
  const std::string_view text = name;
  if (text.find('"') != std::string_view::npos) return std::string(text);  // quoted already
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return ir::quoteIdentifier(text);
  return ir::quoteIdentifier(text.substr(0, dot)) + "." + ir::quoteIdentifier(text.substr(dot + 1));
}

std::string collationName(ir::Name name, int serverVersion) {
  return ir::builtins::isCollation(name, serverVersion) ? ir::quoteIdentifier(name) : qualifiedText(name);
}

std::string operatorName(ir::Name name) {
  const std::string_view text = name;
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::string(text);
  const std::string_view schema = text.substr(0, dot);
  return "operator(" + (schema.find('"') == std::string_view::npos ? ir::quoteIdentifier(schema) : std::string(schema)) + std::string(text.substr(dot)) + ")";
}

std::string optionValue(std::string_view value) {
  const bool number = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  const bool word = !value.empty() && isWordStart(value[0]) && std::all_of(value.begin(), value.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  return number || (word && value != "default") ? std::string(value) : literal(value);
}

std::string optionList(const ir::Options& options, std::string_view prefix) {
  std::vector<std::string> parts;
  for (const ir::Option& option : options) {
    const bool prefixed = option.name.view().starts_with(prefix);
    parts.push_back((prefixed ? std::string() : std::string(prefix)) + option.name.str() + " = " + optionValue(option.value));
  }
  return join(parts, ", ");
}

OptionChange optionChange(const ir::Options& before, const ir::Options& after) {
  OptionChange change;
  const auto named = [](const ir::Options& options, ir::Name name) {
    return std::find_if(options.begin(), options.end(), [&](const ir::Option& o) { return o.name == name; });
  };
  for (const ir::Option& option : after) {
    const auto old = named(before, option.name);
    if (old == before.end() || old->value != option.value) change.set.push_back(option);
  }
  for (const ir::Option& option : before)
    if (named(after, option.name) == after.end()) change.reset.push_back(option.name.str());
  return change;
}

std::vector<std::string> optionActions(const ir::Options& before, const ir::Options& after, std::string_view prefix) {
  const OptionChange change = optionChange(before, after);
  std::vector<std::string> actions;
  if (!change.set.empty()) actions.push_back("set (" + optionList(change.set, prefix) + ")");
  std::vector<std::string> reset;
  for (const std::string& name : change.reset) reset.push_back(std::string_view(name).starts_with(prefix) ? name : std::string(prefix) + name);
  if (!reset.empty()) actions.push_back("reset (" + join(reset, ", ") + ")");
  return actions;
}

namespace {

// The elements of a list as GUC_LIST_QUOTE settings store it: a, "B c", "".
std::vector<std::string> listElements(std::string_view value) {
  std::vector<std::string> elements;
  std::string current;
  bool quoted = false, any = false;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const char c = value[at];
    if (c == '"' && quoted && at + 1 < value.size() && value[at + 1] == '"') current += c, ++at;
    else if (c == '"') quoted = !quoted, any = true;
    else if (c == ',' && !quoted) elements.push_back(current), current.clear(), any = false;
    else if (quoted || !std::isspace(static_cast<unsigned char>(c))) current += c, any = true;
  }
  if (any || !elements.empty()) elements.push_back(current);
  return elements;
}

}  // namespace

std::string settingClause(const ir::Option& setting) {
  static constexpr std::array<std::string_view, 6> lists{"local_preload_libraries", "search_path", "session_preload_libraries",
                                                         "shared_preload_libraries", "temp_tablespaces", "unix_socket_directories"};
  std::vector<std::string> parts;
  std::string_view name = setting.name;
  for (std::size_t dot; (dot = name.find('.')) != std::string_view::npos; name.remove_prefix(dot + 1)) parts.push_back(ir::quoteIdentifier(name.substr(0, dot)));
  parts.push_back(ir::quoteIdentifier(name));
  const std::string head = "set " + join(parts, ".") + " = ";
  if (std::find(lists.begin(), lists.end(), lower(setting.name)) == lists.end()) return head + optionValue(setting.value);
  std::vector<std::string> values;
  for (const std::string& value : listElements(setting.value)) {
    const bool plain = !value.empty() && ir::quoteIdentifier(value) == value;
    values.push_back(plain ? value : literal(value));
  }
  return head + (values.empty() ? "''" : join(values, ", "));
}

}  // namespace schemac::emitters
