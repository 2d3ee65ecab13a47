#include "compiler/annotations.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace schemac::compiler {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// An identifier or, with `quote` ', a string: what is doubled inside stands for itself.
std::optional<std::string> quoted(std::string_view& text, char quote) {
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != quote) {
      value += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == quote) {
      value += quote;
      ++i;
    } else {
      text.remove_prefix(i + 1);
      return value;
    }
  }
  return std::nullopt;
}

std::optional<std::string> identifier(std::string_view& text) {
  if (text.starts_with('"')) return quoted(text, '"');
  std::size_t end = 0;
  const auto part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80; };
  std::string value;
  for (; end < text.size() && part(text[end]); ++end) value += 'A' <= text[end] && text[end] <= 'Z' ? static_cast<char>(text[end] + 32) : text[end];
  text.remove_prefix(end);
  if (value.empty()) return std::nullopt;
  return value;
}

std::optional<WrittenName> writtenName(std::string_view text) {
  WrittenName result;
  auto first = identifier(text);
  if (!first) return std::nullopt;
  result.name = *first;
  while (text.starts_with('.')) {
    text.remove_prefix(1);
    auto next = identifier(text);
    if (!next) return std::nullopt;
    result.schema = result.name;
    result.name = *next;
  }
  if (text.starts_with('(')) {
    const std::size_t end = text.find(')');
    if (end == std::string_view::npos) return std::nullopt;
    std::string arguments;
    for (const char c : text.substr(1, end - 1))
      if (!std::isspace(static_cast<unsigned char>(c))) arguments += c;
    result.arguments = std::move(arguments);
  }
  return result;
}

// A label as a literal, or the rest of the line as it stands.
std::optional<std::string> labelText(std::string_view text) {
  if (text.starts_with('\'')) return quoted(text, '\'');
  if (text.starts_with('"')) return quoted(text, '"');
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

bool readLine(std::string_view line, Annotations& found) {
  if (take(line, "@renamed")) {
    line = trimmed(line);
    if (!take(line, "from")) return false;
    line = trimmed(line);
    if (take(line, "=")) line = trimmed(line);
    found.renamedFrom = writtenName(line);
    return found.renamedFrom.has_value();
  }
  if (!take(line, "schemac:")) return true;  // an ordinary comment
  line = trimmed(line);
  if (take(line, "renamed from")) {
    found.renamedFrom = writtenName(trimmed(line));
    return found.renamedFrom.has_value();
  }
  if (take(line, "label")) {
    line = trimmed(line);
    if (!line.starts_with('\'')) return false;
    const auto label = quoted(line, '\'');
    line = trimmed(line);
    if (!label || !take(line, "renamed from")) return false;
    const auto old = labelText(trimmed(line));
    if (!old) return false;
    found.labels.emplace_back(*label, *old);
    return true;
  }
  if (take(line, "allow")) {
    std::string code;
    for (const char c : std::string(trimmed(line)) + ",") {
      if (c != ',' && !std::isspace(static_cast<unsigned char>(c))) {
        code += c;
      } else if (!code.empty()) {
        found.allow.push_back(std::move(code));
        code.clear();
      }
    }
    return !found.allow.empty();
  }
  return false;
}

}  // namespace

Annotations annotationsOf(const ir::Object& object) {
  Annotations found;
  if (object.leadingComment.empty()) return found;
  std::string_view rest = object.leadingComment;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (take(line, "-")) {}
    line = trimmed(line);
    if (!readLine(line, found)) found.unknown.emplace_back(line);
  }
  return found;
}

}  // namespace schemac::compiler
