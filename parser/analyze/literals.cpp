#include "parser/analyze/literals.h"

#include "ir/identity.h"
#include "parser/analyze/literal_values.h"

namespace schemac::parser {
namespace {

Literal raw(std::string_view text) { return {true, true, std::string(text), {}, nullptr}; }

// '{a,"b c",NULL,{…}}'; none where it has explicit bounds or is malformed.
class ArrayText {
 public:
  ArrayText(std::string_view text, Type element, const Types& types, const Names& names, Literal& result)
      : text_(text), element_(element), types_(types), names_(names), result_(result) {}

  bool read() {
    space();
    if (!list(0)) return false;
    space();
    return at_ == text_.size();
  }

 private:
  void space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r'))) ++at_;
  }
  bool list(int depth) {
    if (at_ >= text_.size() || text_[at_] != '{' || depth > 6) return false;
    ++at_;
    result_.text += '{';
    space();
    if (at_ < text_.size() && text_[at_] == '}') {
      ++at_;
      result_.text += '}';
      return true;
    }
    for (;;) {
      space();
      if (at_ < text_.size() && text_[at_] == '{') {
        if (!list(depth + 1)) return false;
      } else if (!element()) {
        return false;
      }
      space();
      if (at_ >= text_.size()) return false;
      if (text_[at_] == '}') {
        ++at_;
        result_.text += '}';
        return true;
      }
      if (text_[at_] != ',') return false;
      ++at_;
      result_.text += ',';
    }
  }
  bool element() {
    std::string value;
    bool quoted = false;
    std::size_t keep = 0;  // trailing white space of a bare element does not count, an escaped one does
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '}' && text_[at_] != '{') {
      if (text_[at_] == '"') {
        quoted = true;
        for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
          if (text_[at_] == '\\' && ++at_ >= text_.size()) return false;
          value += text_[at_];
        }
        if (at_ >= text_.size()) return false;
        ++at_;
        keep = value.size();
      } else if (text_[at_] == '\\') {
        if (++at_ >= text_.size()) return false;
        value += text_[at_++];
        keep = value.size();
      } else {
        const char c = text_[at_++];
        value += c;
        if (!(c == ' ' || (c >= '\t' && c <= '\r'))) keep = value.size();
      }
    }
    value.resize(keep);
    if (value.empty() && !quoted) return false;
    if (!quoted && value.size() == 4 && (value[0] | 32) == 'n' && (value[1] | 32) == 'u' && (value[2] | 32) == 'l' && (value[3] | 32) == 'l') {
      result_.text += "NULL";
      return true;
    }
    const Literal inner = canonicalLiteral(value, element_, {}, types_, names_);
    if (!inner.known) {
      result_.known = false;
      result_.reason = inner.reason;
    }
    result_.raw = result_.raw || inner.raw;
    result_.text += std::to_string(inner.text.size()) + ":" + inner.text;
    return true;
  }

  std::string_view text_;
  Type element_;
  const Types& types_;
  const Names& names_;
  Literal& result_;
  std::size_t at_ = 0;
};

std::optional<std::string> rangeValue(std::string_view text, Type subtype, const Types& types, const Names& names) {
  text = trimSpace(text);
  if (text == "empty") return "empty";
  if (text.size() < 3 || (text[0] != '[' && text[0] != '(') || (text.back() != ']' && text.back() != ')')) return std::nullopt;
  bool lowerIn = text[0] == '[', upperIn = text.back() == ']';
  const std::string_view inside = text.substr(1, text.size() - 2);
  const auto comma = inside.find(',');
  if (comma == std::string_view::npos || inside.find(',', comma + 1) != std::string_view::npos || inside.find_first_of("\"\\") != std::string_view::npos) return std::nullopt;
  const std::string_view low = inside.substr(0, comma), high = inside.substr(comma + 1);
  const KnownTypes& k = types.known();
  const bool discrete = subtype == k.int4 || subtype == k.int8 || subtype == k.date;
  const auto bound = [&](std::string_view value) -> std::optional<std::string> {
    const Literal literal = canonicalLiteral(value, subtype, {}, types, names);
    return literal.known && !literal.raw ? std::optional(literal.text) : std::nullopt;
  };
  std::string lower, upper;
  if (!low.empty()) {
    const auto value = bound(low);
    if (!value) return std::nullopt;
    lower = *value;
  }
  if (!high.empty()) {
    const auto value = bound(high);
    if (!value) return std::nullopt;
    upper = *value;
  }
  if (discrete) {
    const auto next = [](std::string& value) {
      if (value.empty() || value.ends_with("infinity")) return;
      value = std::to_string(std::stoll(value) + 1);
    };
    if (!lowerIn) next(lower), lowerIn = true;
    if (upperIn) next(upper), upperIn = false;
    if (!lower.empty() && !upper.empty() && !lower.ends_with("infinity") && !upper.ends_with("infinity") && std::stoll(lower) >= std::stoll(upper)) return std::nullopt;
  }
  return (lower.empty() ? "(" : lowerIn ? "[" : "(") + lower + "," + upper + (upper.empty() ? ")" : upperIn ? "]" : ")");
}

// 'english', 'pg_catalog.english', '"english"'
std::string unqualified(std::string_view text) {
  std::string result;
  for (const char c : text)
    if (c != '"') result += c;
  if (result.starts_with("pg_catalog.")) result.erase(0, 11);
  return result;
}

}  // namespace

Literal canonicalLiteral(std::string_view text, Type type, ir::Text modifiers, const Types& types, const Names& names) {
  const KnownTypes& k = types.known();
  if (types.isArray(type) && type != k.int2vector && type != k.oidvector) {
    Literal result;
    ArrayText array(text, types.base(types.element(type)), types, names, result);
    if (array.read()) return result;
    return raw(text);
  }
  if (types.isRange(type)) {
    const auto value = rangeValue(text, types.rangeSubtype(type), types, names);
    return value ? Literal{true, false, *value, {}, nullptr} : raw(text);
  }
  if (!type.builtin) {
    const char category = types.category(type);
    // A label, or a text of an extension's string type: as it is.
    if (category == 'E' || category == 'S') return {true, false, std::string(text), {}, nullptr};
    return raw(text);
  }
  const std::string_view name = type.builtin->name();
  if (name == "text" || name == "varchar" || name == "bpchar" || name == "json" || name == "xml" || name == "unknown" || name == "cstring")
    return {true, false, std::string(text), {}, nullptr};
  std::optional<std::string> value;
  if (name == "bool") value = booleanValue(text);
  else if (name == "int4") value = integerValue(text, 4);
  else if (name == "int8") value = integerValue(text, 8);
  else if (name == "int2") value = integerValue(text, 2);
  else if (name == "oid") value = integerValue(text, 0);
  else if (name == "numeric") value = numericValue(text);
  else if (name == "float8") value = floatValue(text, false);
  else if (name == "float4") value = floatValue(text, true);
  else if (name == "uuid") value = uuidValue(text);
  else if (name == "jsonb") value = jsonbValue(text);
  else if (name == "jsonpath") value = jsonpathValue(text);
  else if (name == "bytea") value = byteaValue(text);
  else if (name == "bit" || name == "varbit") value = bitValue(text);
  else if (name == "inet" || name == "cidr") value = inetValue(text, name == "cidr");
  else if (name == "macaddr") value = macValue(text);
  else if (name == "money") value = moneyValue(text);
  else if (name == "point") value = pointValue(text);
  else if (name == "name") value = std::string(text.substr(0, 63));
  else if (name == "char") value = std::string(text.substr(0, 1));
  else if (name == "interval") value = intervalValue(text, modifiers);
  else if (name == "date" || name == "timestamp" || name == "timestamptz" || name == "time" || name == "timetz") {
    if (isMovingTime(text)) return {false, true, std::string(text), "'" + std::string(text) + "' is a time that moves: write now()", nullptr};
    value = name == "date" ? dateValue(text) : name == "timestamp" ? timestampValue(text, false) : name == "timestamptz" ? timestampValue(text, true)
          : timeValue(text, name == "timetz");
  } else if (name == "regconfig" || name == "regdictionary") {
    const auto dot = text.find('.');
    const auto space = name == "regconfig" ? ir::Space::TextSearchConfiguration : ir::Space::TextSearchDictionary;
    if (text.find('"') == std::string_view::npos) {
      std::string lower;
      for (const char c : text) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      const ir::NamedRef found = dot == std::string_view::npos ? names.textSearch(space, {}, lower) : names.textSearch(space, lower.substr(0, dot), lower.substr(dot + 1));
      if (found.object) return {true, false, ir::qualifiedName(*found.object), {}, found.object.object};
    }
    value = unqualified(text);
  } else if (name == "regclass") {
    const auto dot = text.find('.');
    if (text.find('"') == std::string_view::npos && !text.empty() && !(text[0] >= '0' && text[0] <= '9')) {
      std::string lower;
      for (const char c : text) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      const ir::Object* found = dot == std::string_view::npos ? names.relation({}, lower) : names.relation(lower.substr(0, dot), lower.substr(dot + 1));
      if (found) return {true, false, ir::qualifiedName(*found), {}, found};
    }
  }
  return value ? Literal{true, false, *value, {}, nullptr} : raw(text);
}

}  // namespace schemac::parser
