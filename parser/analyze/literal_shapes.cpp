// Geometric types, network addresses' kin and types of common extensions.
#include <cstdlib>
#include <map>
#include <vector>

#include "parser/analyze/literal_values.h"

namespace schemac::parser {
namespace {

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The numbers between parentheses, brackets and commas, in the shortest spelling.
std::optional<std::vector<std::string>> numbers(std::string_view text, std::string_view around, bool single = false) {
  std::vector<std::string> result;
  std::string token;
  const auto flush = [&] {
    if (token.empty()) return true;
    const auto value = floatValue(token, single);
    if (!value) return false;
    result.push_back(*value);
    token.clear();
    return true;
  };
  for (const char c : text) {
    if (isSpace(c) || c == ',' || around.find(c) != std::string_view::npos) {
      if (!flush()) return std::nullopt;
    } else {
      token += c;
    }
  }
  return flush() ? std::optional(std::move(result)) : std::nullopt;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ",") + part;
  return out;
}

}  // namespace

std::optional<std::string> shapeValue(std::string_view type, std::string_view text) {
  text = trimSpace(text);
  if (text.empty()) return std::nullopt;
  const bool open = text[0] == '[';
  if (type == "circle") {
    const auto all = numbers(text, "()<>");
    return all && all->size() == 3 ? std::optional(joined(*all)) : std::nullopt;
  }
  auto all = numbers(text, "()[]");
  if (!all || all->empty() || all->size() % 2) return std::nullopt;
  if (type == "lseg") return all->size() == 4 ? std::optional(joined(*all)) : std::nullopt;
  if (type == "polygon") return open ? std::nullopt : std::optional(joined(*all));
  if (type == "path") return (open ? "open " : "closed ") + joined(*all);
  if (type != "box" || all->size() != 4 || open) return std::nullopt;
  // The upper right corner first.
  for (std::size_t i = 0; i < 2; ++i)
    if (std::strtod((*all)[i].c_str(), nullptr) < std::strtod((*all)[i + 2].c_str(), nullptr)) std::swap((*all)[i], (*all)[i + 2]);
  return joined(*all);
}

std::optional<std::string> mac8Value(std::string_view text) {
  std::string digits;
  for (const char c : trimSpace(text)) {
    if (c == ':' || c == '-' || c == '.') continue;
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (!((low >= '0' && low <= '9') || (low >= 'a' && low <= 'f'))) return std::nullopt;
    digits += low;
  }
  if (digits.size() == 12) digits.insert(6, "fffe");
  return digits.size() == 16 ? std::optional(digits) : std::nullopt;
}

// a=>1, "b c"=>NULL: hstore_in. One that gives a key twice is not read.
std::optional<std::string> hstoreValue(std::string_view text) {
  std::map<std::string, std::optional<std::string>> pairs;
  std::size_t at = 0;
  const auto space = [&] {
    while (at < text.size() && isSpace(text[at])) ++at;
  };
  bool quoted = false;
  const auto word = [&](bool key) -> std::optional<std::string> {
    std::string out;
    space();
    quoted = at < text.size() && text[at] == '"';
    if (quoted) {
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && ++at >= text.size()) return std::nullopt;
        out += text[at];
      }
      return at++ < text.size() ? std::optional(out) : std::nullopt;
    }
    while (at < text.size() && !isSpace(text[at]) && text[at] != ',' && !(key && text[at] == '=')) {
      if (text[at] == '"') return std::nullopt;
      if (text[at] == '\\' && ++at >= text.size()) return std::nullopt;
      out += text[at++];
    }
    return out.empty() ? std::nullopt : std::optional(out);
  };
  for (space(); at < text.size(); space()) {
    const auto key = word(true);
    space();
    if (!key || text.substr(at, 2) != "=>") return std::nullopt;
    at += 2;
    auto value = word(false);
    if (!value) return std::nullopt;
    std::string low = *value;
    for (char& c : low) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const bool null = !quoted && low == "null";
    if (!pairs.emplace(*key, null ? std::nullopt : value).second) return std::nullopt;
    space();
    if (at >= text.size()) break;
    if (text[at++] != ',') return std::nullopt;
  }
  std::string out;
  for (const auto& [key, value] : pairs) out += std::to_string(key.size()) + ":" + key + (value ? "=" + std::to_string(value->size()) + ":" + *value : "-") + ";";
  return out;
}

std::optional<std::string> vectorValue(std::string_view text) {
  text = trimSpace(text);
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return std::nullopt;
  const auto all = numbers(text.substr(1, text.size() - 2), "", true);
  return all && !all->empty() ? std::optional(joined(*all)) : std::nullopt;
}

}  // namespace schemac::parser
