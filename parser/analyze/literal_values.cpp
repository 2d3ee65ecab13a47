#include "parser/analyze/literal_values.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <map>
#include <vector>

namespace schemac::parser {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}
int hexDigit(char c) {
  c = lower(c);
  return isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string_view trimSpace(std::string_view text) {
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::string> booleanValue(std::string_view text) {
  const std::string value = lowered(trimSpace(text));
  if (value.empty()) return std::nullopt;
  const auto prefixOf = [&](std::string_view word, std::size_t least = 1) { return value.size() >= least && word.starts_with(value); };
  if (prefixOf("true") || prefixOf("yes") || value == "on" || value == "1") return "true";
  if (prefixOf("false") || prefixOf("no") || prefixOf("off", 2) || value == "0") return "false";
  return std::nullopt;
}

std::optional<std::string> integerValue(std::string_view text, int bytes) {
  text = trimSpace(text);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !isDigit(text[0])) return std::nullopt;
  unsigned long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (bytes == 0) return value <= 0xFFFFFFFFULL && !negative ? std::optional(std::to_string(value)) : std::nullopt;
  const unsigned long long limit = bytes == 2 ? 0x7FFFULL : bytes == 4 ? 0x7FFFFFFFULL : 0x7FFFFFFFFFFFFFFFULL;
  if (value > limit + (negative ? 1 : 0)) return std::nullopt;
  return (negative && value ? "-" : "") + std::to_string(value);
}

std::optional<std::string> numericValue(std::string_view text) {
  text = trimSpace(text);
  const std::string low = lowered(text);
  if (low == "nan") return "NaN";
  if (low == "infinity" || low == "inf" || low == "+infinity" || low == "+inf") return "Infinity";
  if (low == "-infinity" || low == "-inf") return "-Infinity";
  std::size_t i = 0;
  bool negative = false;
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) negative = text[i++] == '-';
  std::string whole, fraction;
  while (i < text.size() && isDigit(text[i])) whole += text[i++];
  if (i < text.size() && text[i] == '.') {
    ++i;
    while (i < text.size() && isDigit(text[i])) fraction += text[i++];
  }
  if (whole.empty() && fraction.empty()) return std::nullopt;
  int exponent = 0;
  if (i < text.size() && lower(text[i]) == 'e') {
    ++i;
    if (i < text.size() && text[i] == '+') ++i;
    const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), exponent);
    if (error != std::errc() || std::abs(exponent) > 2000) return std::nullopt;
    i = static_cast<std::size_t>(end - text.data());
  }
  if (i != text.size()) return std::nullopt;
  for (; exponent > 0; --exponent) {
    whole += fraction.empty() ? '0' : fraction[0];
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  for (; exponent < 0; ++exponent) {
    fraction.insert(fraction.begin(), whole.empty() ? '0' : whole.back());
    if (!whole.empty()) whole.pop_back();
  }
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  const bool zero = whole.empty() && fraction.find_first_not_of('0') == std::string::npos;
  return (negative && !zero ? "-" : "") + (whole.empty() ? "0" : whole) + (fraction.empty() ? "" : "." + fraction);
}

std::optional<std::string> floatValue(std::string_view text, bool single) {
  text = trimSpace(text);
  const std::string low = lowered(text);
  if (low == "nan") return "NaN";
  if (low == "infinity" || low == "inf" || low == "+infinity") return "Infinity";
  if (low == "-infinity" || low == "-inf") return "-Infinity";
  if (low.empty() || low.find_first_not_of("0123456789+-.e") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  std::array<char, 64> buffer{};
  std::to_chars_result printed{};
  if (single) {
    const float value = std::strtof(low.c_str(), &end);
    if (!std::isfinite(value)) return std::nullopt;
    printed = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  } else {
    const double value = std::strtod(low.c_str(), &end);
    if (!std::isfinite(value)) return std::nullopt;
    printed = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  }
  if (end != low.c_str() + low.size()) return std::nullopt;
  return std::string(buffer.data(), printed.ptr);
}

std::optional<std::string> uuidValue(std::string_view text) {
  if (text.starts_with('{') && text.ends_with('}')) text = text.substr(1, text.size() - 2);
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '-' && digits.size() % 4 == 0 && !digits.empty() && digits.size() < 32) continue;
    if (hexDigit(text[i]) < 0) return std::nullopt;
    digits += lower(text[i]);
  }
  return digits.size() == 32 ? std::optional(digits) : std::nullopt;
}

std::optional<std::string> byteaValue(std::string_view text) {
  std::string hex;
  const auto byte = [&](int value) {
    hex += "0123456789abcdef"[(value >> 4) & 15];
    hex += "0123456789abcdef"[value & 15];
  };
  if (text.starts_with("\\x")) {
    int high = -1;
    for (const char c : text.substr(2)) {
      if (isSpace(c) && high < 0) continue;
      const int digit = hexDigit(c);
      if (digit < 0) return std::nullopt;
      if (high < 0) high = digit;
      else byte(high * 16 + digit), high = -1;
    }
    return high < 0 ? std::optional(hex) : std::nullopt;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      byte(static_cast<unsigned char>(text[i]));
    } else if (i + 1 < text.size() && text[i + 1] == '\\') {
      byte('\\'), ++i;
    } else if (i + 3 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '3' && text[i + 2] >= '0' && text[i + 2] <= '7' && text[i + 3] >= '0' && text[i + 3] <= '7') {
      byte((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0')), i += 3;
    } else {
      return std::nullopt;
    }
  }
  return hex;
}

std::optional<std::string> bitValue(std::string_view text) {
  bool hex = false;
  if (!text.empty() && (lower(text[0]) == 'b' || lower(text[0]) == 'x')) hex = lower(text[0]) == 'x', text.remove_prefix(1);
  std::string bits;
  for (const char c : text) {
    const int digit = hexDigit(c);
    if (digit < 0 || (!hex && digit > 1)) return std::nullopt;
    if (!hex) bits += c;
    else
      for (int bit = 3; bit >= 0; --bit) bits += (digit >> bit) & 1 ? '1' : '0';
  }
  return bits;
}

std::optional<std::string> inetValue(std::string_view text, bool cidr) {
  const std::string value(trimSpace(text));
  const auto slash = value.find('/');
  std::string address = value.substr(0, slash);
  const bool six = address.find(':') != std::string::npos;
  // A network may leave out the zeros at its end: 10.1/16. Without a mask the classes of old would decide; that is left undecided.
  if (cidr && !six && slash != std::string::npos)
    for (auto dots = std::count(address.begin(), address.end(), '.'); dots < 3 && !address.ends_with('.'); ++dots) address += ".0";
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(six ? AF_INET6 : AF_INET, address.c_str(), bytes.data()) != 1) return std::nullopt;  // abbreviated forms too
  const int most = six ? 128 : 32;
  int mask = most;
  if (slash != std::string::npos) {
    const auto number = integerValue(value.substr(slash + 1), 4);
    if (!number || (mask = std::atoi(number->c_str())) > most || mask < 0) return std::nullopt;
  }
  std::string result = six ? "6:" : "4:";
  for (int i = 0; i < most / 8; ++i) {
    const int byte = bytes[static_cast<std::size_t>(i)];
    if (cidr && i * 8 + 8 > mask && (byte & (0xFF >> std::max(0, mask - i * 8)))) return std::nullopt;
    result += std::to_string(byte) + ".";
  }
  return result + "/" + std::to_string(mask);
}

std::optional<std::string> macValue(std::string_view text) {
  std::string digits;
  for (const char c : trimSpace(text)) {
    if (c == ':' || c == '-' || c == '.') continue;
    if (hexDigit(c) < 0) return std::nullopt;
    digits += lower(c);
  }
  return digits.size() == 12 ? std::optional(digits) : std::nullopt;
}

std::optional<std::string> lsnValue(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto half = [](std::string_view digits) -> std::optional<std::string> {
    if (digits.empty() || digits.size() > 8) return std::nullopt;
    std::string out;
    for (const char c : digits) {
      if (hexDigit(c) < 0) return std::nullopt;
      if (!out.empty() || c != '0') out += lower(c);
    }
    return out;
  };
  const auto high = half(text.substr(0, slash)), low = half(text.substr(slash + 1));
  return high && low ? std::optional(*high + "/" + *low) : std::nullopt;
}

std::optional<std::string> moneyValue(std::string_view text) {
  text = trimSpace(text);
  std::string plain;
  for (const char c : text)
    if (c != '$' && c != ',') plain += c;
  const auto number = numericValue(plain);
  if (!number || number->find_first_not_of("0123456789.-") != std::string::npos) return std::nullopt;
  const auto dot = number->find('.');
  std::string cents = dot == std::string::npos ? "" : number->substr(dot + 1);
  if (cents.size() > 2) return std::nullopt;
  cents.resize(2, '0');
  return number->substr(0, dot) + "." + cents;
}

std::optional<std::string> pointValue(std::string_view text) {
  text = trimSpace(text);
  if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto x = floatValue(text.substr(0, comma), false), y = floatValue(text.substr(comma + 1), false);
  return x && y ? std::optional("(" + *x + "," + *y + ")") : std::nullopt;
}

namespace {

// jsonb_in: keys sorted by length and bytes, the last of equal ones kept, numbers as numeric prints them.
class Jsonb {
 public:
  explicit Jsonb(std::string_view text) : text_(text) {}
  std::optional<std::string> read() {
    auto result = value(0);
    space();
    return result && at_ == text_.size() ? result : std::nullopt;
  }

 private:
  void space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  }
  bool take(char c) {
    space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::optional<std::string> value(int depth) {
    space();
    if (at_ >= text_.size() || depth > 500) return std::nullopt;
    if (text_[at_] == '{') return object(depth);
    if (text_[at_] == '[') return array(depth);
    if (text_[at_] == '"') return string();
    for (const std::string_view word : {"true", "false", "null"})
      if (text_.substr(at_, word.size()) == word) return at_ += word.size(), std::string(word);
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view("+-.0123456789eE").find(text_[at_]) != std::string_view::npos) ++at_;
    return begin == at_ ? std::nullopt : numericValue(text_.substr(begin, at_ - begin));
  }
  std::optional<std::string> object(int depth) {
    take('{');
    std::map<std::pair<std::size_t, std::string>, std::string> members;
    if (!take('}')) {
      do {
        space();
        auto key = string();
        if (!key || !take(':')) return std::nullopt;
        auto member = value(depth + 1);
        if (!member) return std::nullopt;
        const std::size_t length = key->size();
        members[{length, std::move(*key)}] = std::move(*member);
      } while (take(','));
      if (!take('}')) return std::nullopt;
    }
    std::string result = "{";
    for (const auto& [key, member] : members) result += (result.size() > 1 ? "," : "") + key.second + ":" + member;
    return result + "}";
  }
  std::optional<std::string> array(int depth) {
    take('[');
    std::string result = "[";
    if (take(']')) return "[]";
    do {
      auto member = value(depth + 1);
      if (!member) return std::nullopt;
      result += (result.size() > 1 ? "," : "") + *member;
    } while (take(','));
    return take(']') ? std::optional(result + "]") : std::nullopt;
  }
  // Escapes decoded: "\u0041" is "A".
  std::optional<std::string> string() {
    if (at_ >= text_.size() || text_[at_] != '"') return std::nullopt;
    std::string result = "\"";
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] != '\\') {
        result += text_[at_];
        continue;
      }
      if (++at_ >= text_.size()) return std::nullopt;
      switch (text_[at_]) {
        case 'n': result += '\n'; break;
        case 't': result += '\t'; break;
        case 'r': result += '\r'; break;
        case 'b': result += '\b'; break;
        case 'f': result += '\f'; break;
        case '"': result += "\\\""; break;
        case '\\': result += "\\\\"; break;
        case '/': result += '/'; break;
        case 'u': {
          auto unit = hex4();
          if (!unit) return std::nullopt;
          std::uint32_t code = *unit;
          if (code >= 0xD800 && code < 0xDC00) {
            if (text_.substr(at_ + 1, 2) != "\\u") return std::nullopt;
            at_ += 2;
            auto second = hex4();
            if (!second || *second < 0xDC00 || *second > 0xDFFF) return std::nullopt;
            code = 0x10000 + ((code - 0xD800) << 10) + (*second - 0xDC00);
          }
          if (code == '"' || code == '\\') result += '\\', result += static_cast<char>(code);
          else append(result, code);
          break;
        }
        default: return std::nullopt;
      }
    }
    if (at_ >= text_.size()) return std::nullopt;
    ++at_;
    return result + "\"";
  }
  std::optional<std::uint32_t> hex4() {
    std::uint32_t code = 0;
    for (int i = 0; i < 4; ++i) {
      const int digit = ++at_ < text_.size() ? hexDigit(text_[at_]) : -1;
      if (digit < 0) return std::nullopt;
      code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    return code;
  }
  static void append(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) put(code);
    else if (code < 0x800) put(0xC0 | (code >> 6)), put(0x80 | (code & 63));
    else if (code < 0x10000) put(0xE0 | (code >> 12)), put(0x80 | ((code >> 6) & 63)), put(0x80 | (code & 63));
    else put(0xF0 | (code >> 18)), put(0x80 | ((code >> 12) & 63)), put(0x80 | ((code >> 6) & 63)), put(0x80 | (code & 63));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> jsonbValue(std::string_view text) { return Jsonb(text).read(); }

}  // namespace schemac::parser
