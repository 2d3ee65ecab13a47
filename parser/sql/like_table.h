#pragma once
// CREATE TABLE (LIKE …): private to create_table.cpp. Include it after every standard header (see pg_nodes.h).
#include "parser/sql/tables.h"

namespace schemac::parser {

struct LikeClause {
  const ir::Object* source = nullptr;
  std::uint32_t options = 0;
  bool has(TableLikeOption option) const { return options & option; }
};

// The columns, in place, with what comes with a column alone.
LikeClause likeColumns(Replay& replay, const ir::Object& table, const ::TableLikeClause& clause, Pending& pending);
// What is made when the table is there: defaults, generated columns, checks, indexes, keys, comments.
void likeParts(Replay& replay, const ir::Object& table, const LikeClause& like);

}  // namespace schemac::parser
