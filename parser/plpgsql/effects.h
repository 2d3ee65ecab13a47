#pragma once
#include <nlohmann/json_fwd.hpp>

#include "parser/sql/replay.h"

namespace schemac::parser::plpgsql {

// What a piece of PL/pgSQL (libpg_query's JSON) can do beside moving rows, whatever its conditions turn out to be.
struct Effects {
  bool schema = false;  // change the schema or the session
  bool raises = false;  // raise an exception of its own
  bool leaves = false;  // end the routine, or a loop around the piece
  bool none() const { return !schema && !raises && !leaves; }
};
Effects effectsOf(Replay& replay, const nlohmann::json& piece);

// The numbers of the variables that a piece assigns to.
std::vector<int> assignedBy(const nlohmann::json& piece);
std::vector<std::string> namesAssignedBy(const nlohmann::json& piece);

// Does a statement's first word say that it only moves rows, or asks? SELECT and WITH count: their functions are looked at apart.
bool onlyMovesRows(std::string_view statement);
// INSERT, UPDATE, DELETE, MERGE: what sets FOUND.
bool isDml(std::string_view statement);

}  // namespace schemac::parser::plpgsql
