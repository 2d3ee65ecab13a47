#pragma once
#include "parser/sql/replay.h"

namespace schemac::parser::plpgsql {

// Runs the body of a PL/pgSQL function or procedure without arguments as a DO block of this session would run. What it cannot follow it names
// (notModelled). False, and nothing done, for a routine that is not of this kind.
bool followRoutine(Replay& replay, const ir::Object& routine);

}  // namespace schemac::parser::plpgsql
