#include "ir/partitions.h"

namespace schemac::ir {

const Object* indexOf(const Object& carrier) {
  if (carrier.kind == Kind::Index) return &carrier;
  if (carrier.kind != Kind::Key && carrier.kind != Kind::Exclusion) return nullptr;
  for (const Object* child : carrier.parent->children)
    if (const auto* index = child->get<Index>(); index && index->constraint.object == &carrier) return child;
  return nullptr;
}

bool servesAs(const Index& own, const Index& whole) {
  const auto column = [](const Ref& ref) { return ref ? ref->name : Name(); };
  const auto excludes = [](const Index& index) { return index.constraint && index.constraint->kind == Kind::Exclusion; };
  if (own.unique != whole.unique || own.nullsNotDistinct != whole.nullsNotDistinct || own.method != whole.method) return false;
  if (own.elements.size() != whole.elements.size() || own.include.size() != whole.include.size() || excludes(own) || excludes(whole)) return false;
  for (std::size_t i = 0; i != own.elements.size(); ++i) {
    const IndexElement &x = own.elements[i], &y = whole.elements[i];
    if (column(x.column) != column(y.column) || x.collation != y.collation || x.opclass != y.opclass) return false;
    if (x.expression.has_value() != y.expression.has_value() || (x.expression && render(*x.expression) != render(*y.expression))) return false;
  }
  for (std::size_t i = 0; i != own.include.size(); ++i)
    if (column(own.include[i]) != column(whole.include[i])) return false;
  return own.predicate.has_value() == whole.predicate.has_value() && (!own.predicate || render(*own.predicate) == render(*whole.predicate));
}

}  // namespace schemac::ir
