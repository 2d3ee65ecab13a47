#include "emitters/json_text.h"

#include <cstdint>

namespace schemac::emitters {
namespace {

constexpr std::size_t kLine = 120;

std::string indented(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "  ";
  }
  return out;
}

std::string layOut(const std::vector<std::string>& parts, char open, char close) {
  if (parts.empty()) return {open, close};
  std::size_t length = 2;
  bool lines = false;
  for (const std::string& part : parts) {
    length += part.size() + 2;
    lines = lines || part.find('\n') != std::string::npos;
  }
  std::string out(1, open);
  if (!lines && length <= kLine) {
    for (std::size_t i = 0; i < parts.size(); ++i) out += (i ? ", " : "") + parts[i];
    return out + close;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i ? ",\n  " : "\n  ") + indented(parts[i]);
  return out + "\n" + close;
}

// The length of the UTF-8 sequence at text[at], or 0 if it is none.
std::size_t sequence(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0; };
  const std::uint8_t first = static_cast<std::uint8_t>(byte(at)), second = static_cast<std::uint8_t>(byte(at + 1));
  if (first < 0x80) return 1;
  const auto tail = [&](std::size_t from, std::size_t count) {
    for (std::size_t i = from; i < from + count; ++i)
      if ((byte(at + i) & 0xC0) != 0x80) return false;
    return true;
  };
  if (first >= 0xC2 && first <= 0xDF) return tail(1, 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return tail(1, 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return tail(1, 3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string jsonString(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const std::size_t length = sequence(text, at);
    if (length == 0) {
      out += "\\ufffd";
      ++at;
      continue;
    }
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) out += std::string("\\u00") + hex[static_cast<unsigned char>(c) >> 4] + hex[c & 15];
        else out += text.substr(at, length);
    }
    at += length;
  }
  return out + '"';
}

std::string JsonObject::text() const {
  std::vector<std::string> parts;
  for (const auto& [name, value] : members_) parts.push_back(name + ": " + value);
  return layOut(parts, '{', '}');
}

std::string jsonArray(const std::vector<std::string>& values) { return layOut(values, '[', ']'); }

std::string jsonStrings(const std::vector<std::string>& texts) {
  std::vector<std::string> values;
  for (const std::string& text : texts) values.push_back(jsonString(text));
  return jsonArray(values);
}

}  // namespace schemac::emitters
