#pragma once
#include "parser/sql/replay.h"

namespace schemac::parser {

// The row triggers of a partitioned table, copied to a partition that is created or attached (and to its own partitions).
void cloneTriggers(Replay& replay, const ir::Object& partitioned, const ir::Object& partition);

}  // namespace schemac::parser
