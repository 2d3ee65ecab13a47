#include <fmt/format.h>

#include <algorithm>

#include "emitters/sql/family_members.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {

namespace {

using ir::OperatorFamily;
using ir::Verb;

std::string types(const ir::TypeRef& left, const ir::TypeRef& right) { return "(" + typeName(left) + ", " + typeName(right) + ")"; }

// The arguments tell which function of the name: a built-in one is known by its name alone.
std::string functionText(const ir::Object& function) {
  return function.origin == ir::Origin::BuiltIn ? ir::qualifiedName(function) : ir::displayName(function);
}

}  // namespace

std::string memberKey(const ir::FamilyOperator& m) { return fmt::format("operator {} {}", m.strategy, types(m.left, m.right)); }
std::string memberKey(const ir::FamilyFunction& m) { return fmt::format("function {} {}", m.support, types(m.left, m.right)); }

std::string memberText(const ir::FamilyOperator& m) {
  // Behind OPERATOR n the name stands as it is, with its schema where it has one.
  std::string name = m.op.object ? ir::qualifiedName(*m.op.object) : m.op.str();
  return fmt::format("operator {} {} {}", m.strategy, name, types(m.left, m.right)) +
         (m.sortFamily.empty() ? "" : " for order by " + (m.sortFamily.object ? ir::qualifiedName(*m.sortFamily.object) : qualifiedText(m.sortFamily)));
}

std::string memberText(const ir::FamilyFunction& m) {
  return fmt::format("function {} {} {}", m.support, types(m.left, m.right), functionText(*m.function));
}

namespace {

// Each in a block of its own: the server keeps no text to compare, and says which of them is there already (or gone).
void each(Emission& e, const std::string& statement, const char* condition) {
  e.out.statement(doBlock("  " + statement + ";\nexception when " + condition + " then null;\n"));
}

template <class Member>
void changes(Emission& e, const std::string& family, const std::vector<Member>& before, const std::vector<Member>& after) {
  const auto in = [](const std::vector<Member>& members, const Member& one) {
    return std::any_of(members.begin(), members.end(), [&](const Member& m) { return memberText(m) == memberText(one); });
  };
  for (const Member& member : before)
    if (!in(after, member)) each(e, "alter " + family + " drop " + memberKey(member), "undefined_object");
  for (const Member& member : after)
    if (!in(before, member)) each(e, "alter " + family + " add " + memberText(member), "duplicate_object");
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const OperatorFamily* before, const OperatorFamily* after) {
  static const OperatorFamily none;
  switch (op.verb) {
    case Verb::Create: e.out.guarded(missing(*op.after), "create " + objectClause(*op.after)); [[fallthrough]];
    case Verb::Alter: {
      const std::string family = objectClause(*op.after);
      changes(e, family, (before ? *before : none).operators, after->operators);
      return changes(e, family, (before ? *before : none).functions, after->functions);
    }
    case Verb::Rename: return emitRename(e, op, "alter operator family");
    case Verb::Drop: return emitDrop(e, *op.before, "drop operator family if exists " + ir::displayName(*op.before));
  }
}

}  // namespace schemac::emitters
