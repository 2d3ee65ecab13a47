#include "parser/sql/encoding.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace schemac::parser {
namespace {

// The encoding that a line "SET client_encoding TO 'x';" names, in lower case without punctuation; "" for any other line.
std::string encodingSet(std::string_view line) {
  std::string word;
  std::string words[4];
  std::size_t count = 0;
  for (std::size_t i = 0; i <= line.size() && count < 4; ++i) {
    const char c = i < line.size() ? line[i] : ' ';
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '_') word += lower;
    else if (lower != '-' && !word.empty()) words[count++] = std::exchange(word, {});
  }
  if (count < 3 || words[0] != "set" || words[1] != "client_encoding") return {};
  std::string name = words[2] == "to" ? words[3] : words[2];
  std::erase(name, '_');
  return name;
}

bool isLatin1(std::string_view name) { return name == "latin1" || name == "iso88591" || name == "l1"; }

}  // namespace

std::shared_ptr<const ir::Source> inUtf8(const std::shared_ptr<const ir::Source>& source) {
  const std::string_view text = source->text;
  const auto foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::none_of(text.begin(), text.end(), foreign)) return source;
  std::string out;
  bool latin1 = false, changed = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, end - at);
    for (const char c : line) {
      if (latin1 && foreign(c)) {
        const auto byte = static_cast<unsigned char>(c);
        out += static_cast<char>(0xC0 | byte >> 6);
        out += static_cast<char>(0x80 | (byte & 0x3F));
        changed = true;
      } else {
        out += c;
      }
    }
    if (const std::string name = encodingSet(line); !name.empty()) latin1 = isLatin1(name);
    at = end;
  }
  return changed ? std::make_shared<ir::Source>(ir::Source{source->name, std::move(out)}) : source;
}

namespace {

// The length of the character at `at`, 0 if it is none: neither overlong nor a surrogate nor beyond U+10FFFF.
std::size_t characterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const unsigned first = byte(0), second = byte(1);
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  if (first < 0x80) return first == 0 ? 0 : 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool legal = (first != 0xE0 || second >= 0xA0) && (first != 0xED || second <= 0x9F);
    return legal && continues(1) && continues(2) ? 3 : 0;
  }
  const bool legal = first >= 0xF0 && first <= 0xF4 && (first != 0xF0 || second >= 0x90) && (first != 0xF4 || second <= 0x8F);
  return legal && continues(1) && continues(2) && continues(3) ? 4 : 0;
}

}  // namespace

std::size_t byteOffset(std::string_view text, std::size_t position) {
  std::size_t at = 0;
  for (std::size_t character = 1; at < text.size() && character < position; ++character) {
    ++at;
    while (at < text.size() && (text[at] & 0xC0) == 0x80) ++at;
  }
  return at;
}

std::size_t findInvalidUtf8(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (static_cast<signed char>(text[at]) > 0) {  // ASCII, which nearly all of a file is
      ++at;
      continue;
    }
    const std::size_t length = characterAt(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

}  // namespace schemac::parser
