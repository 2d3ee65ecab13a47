#pragma once
// What CREATE AGGREGATE, OPERATOR, CAST, TEXT SEARCH … share: options that name things, and the functions that they name. Include it after every
// standard header (see pg_nodes.h).
#include "parser/sql/lookup.h"

namespace schemac::parser {

// {schema or "", name} of an option that names a function, an operator, a template, …
std::pair<ir::Name, ir::Name> qualifiedOf(Replay& replay, const DefElem& option);
ir::TypeRef typeOf(Replay& replay, const DefElem& option);
// The schema that CREATE puts it in, and its name.
std::pair<const ir::Object*, ir::Name> newName(Replay& replay, const List* qualified);

// A function as something else names it: with the types that it will be called with.
struct Callable {
  ir::Ref function;
  ir::TypeRef result;  // with polymorphic types resolved where they can be; null where not
};
// Throws Undefined.
Callable callable(Replay& replay, const std::pair<ir::Name, ir::Name>& name, const std::vector<ir::TypeRef>& types);
// By its own argument types, as FUNCTION f(int) names it: a user's, or PostgreSQL's own. Throws Undefined.
ir::Ref functionNamed(Replay& replay, const ObjectWithArgs& name);

// One for each kind of DefineStmt.
void defineAggregate(Replay& replay, const DefineStmt& statement);
void defineOperator(Replay& replay, const DefineStmt& statement);
void defineCollation(Replay& replay, const DefineStmt& statement);
void defineTextSearch(Replay& replay, const DefineStmt& statement);

// An operator goes: those that name it as their commutator or negator forget it. One moves: they follow.
void forgetOperator(Replay& replay, const ir::Object& op);
void moveOperator(Replay& replay, const ir::Object& op, const ir::Object& schema);

}  // namespace schemac::parser
