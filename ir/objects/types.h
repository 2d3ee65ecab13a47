#pragma once
// Types that a user makes. Parent: the schema.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// A built-in type (parent pg_catalog), an extension's, a shell type or a multirange: nothing to compare but its name.
struct BaseType {
  template <class S = BaseType>
  static constexpr auto fields() { return std::tuple(); }
};

struct Enum {
  std::vector<Text> labels;  // in sort order
  template <class S = Enum>
  static constexpr auto fields() { return std::tuple(field("labels", &S::labels)); }
};

struct Range {
  TypeRef subtype;
  NamedRef subtypeOpclass;  // "" = the default one
  NamedRef collation;       // "" = the subtype's
  Ref canonical, subtypeDiff;  // functions; null = none
  Name multirange;      // name of the multirange type that comes with it
  template <class S = Range>
  static constexpr auto fields() {
    return std::tuple(field("subtype", &S::subtype), field("subtype_opclass", &S::subtypeOpclass), field("collation", &S::collation),
                      field("canonical", &S::canonical), field("subtype_diff", &S::subtypeDiff), field("multirange", &S::multirange));
  }
};

// Its attributes are Columns.
struct Composite {
  template <class S = Composite>
  static constexpr auto fields() { return std::tuple(); }
};

// Its checks are Check children.
struct Domain {
  TypeRef base;
  bool notNull = false;
  NamedRef collation;  // "" = the base type's
  std::optional<Expression> defaultValue;
  template <class S = Domain>
  static constexpr auto fields() {
    return std::tuple(field("base type", &S::base), field("not null", &S::notNull), field("collation", &S::collation),
                      field("default", &S::defaultValue));
  }
};

}  // namespace schemac::ir
