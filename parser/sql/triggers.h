#pragma once
#include "parser/sql/replay.h"

namespace schemac::parser {

// The function that EXECUTE FUNCTION f() names; throws Undefined.
const ir::Object& triggerFunction(Replay& replay, const List* name);
// pg_trigger.tgenabled and its like: 'O', 'D', 'R', 'A' as "origin", "disabled", "replica", "always".
ir::Name enabledState(char letter);

// The row triggers of a partitioned table, copied to a partition that is created or attached (and to its own partitions).
void cloneTriggers(Replay& replay, const ir::Object& partitioned, const ir::Object& partition);

}  // namespace schemac::parser
