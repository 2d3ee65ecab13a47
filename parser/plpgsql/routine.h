#pragma once
#include <optional>
#include <vector>

#include "parser/plpgsql/value.h"
#include "parser/sql/replay.h"

struct FuncCall;

namespace schemac::parser::plpgsql {

// Runs the body of a user's PL/pgSQL routine as this session would, with these arguments. Returns its result; none where that is not known though
// all that the body does is. Throws Unknowable where the body cannot be followed, and has then changed nothing.
std::optional<Value> callRoutine(Replay& replay, const ir::Object& routine, std::vector<Value> arguments);

// A call that is a statement of its own, SELECT f(…) or CALL f(…), of one PL/pgSQL routine that may change the schema: runs it. What it cannot follow
// it names (notModelled). False, and nothing done, for any other call.
bool followCall(Replay& replay, const FuncCall& call);

// Can a routine change the schema or the session, itself or through what it calls?
bool mayChangeSchema(Replay& replay, const ir::Object& routine);
// The same of the functions that a piece of SQL calls.
bool callsMayChangeSchema(Replay& replay, std::string_view sql);

}  // namespace schemac::parser::plpgsql
