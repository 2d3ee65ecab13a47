#pragma once
#include "parser/sql/replay.h"

namespace schemac::parser {

// Fills Function::uses of every function that the source made or replaced. Bodies are looked up when they run, so this happens once, when the
// whole source is there (in a declarative and in a migrations source alike): by the function's own SET search_path, else the path it was made under.
void followBodies(Replay& replay);

}  // namespace schemac::parser
