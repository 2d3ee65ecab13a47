#pragma once
// Types that a user makes. Parent: the schema.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// A built-in type (parent pg_catalog), an extension's, a shell type or a multirange: nothing to compare but its name.
struct BaseType {
  static constexpr auto fields() { return std::tuple(); }
};

struct Enum {
  std::vector<Text> labels;  // in sort order
  static constexpr auto fields() { return std::tuple(field("labels", &Enum::labels)); }
};

struct Range {
  TypeRef subtype;
  NamedRef subtypeOpclass;  // "" = the default one
  NamedRef collation;       // "" = the subtype's
  Ref canonical, subtypeDiff;  // functions; null = none
  Name multirange;      // name of the multirange type that comes with it
  static constexpr auto fields() {
    return std::tuple(field("subtype", &Range::subtype), field("subtype_opclass", &Range::subtypeOpclass), field("collation", &Range::collation),
                      field("canonical", &Range::canonical), field("subtype_diff", &Range::subtypeDiff), field("multirange", &Range::multirange));
  }
};

// Its attributes are Columns.
struct Composite {
  static constexpr auto fields() { return std::tuple(); }
};

// Its checks are Check children.
struct Domain {
  TypeRef base;
  bool notNull = false;
  NamedRef collation;  // "" = the base type's
  std::optional<Expression> defaultValue;
  static constexpr auto fields() {
    return std::tuple(field("base type", &Domain::base), field("not null", &Domain::notNull), field("collation", &Domain::collation),
                      field("default", &Domain::defaultValue));
  }
};

}  // namespace schemac::ir
