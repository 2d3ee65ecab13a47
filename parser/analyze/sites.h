#pragma once
#include <vector>

#include "ir/equality.h"
#include "parser/analyze/analyzer.h"

namespace schemac::parser {

// What an expression may name where it stands, and what it is coerced to there.
struct Site {
  enum Form { Expression, Query, PartitionBound, Body } form = Expression;
  BindScope scope;
  ir::TypeRef target;          // null: as it is
  bool boolean = false;
  std::vector<ir::Name> columnNames;  // of a view: as they were when it was made
  const ir::Object* partitioned = nullptr;  // PartitionBound: whose key the values are of
};
Site siteOf(const ir::ExpressionSite& site, const ir::Expression& expression);

}  // namespace schemac::parser
