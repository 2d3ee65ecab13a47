#pragma once
#include <functional>

#include "ir/object.h"

namespace schemac::ir {

// One reference out of an object: what it depends on.
struct Reference {
  const Object* target;
  std::string_view field;  // the field that holds it: "query", "references", …
  bool soft = false;       // out of a function body: PostgreSQL does not hold it
};

// Calls visit for every reference in the object's fields (not its parent), types and the names bound in expressions included;
// the same target may come more than once. A column comes as the column, not as its table.
void forEachReference(const Object& object, const std::function<void(const Reference&)>& visit);

// Replaces every reference of the object by map(target): for copies and for renames that replace one object by another.
void remapReferences(Object& object, const std::function<const Object*(const Object*)>& map);

// Calls visit for every expression and query in the object's fields.
void forEachExpression(Object& object, const std::function<void(Expression&)>& visit);

}  // namespace schemac::ir
