#pragma once
// What ALTER, COMMENT, DROP and GRANT name: from the grammar's object types and name lists to objects. Include it after every
// standard header (see pg_nodes.h).
#include "parser/sql/replay.h"

#include "parser/sql/pg_nodes.h"

namespace schemac::parser {

// --- the grammar's odds and ends
std::string stringOf(const Node* node);                    // of a String, Integer, Float, Boolean, A_Const or TypeName's last name
bool booleanOf(const DefElem& element);                    // no value = true; on, off, true, false, 0, 1
std::string stringOf(const DefElem& element);              // "" for no value
std::string nameText(const List* qualifiedName);           // "a.b" as messages show it
std::pair<ir::Name, ir::Name> splitRange(const RangeVar& range);

[[noreturn]] void throwUndefined(Replay& replay, int location, const std::string& message, const std::string& hint = {});
[[noreturn]] void throwWrongKind(Replay& replay, int location, const std::string& message, const std::string& hint = {});
[[noreturn]] void throwInvalid(Replay& replay, int location, const std::string& message, const std::string& hint = {});
[[noreturn]] void throwDuplicate(Replay& replay, int location, const std::string& message);

// A warning that a statement says something schemac does not compare; unlike Replay::notModelled nothing unseen can come of it.
void notCompared(Replay& replay, const std::string& what, const std::string& reason = {});

// --- objects
struct Found {
  const ir::Object* object = nullptr;  // null: there is none (where that is allowed), or it is of a kind that is not modelled
  bool modelled = true;
  bool builtin = false;                // it is PostgreSQL's own: nothing of it is compared
};
// The object that a name list, a String, a TypeName or an ObjectWithArgs means; `type` is an ObjectType. Throws Undefined and WrongKind as the
// server words them; with missingOk an absent one is null.
Found findObject(Replay& replay, int type, const Node* name, bool missingOk);
Found findRelation(Replay& replay, int type, const RangeVar& name, bool missingOk);
const ir::Object* constraintOf(const ir::Object& whole, ir::Name name);  // of a table or domain; null
const ir::Object* findType(Replay& replay, const List* names, bool missingOk, int location = -1);
// "table", "materialized view", …: the grammar's object type as messages call it.
const char* wordOf(int objectType);

// The owner as far as it was said, else the role that the session starts with.
ir::Name ownerOf(const ir::Object& object);

}  // namespace schemac::parser
