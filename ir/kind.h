#pragma once
#include <cstdint>
#include <string_view>

namespace schemac::ir {

enum class Kind : std::uint8_t {
#define SCHEMAC_KIND(kind, type, label) kind,
#include "ir/kinds.def"
#undef SCHEMAC_KIND
};

// What PostgreSQL calls it in messages and statements: "table", "materialized view", "constraint", …
std::string_view label(Kind kind);
// The enumerator: "ForeignKey". Stable: snapshots and JSON use it.
std::string_view kindName(Kind kind);

// PostgreSQL keeps names unique per catalog, not per kind: a view cannot have the name of a table.
// Names of one space under one scope are unique (functions: with their arguments).
enum class Space : std::uint8_t { Role, Schema, Extension, Relation, Type, Function, Column, Default, Constraint, Trigger, Policy,
                                  Publication, PublicationMember, Owner, Grant, Comment, DefaultPrivilege,
                                  ForeignDataWrapper, ForeignServer, UserMapping, Statistics, Rule, Subscription, EventTrigger, SecurityLabel,
                                  Operator, OperatorFamily, OperatorClass, Cast, Collation, TextSearchParser, TextSearchTemplate, TextSearchDictionary,
                                  TextSearchConfiguration, Language };
Space spaceOf(Kind kind);
// Spaces in which several objects may have one name: what they work on tells them apart (functions, operators: argument types; operator classes and
// families: the access method; casts: both types, they have no name).
bool isOverloaded(Space space);
inline bool isRoutine(Kind k) { return k == Kind::Function || k == Kind::Aggregate; }
inline bool isConstraint(Kind k) { return k == Kind::Check || k == Kind::Key || k == Kind::Exclusion || k == Kind::ForeignKey || k == Kind::NotNull; }
inline bool isRelation(Kind k) {
  return k == Kind::Table || k == Kind::View || k == Kind::MaterializedView || k == Kind::Sequence || k == Kind::Index || k == Kind::Composite;
}
inline bool isType(Kind k) {
  return k == Kind::BaseType || k == Kind::Enum || k == Kind::Range || k == Kind::Composite || k == Kind::Domain;
}

}  // namespace schemac::ir
