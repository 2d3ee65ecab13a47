#pragma once
// What several statements do to objects of any kind.
#include "parser/sql/replay.h"

namespace schemac::parser {

// ALTER … OWNER TO: sets or makes the Owner of an object and moves privileges along (a new owner's own entry becomes the owner's).
void setOwner(Replay& replay, const ir::Object& object, ir::Name role);
// RENAME of a relation, type, schema, …: names that are made of this one (publication members) follow.
void renameObject(Replay& replay, const ir::Object& object, ir::Name name);
// RENAME COLUMN, to inheriting tables and typed tables as well.
void renameColumn(Replay& replay, const ir::Object& relation, ir::Name from, ir::Name to, int location = -1);
// RENAME CONSTRAINT: its index goes along, and so do children's copies.
void renameConstraint(Replay& replay, const ir::Object& constraint, ir::Name name);

}  // namespace schemac::parser
