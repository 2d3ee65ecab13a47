#pragma once
#include "parser/sql/replay.h"

namespace schemac::parser {

// The _RETURN rule of a view: another query for the columns it has.
void replaceViewQuery(Replay& replay, const ir::Object& view, BoundQuery query);

// CREATE MATERIALIZED VIEW: the CREATE TABLE AS node whose objtype says so.
void createMaterializedView(Replay& replay, const CreateTableAsStmt& statement);

}  // namespace schemac::parser
