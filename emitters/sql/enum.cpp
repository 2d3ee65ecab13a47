#include <algorithm>

#include "emitters/sql/statements.h"
#include "emitters/sql/type_swap.h"

namespace schemac::emitters {
namespace {

using ir::Enum;
using ir::Verb;

std::string labelList(const std::vector<ir::Text>& labels) {
  std::vector<std::string> parts;
  for (const ir::Text& label : labels) parts.push_back(literal(label));
  return join(parts, ", ");
}

std::string createType(const std::string& name, const Enum& type) { return "create type " + name + " as enum (" + labelList(type.labels) + ")"; }

bool contains(const std::vector<ir::Text>& labels, ir::Text label) { return std::find(labels.begin(), labels.end(), label) != labels.end(); }

// Is every old label in the new list, in the same order?
bool onlyAdds(const Enum& before, const Enum& after) {
  auto next = after.labels.begin();
  for (const ir::Text& label : before.labels) {
    next = std::find(next, after.labels.end(), label);
    if (next == after.labels.end()) return false;
    ++next;
  }
  return true;
}

void addLabels(Emission& e, const ir::Object& object, const Enum& before, const Enum& after) {
  for (auto label = after.labels.begin(); label != after.labels.end(); ++label) {
    if (contains(before.labels, *label)) continue;
    const auto follower = std::find_if(label, after.labels.end(), [&](ir::Text l) { return contains(before.labels, l); });
    e.out.statement("alter type " + ir::qualifiedName(object) + " add value if not exists " + literal(*label) +
                    (follower == after.labels.end() ? "" : " before " + literal(*follower)));
  }
}

// PostgreSQL cannot drop or move a label. The guard looks for a label that goes, or, where only the order changes, at the sort order,
// which is 1, 2, … in a type that was made with all of its labels.
Condition notYet(const ir::Object& object, const Enum& before, const Enum& after) {
  const std::string head = "exists (select from pg_enum where enumtypid = " + regtype(ir::TypeRef{&object, {}}) + " and ";
  for (const ir::Text& label : before.labels)
    if (!contains(after.labels, label)) return head + "enumlabel = " + literal(label) + ")";
  std::vector<std::string> moved;
  for (std::size_t i = 0; i != after.labels.size(); ++i)
    if (i >= before.labels.size() || before.labels[i] != after.labels[i])
      moved.push_back("enumlabel = " + literal(after.labels[i]) + " and enumsortorder <> " + std::to_string(i + 1));
  return head + "(" + join(moved, " or ") + "))";
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Enum* before, const Enum* after) {
  const std::string name = ir::qualifiedName(op.after ? *op.after : *op.before);
  switch (op.verb) {
    case Verb::Create: return e.out.guarded(missing(*op.after), createType(name, *after));
    case Verb::Rename:
      // By annotation: of the type, or of labels.
      for (std::size_t i = 0; i != before->labels.size() && op.before->name == op.after->name; ++i)
        if (before->labels[i] != after->labels[i])
          e.out.guarded("exists (select from pg_enum where enumtypid = " + regtype(ir::TypeRef{op.after, {}}) + " and enumlabel = " +
                            literal(before->labels[i]) + ")",
                        "alter type " + name + " rename value " + literal(before->labels[i]) + " to " + literal(after->labels[i]));
      return emitRename(e, op, "alter type");
    case Verb::Drop: return emitDrop(e, *op.before, "drop type if exists " + name);
    case Verb::Alter:
      if (onlyAdds(*before, *after)) return addLabels(e, *op.after, *before, *after);
      std::vector<std::string> lost;
      for (const ir::Text& label : before->labels)
        if (!contains(after->labels, label)) lost.push_back(literal(label));
      if (!lost.empty()) e.out.note("the type is swapped, for PostgreSQL cannot drop a label: fails if a row holds " + join(lost, ", "));
      return e.out.guarded(notYet(*op.after, *before, *after), typeSwap(e, *op.before, *op.after, createType(name, *after)));
  }
}

}  // namespace schemac::emitters
