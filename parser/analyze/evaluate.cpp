#include "parser/analyze/evaluate.h"

#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

namespace schemac::parser {
namespace {

constexpr std::int64_t dayMicros = 86400000000LL;

std::optional<std::int64_t> whole(const Typed& constant) {
  const std::string text(constant.text);
  if (constant.tag != Tag::Constant || constant.row || text.empty() || text.size() > 18 || text.find_first_not_of("0123456789", text[0] == '-' ? 1 : 0) != std::string::npos || text == "-") return std::nullopt;
  return std::stoll(text);
}

// Microseconds since 2000 plus an interval: months by the calendar, the day cut to the month's last.
std::optional<std::int64_t> plusInterval(std::int64_t micros, const Typed& interval, int sign) {
  long long months = 0, days = 0, rest = 0;
  if (interval.tag != Tag::Constant || interval.row || std::sscanf(std::string(interval.text).c_str(), "%lld/%lld/%lld", &months, &days, &rest) != 3) return std::nullopt;
  using namespace std::chrono;
  const std::int64_t day = micros >= 0 ? micros / dayMicros : -((-micros + dayMicros - 1) / dayMicros);
  constexpr sys_days epoch = sys_days(year(2000) / January / 1);
  const year_month_day date(epoch + std::chrono::days(day));
  year_month_day moved = date + std::chrono::months(sign * months);
  if (!moved.ok()) moved = moved.year() / moved.month() / last;
  const std::int64_t movedDay = (sys_days(moved) - epoch).count() + sign * days;
  return movedDay * dayMicros + (micros - day * dayMicros) + sign * rest;
}

}  // namespace

Typed* evaluated(Typed* tree, Arena& arena, const KnownTypes& k) {
  if (tree->tag != Tag::Operator && tree->tag != Tag::Cast) return tree;
  const auto made = [&](std::int64_t value) {
    Typed* constant = arena.make(Tag::Constant);
    constant->type = tree->type;
    constant->text = arena.text(std::to_string(value));
    return constant;
  };
  const auto integer = [&](Type type) { return type == k.int2 || type == k.int4 || type == k.int8; };
  const auto moment = [&](Type type) { return type == k.timestamp || type == k.timestamptz; };
  Typed* left = tree->parts.empty() ? nullptr : evaluated(tree->parts[0], arena, k);
  Typed* right = tree->parts.size() == 2 ? evaluated(tree->parts[1], arena, k) : nullptr;
  if (!left || tree->parts.size() > 2) return tree;
  const auto a = whole(*left), b = right ? whole(*right) : std::nullopt;
  if (!a) return tree;
  if (tree->tag == Tag::Cast) {
    if (integer(left->type) && integer(tree->type)) return made(*a);
    if (left->type == k.date && moment(tree->type)) return made(*a * dayMicros);
    if (moment(left->type) && moment(tree->type)) return made(*a);  // the zone is UTC
    if (moment(left->type) && tree->type == k.date) return made(*a >= 0 ? *a / dayMicros : -((-*a + dayMicros - 1) / dayMicros));
    return tree;
  }
  const std::string_view op = tree->text;
  if (!right) return op == "-" && integer(tree->type) ? made(-*a) : tree;
  if ((left->type == k.date || moment(left->type)) && right->type == k.interval && (op == "+" || op == "-")) {
    const auto sum = plusInterval(left->type == k.date ? *a * dayMicros : *a, *right, op == "+" ? 1 : -1);
    return sum ? made(*sum) : tree;
  }
  if (!b) return tree;
  if (integer(left->type) && integer(right->type) && integer(tree->type)) {
    std::int64_t value = 0;
    bool overflow = false;
    if (op == "+") overflow = __builtin_add_overflow(*a, *b, &value);
    else if (op == "-") overflow = __builtin_sub_overflow(*a, *b, &value);
    else if (op == "*") overflow = __builtin_mul_overflow(*a, *b, &value);
    else if (op == "/" && *b) value = *a / *b;
    else if (op == "%" && *b) value = *a % *b;
    else return tree;
    return overflow ? tree : made(value);
  }
  if (left->type == k.date && right->type == k.int4 && (op == "+" || op == "-")) return made(op == "+" ? *a + *b : *a - *b);
  if (left->type == k.date && right->type == k.date && op == "-") return made(*a - *b);
  return tree;
}

}  // namespace schemac::parser
