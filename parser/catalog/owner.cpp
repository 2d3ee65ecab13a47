#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

void Reader::addOwner(ir::Object& object, Oid owner, const ir::Object* impliedBy) {
  if (object.origin == ir::Origin::Extension || owner == 0) return;
  ir::Object& made = make(&object, "", ir::Owner{role(owner)});
  made.derivedFrom = impliedBy;
}

// Every object brings its own along.
template <>
std::vector<Query> queries<ir::Kind::Owner>(int) { return {}; }

}  // namespace schemac::parser::catalog
