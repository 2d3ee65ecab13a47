#pragma once
#include "parser/sql/replay.h"

namespace schemac::parser {

// CREATE MATERIALIZED VIEW: the CREATE TABLE AS node whose objtype says so.
void createMaterializedView(Replay& replay, const CreateTableAsStmt& statement);

}  // namespace schemac::parser
