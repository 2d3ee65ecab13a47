#include "parser/analyze/compare.h"

#include "ir/identity.h"

namespace schemac::parser {
namespace {

using ir::Answer;
using ir::Verdict;

bool sameText(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

bool sameFunction(const Typed& a, const Typed& b) {
  if (static_cast<bool>(a.function) != static_cast<bool>(b.function)) return false;
  if (a.function == b.function) return a.function || ir::sameIdentity(a.object, b.object);
  if (a.function->name() != b.function->name() || a.function->schema() != b.function->schema()) return false;
  const auto x = a.function->argumentTypes(), y = b.function->argumentTypes();
  return std::equal(x.begin(), x.end(), y.begin(), y.end());
}

bool sameOperator(const Typed& a, const Typed& b) {
  if (!ir::sameIdentity(a.object, b.object)) return false;
  if (a.op == b.op) return true;
  return a.op && b.op && a.op->name() == b.op->name() && a.op->leftType() == b.op->leftType() && a.op->rightType() == b.op->rightType();
}

bool hasModifiers(Tag tag) {
  switch (tag) {
    case Tag::Length: case Tag::SqlValue: case Tag::Nothing: case Tag::Array: case Tag::Target: return true;
    default: return false;
  }
}

Verdict differ(const Typed& a, const Typed& b) { return {Answer::Different, describe(a) + " against " + describe(b)}; }

// A node alone, without its parts.
Verdict compareNode(const Typed& a, const Typed& b) {
  if (a.tag == Tag::Unknown || b.tag == Tag::Unknown) return {Answer::Unknown, "a part that could not be analysed"};
  if (a.tag != b.tag || a.number != b.number || a.level != b.level || !sameType(a.type, b.type)) return differ(a, b);
  if (hasModifiers(a.tag) && !sameText(a.modifiers, b.modifiers)) return differ(a, b);
  switch (a.tag) {
    case Tag::Call: return sameFunction(a, b) ? Verdict{Answer::Equal, {}} : differ(a, b);
    case Tag::Operator: case Tag::Any: case Tag::All: case Tag::Distinct: case Tag::NullIf:
      return sameOperator(a, b) ? Verdict{Answer::Equal, {}} : differ(a, b);
    case Tag::Constant:
      if (a.text == b.text) return {Answer::Equal, {}};
      if (a.row || b.row) return {Answer::Unknown, "two spellings of a " + Types::displayName(a.type) + ": '" + std::string(a.text) + "' and '" + std::string(b.text) + "'"};
      return differ(a, b);
    case Tag::Collate:
      if (static_cast<bool>(a.object) != static_cast<bool>(b.object) || (a.object && !ir::sameIdentity(a.object, b.object))) return differ(a, b);
      return a.text == b.text ? Verdict{Answer::Equal, {}} : differ(a, b);
    case Tag::FromItem:
      if (static_cast<bool>(a.object) != static_cast<bool>(b.object) || (a.object && !ir::sameIdentity(a.object, b.object))) return differ(a, b);
      return a.text == b.text ? Verdict{Answer::Equal, {}} : differ(a, b);
    case Tag::Join: return a.row == b.row ? Verdict{Answer::Equal, {}} : differ(a, b);
    default: return a.text == b.text ? Verdict{Answer::Equal, {}} : differ(a, b);
  }
}

}  // namespace

Verdict compareTyped(const Typed& a, const Typed& b) {
  Verdict here = compareNode(a, b);
  if (here.answer == Answer::Different) return here;
  if (a.parts.size() != b.parts.size()) {
    if (here.answer == Answer::Unknown) return here;
    return {Answer::Different, describe(a) + " has " + std::to_string(a.parts.size()) + " parts against " + std::to_string(b.parts.size())};
  }
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    Verdict part = compareTyped(*a.parts[i], *b.parts[i]);
    if (part.answer == Answer::Different) return part;
    if (part.answer == Answer::Unknown) here = std::move(part);
  }
  return here;
}

std::string describe(const Typed& node) {
  const std::string type = node.type ? Types::displayName(node.type) + (node.modifiers.empty() ? "" : "(" + node.modifiers.str() + ")") + " " : "";
  const std::string text(node.text);
  switch (node.tag) {
    case Tag::Constant: return type + "'" + text + "'";
    case Tag::Null: return type + "NULL";
    case Tag::Column: return type + "column " + text + " of item " + std::to_string(node.number) + (node.level ? " " + std::to_string(node.level) + " up" : "");
    case Tag::Variable: return type + "value " + text + (node.parts.empty() ? "" : std::string(node.parts[0]->text));
    case Tag::Call: case Tag::Operator: case Tag::Any: case Tag::All: case Tag::Distinct: case Tag::NullIf: {
      std::string arguments;
      for (const Typed* part : node.parts)
        if (part->tag != Tag::List) arguments += (arguments.empty() ? "" : ", ") + Types::displayName(part->type);
      const std::string how = node.tag == Tag::Any ? " ANY" : node.tag == Tag::All ? " ALL" : node.tag == Tag::Distinct ? " (DISTINCT)" : "";
      return (node.object && node.tag == Tag::Call ? ir::qualifiedName(*node.object) : text) + how + "(" + arguments + ")";
    }
    case Tag::And: return "AND";
    case Tag::Or: return "OR";
    case Tag::Not: return "NOT";
    case Tag::IsNull: return "IS NULL";
    case Tag::IsNotNull: return "IS NOT NULL";
    case Tag::Cast: return "cast of " + (node.parts.empty() || !node.parts[0]->type ? std::string("?") : Types::displayName(node.parts[0]->type)) + " to " + type;
    case Tag::Length: return "cast to " + type;
    case Tag::Array: return type + "ARRAY[…]";
    case Tag::Row: return type + "ROW(…)";
    case Tag::Case: return type + "CASE";
    case Tag::Coalesce: return type + "COALESCE";
    case Tag::SubLink: return type + "subquery";
    case Tag::SqlValue: return type + "keyword " + std::to_string(node.number);
    case Tag::Collate: return "COLLATE " + text;
    case Tag::Field: return type + "field " + text;
    case Tag::WholeRow: return type + "row of item " + std::to_string(node.number);
    case Tag::FromItem: return node.object ? ir::displayName(*node.object) : "FROM item " + text;
    case Tag::Join: return "join of kind " + std::to_string(node.number);
    case Tag::Query: return "query";
    case Tag::Nothing: return "nothing";
    case Tag::Unknown: return "something not analysed";
    default: return type + "node " + std::to_string(static_cast<int>(node.tag)) + (text.empty() ? "" : " " + text) + "/" + std::to_string(node.number);
  }
}

}  // namespace schemac::parser
