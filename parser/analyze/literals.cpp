#include "parser/analyze/literals.h"

#include <algorithm>
#include <cstdint>

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

// One range: what stands between its brackets, bounds in their subtype's one spelling.
struct RangeText {
  bool empty = false, lowerIn = false, upperIn = false;
  std::optional<std::string> lower, upper;  // none: without end

  std::string text() const {
    if (empty) return "empty";
    return (lowerIn && lower ? "[" : "(") + lower.value_or("") + "," + upper.value_or("") + (upperIn && upper ? "]" : ")");
  }
};

class RangeReader {
 public:
  RangeReader(std::string_view text, Type subtype, const Types& types, const Names& names) : text_(text), subtype_(subtype), types_(types), names_(names) {}

  std::optional<std::string> range() {
    const auto read = one();
    space();
    return read && at_ == text_.size() ? std::optional(read->text()) : std::nullopt;
  }
  // {[1,3),[5,7)}: sorted, those that touch put together.
  std::optional<std::string> multirange() {
    space();
    if (!take('{')) return std::nullopt;
    std::vector<RangeText> all;
    space();
    if (!take('}')) {
      do {
        const auto read = one();
        if (!read) return std::nullopt;
        if (!read->empty) all.push_back(*read);
        space();
      } while (take(','));
      if (!take('}')) return std::nullopt;
    }
    space();
    if (at_ != text_.size()) return std::nullopt;
    if (all.size() > 1) {
      if (!ordered()) return std::nullopt;
      const auto number = [](const std::string& value) { return value == "infinity" ? INT64_MAX : value == "-infinity" ? INT64_MIN : std::stoll(value); };
      const auto before = [&](const RangeText& a, const RangeText& b) {  // by lower bounds
        if (!a.lower || !b.lower) return !a.lower && b.lower.has_value();
        return number(*a.lower) != number(*b.lower) ? number(*a.lower) < number(*b.lower) : a.lowerIn && !b.lowerIn;
      };
      std::stable_sort(all.begin(), all.end(), before);
      std::vector<RangeText> merged{all[0]};
      for (std::size_t i = 1; i < all.size(); ++i) {
        RangeText& last = merged.back();
        const RangeText& next = all[i];
        const bool touch = !last.upper || !next.lower || number(*next.lower) < number(*last.upper) || (*next.lower == *last.upper && (last.upperIn || next.lowerIn));
        if (!touch) {
          merged.push_back(next);
        } else if (last.upper && (!next.upper || number(*next.upper) > number(*last.upper) || (*next.upper == *last.upper && next.upperIn))) {
          last.upper = next.upper, last.upperIn = next.upperIn;
        }
      }
      all = std::move(merged);
    }
    std::string out = "{";
    for (const RangeText& each : all) out += (out.size() > 1 ? "," : "") + each.text();
    return out + "}";
  }

 private:
  bool discrete() const { return subtype_ == types_.known().int4 || subtype_ == types_.known().int8 || subtype_ == types_.known().date; }
  // Are bounds whole numbers in their one spelling, or an infinity?
  bool ordered() const { return discrete() || subtype_ == types_.known().timestamp || subtype_ == types_.known().timestamptz; }
  void space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r'))) ++at_;
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  // range_parse_bound: up to the next bracket or comma that is not quoted.
  bool bound(std::optional<std::string>& value) {
    std::string text;
    bool quoted = false, any = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (!quoted && (c == ',' || c == ')' || c == ']' || c == '(' || c == '[')) break;
      any = true;
      if (c == '\\') {
        if (++at_ >= text_.size()) return false;
        text += text_[at_];
      } else if (c == '"') {
        if (!quoted) quoted = true;
        else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') text += text_[++at_];
        else quoted = false;
      } else {
        text += c;
      }
    }
    if (quoted || at_ >= text_.size()) return false;
    if (!any) return true;
    const Literal literal = canonicalLiteral(text, subtype_, {}, types_, names_);
    if (!literal.known || literal.raw) return false;
    value = literal.text;
    return true;
  }
  std::optional<RangeText> one() {
    RangeText range;
    space();
    std::string word;
    for (std::size_t i = at_; i < text_.size() && word.size() < 5; ++i) word += text_[i] >= 'A' && text_[i] <= 'Z' ? static_cast<char>(text_[i] + 32) : text_[i];
    if (word == "empty") {
      at_ += 5;
      range.empty = true;
      return range;
    }
    if (!(range.lowerIn = take('[')) && !take('(')) return std::nullopt;
    if (!bound(range.lower) || !take(',') || !bound(range.upper)) return std::nullopt;
    if (!(range.upperIn = take(']')) && !take(')')) return std::nullopt;
    const auto finite = [](const std::optional<std::string>& value) { return value && !value->ends_with("infinity"); };
    if (ordered() && range.lower && range.upper) {
      // Of no value at all; one that begins behind its end is an error of the server's.
      if (finite(range.lower) && finite(range.upper) && std::stoll(*range.lower) > std::stoll(*range.upper)) return std::nullopt;
    }
    if (range.lower && range.upper && *range.lower == *range.upper && !(range.lowerIn && range.upperIn)) {
      range.empty = true;
      return range;
    }
    if (discrete()) {
      const auto next = [](std::optional<std::string>& value) { value = std::to_string(std::stoll(*value) + 1); };
      if (finite(range.lower) && !range.lowerIn) next(range.lower), range.lowerIn = true;
      if (finite(range.upper) && range.upperIn) next(range.upper), range.upperIn = false;
      if (range.lower && range.upper && *range.lower == *range.upper && !(range.lowerIn && range.upperIn)) range.empty = true;
    }
    return range;
  }

  std::string_view text_;
  Type subtype_;
  const Types& types_;
  const Names& names_;
  std::size_t at_ = 0;
};

// regclass, regconfig, …: the name of what it names; "pg_catalog." goes, it is always in sight.
Literal namedLiteral(std::string_view text, std::string_view kind, const Names& names) {
  if (const ir::Object* found = objectNamed(kind, text, names)) {
    const bool arguments = ir::isRoutine(found->kind) && kind == "regprocedure";
    return {true, false, arguments ? ir::displayName(*found) : ir::qualifiedName(*found), {}, found};
  }
  const auto parts = nameParts(text);
  const std::size_t count = parts.size();
  if (count == 0 || kind == "regtype" || kind == "regoper" || kind == "regoperator" || kind == "regprocedure" || (parts[0][0] >= '0' && parts[0][0] <= '9')) return raw(text);
  if (kind == "regclass" && !names.builtinRelation(count > 1 ? ir::Name(parts[0]) : ir::Name(), parts.back())) return raw(text);
  if (kind == "regproc" && !names.builtinFunction(parts.back())) return raw(text);
  std::string name;
  for (std::size_t i = count > 1 && parts[0] == "pg_catalog" ? 1 : 0; i < count; ++i) name += (name.empty() ? "" : ".") + ir::quoteIdentifier(parts[i]);
  return {true, false, name, {}, nullptr};
}

}  // namespace

std::vector<std::string> nameParts(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < text.size();) {
    std::string part;
    while (i < text.size() && text[i] == ' ') ++i;
    if (i < text.size() && text[i] == '"') {
      for (++i; i < text.size() && !(text[i] == '"' && (i + 1 >= text.size() || text[i + 1] != '"')); ++i) {
        if (text[i] == '"') ++i;
        part += text[i];
      }
      ++i;
    } else {
      for (; i < text.size() && text[i] != '.' && text[i] != ' ' && text[i] != '('; ++i)
        part += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    }
    if (part.empty()) return {};
    parts.push_back(part);
    if (i < text.size() && text[i] != '.' && text[i] != ' ' && text[i] != '(') return {};  // "a"b: no name
    if (i >= text.size() || text[i] != '.') break;
    ++i;
  }
  return parts;
}

const ir::Object* objectNamed(std::string_view kind, std::string_view text, const Names& names) {
  const auto parts = nameParts(text);
  if (parts.empty() || parts.size() > 2) return nullptr;
  const ir::Name schemaName = parts.size() == 2 ? ir::Name(parts[0]) : ir::Name(), name = parts.back();
  if (kind == "regclass") {
    const ir::Object* found = names.relation(schemaName, name);
    return found && !names.builtinRelation(schemaName, name) ? found : nullptr;
  }
  if (kind == "regtype") {
    if (schemaName.empty() && ir::builtins::findType(name, names.schema().serverVersion)) return nullptr;
    const ir::TypeRef found = names.type(schemaName, name);
    return found && !found.array && found.type->origin != ir::Origin::BuiltIn ? found.type.object : nullptr;
  }
  if (kind == "regconfig") return names.textSearch(ir::Space::TextSearchConfiguration, schemaName, name).object.object;
  if (kind == "regdictionary") return names.textSearch(ir::Space::TextSearchDictionary, schemaName, name).object.object;
  if (kind == "regcollation") return names.collation(schemaName, name).object.object;
  if (kind == "regproc" || kind == "regprocedure") {
    const auto found = names.routines(schemaName, name);
    if (kind == "regproc") return found.size() == 1 ? found[0] : nullptr;
    const auto open = text.find('(');
    std::string wanted(open == std::string_view::npos ? "" : text.substr(open));
    std::erase(wanted, ' ');
    for (const ir::Object* function : found) {
      std::string own = ir::signature(*function);
      std::erase(own, ' ');
      if (own == wanted) return function;
    }
    return found.size() == 1 ? found[0] : nullptr;
  }
  return nullptr;
}

Literal canonicalLiteral(std::string_view text, Type type, ir::Text modifiers, const Types& types, const Names& names) {
  const KnownTypes& k = types.known();
  if (types.isArray(type) && type != k.int2vector && type != k.oidvector) {
    Literal result;
    ArrayText array(text, types.base(types.element(type)), types, names, result);
    if (array.read()) return result;
    return raw(text);
  }
  if (types.isRange(type) || types.isMultirange(type)) {
    RangeReader reader(text, types.rangeSubtype(type), types, names);
    const auto value = types.isRange(type) ? reader.range() : reader.multirange();
    return value ? Literal{true, false, *value, {}, nullptr} : raw(text);
  }
  if (!type.builtin) {
    const char category = types.category(type);
    if (const ir::Object* owner = type.object ? type.object->derivedFrom : nullptr; owner && owner->kind == ir::Kind::Extension) {
      const std::optional<std::string> value = type.object->name == "hstore" ? hstoreValue(text) : type.object->name == "vector" ? vectorValue(text) : std::nullopt;
      if (value) return {true, false, *value, {}, nullptr};
    }
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
  else if (name == "char") value = text.size() == 4 && text[0] == '\\' ? std::nullopt : std::optional(std::string(text.substr(0, 1)));  // '\101' in newer ones
  else if (name == "tsquery") value = tsqueryValue(text);
  else if (name == "tsvector") value = tsvectorValue(text);
  else if (name == "box" || name == "lseg" || name == "path" || name == "polygon" || name == "circle") value = shapeValue(name, text);
  else if (name == "macaddr8") value = mac8Value(text);
  else if (name == "pg_lsn") value = lsnValue(text);
  else if (name == "interval") value = intervalValue(text, modifiers);
  else if (name == "date" || name == "timestamp" || name == "timestamptz" || name == "time" || name == "timetz") {
    if (isMovingTime(text)) return {false, true, std::string(text), "'" + std::string(text) + "' is a time that moves: write now()", nullptr};
    value = name == "date" ? dateValue(text) : name == "timestamp" ? timestampValue(text, false) : name == "timestamptz" ? timestampValue(text, true)
          : timeValue(text, name == "timetz");
  } else if (name.starts_with("reg")) {
    return namedLiteral(text, name, names);
  }
  return value ? Literal{true, false, *value, {}, nullptr} : raw(text);
}

}  // namespace schemac::parser
