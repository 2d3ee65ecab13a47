#include "parser/sql/partition_bounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <regex>

#include "ir/identity.h"
#include "parser/sql/lookup.h"

#include "parser/sql/pg_nodes.h"

namespace schemac::parser {

using ir::Kind;

namespace {

bool looksLike(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

// 007 is 7, +5 is 5.
std::string integerText(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (!looksLike(text, "0123456789")) return {};
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  return (negative && text != "0" ? "-" : "") + std::string(text);
}

// ISO dates and times alone; what is written otherwise (months by name, infinity, time zones by name) stays as it is.
std::string timeText(std::string_view type, const std::string& text) {
  static const std::regex iso(R"(^\s*(\d{4,})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|z|UTC|utc|[+-]\d{1,2}(?::?\d{2})?)?)?\s*$)");
  std::smatch part;
  if (!std::regex_match(text, part, iso)) return text;
  const auto number = [&](int i) { return part[i].matched ? std::stoi(part[i].str()) : 0; };
  using namespace std::chrono;
  const year_month_day written{year(number(1)), month(static_cast<unsigned>(number(2))), day(static_cast<unsigned>(number(3)))};
  if (!written.ok() || number(4) > 24) return text;
  if (type == "date") return fmt::format("{:04}-{:02}-{:02}", number(1), number(2), number(3));
  seconds at = sys_days(written).time_since_epoch() + hours(number(4)) + minutes(number(5)) + seconds(number(6));
  if (type == "timestamptz" && part[8].matched && part[8].str().find_first_of("+-") == 0) {
    std::string offset = part[8].str();
    const int sign = offset[0] == '-' ? -1 : 1;
    std::erase(offset, ':');
    const int hour = std::stoi(offset.substr(1, 2)), minute = offset.size() > 3 ? std::stoi(offset.substr(offset.size() - 2)) : 0;
    at -= sign * (hours(hour) + minutes(minute));
  }
  const sys_days day0 = floor<days>(sys_seconds(at));
  const year_month_day date(day0);
  const hh_mm_ss<seconds> time(at - day0.time_since_epoch());
  std::string fraction = part[7].str();
  while (!fraction.empty() && (fraction.back() == '0' || fraction.back() == '.')) fraction.pop_back();
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}{}{}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(), time.seconds().count(), fraction,
                     type == "timestamptz" ? "+00" : "");
}

}  // namespace

// get_const_expr (ruleutils.c) without a label for the type.
std::string boundLiteral(std::string_view type, const std::string& text) {
  if (type == "int4") {
    const std::string number = integerText(text);
    return number.empty() || number[0] == '-' ? ir::quoteLiteral(number.empty() ? text : number) : number;
  }
  if (type == "int8" || type == "int2") {
    const std::string number = integerText(text);
    return ir::quoteLiteral(number.empty() ? text : number);
  }
  if (type == "numeric") return looksLike(text, "0123456789.") && text.find('.') != std::string::npos ? text : ir::quoteLiteral(text);
  if (type == "bool") {
    if (text == "t" || text == "true" || text == "on" || text == "yes" || text == "1") return "true";
    if (text == "f" || text == "false" || text == "off" || text == "no" || text == "0") return "false";
  }
  if (type == "date" || type == "timestamp" || type == "timestamptz") return ir::quoteLiteral(timeText(type, text));
  if (type == "uuid") {
    std::string lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return ir::quoteLiteral(lower);
  }
  return ir::quoteLiteral(text);
}

std::string boundValue(const ir::Schema&, const Node* value, const ir::TypeRef& type, std::string_view written) {
  if (nodeTag(value) == T_ColumnRef) {  // the grammar takes MINVALUE and MAXVALUE for columns
    const auto* column = reinterpret_cast<const ColumnRef*>(value);
    const std::string name = stringOf(static_cast<const Node*>(linitial(column->fields)));
    if (name == "minvalue") return "MINVALUE";
    if (name == "maxvalue") return "MAXVALUE";
    return std::string(written);
  }
  while (nodeTag(value) == T_TypeCast) value = reinterpret_cast<const TypeCast*>(value)->arg;
  if (nodeTag(value) != T_A_Const || !type) return std::string(written);
  const auto* constant = reinterpret_cast<const A_Const*>(value);
  if (constant->isnull) return "NULL";
  const bool builtin = type.type->kind == Kind::BaseType && !type.array;
  return boundLiteral(builtin ? type.type->name.view() : std::string_view(), stringOf(value));
}

}  // namespace schemac::parser
