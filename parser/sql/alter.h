#pragma once
// What several statements do to objects of any kind.
#include "parser/sql/replay.h"

namespace schemac::parser {

// ALTER … OWNER TO: sets or makes the Owner of an object and moves privileges along (a new owner's own entry becomes the owner's).
void setOwner(Replay& replay, const ir::Object& object, ir::Name role);
// RENAME of a relation, type, schema, …: names that are made of this one (publication members) follow.
void renameObject(Replay& replay, const ir::Object& object, ir::Name name);
// The part that keeps an object from going without CASCADE (what lies in a schema, a server's user mapping); null where none does.
const ir::Object* partThatHolds(const ir::Object& object);
// RENAME COLUMN, to inheriting tables and typed tables as well.
void renameColumn(Replay& replay, const ir::Object& relation, ir::Name from, ir::Name to, int location = -1);
// RENAME CONSTRAINT: its index goes along, and so do children's copies.
void renameConstraint(Replay& replay, const ir::Object& constraint, ir::Name name);

}  // namespace schemac::parser
