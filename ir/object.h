#pragma once
#include <cassert>
#include <cstdint>
#include <variant>
#include <vector>

#include "ir/kind.h"
#include "ir/objects/aggregates.h"
#include "ir/objects/constraints.h"
#include "ir/objects/facts.h"
#include "ir/objects/foreign.h"
#include "ir/objects/namespaces.h"
#include "ir/objects/operators.h"
#include "ir/objects/programs.h"
#include "ir/objects/rules.h"
#include "ir/objects/tables.h"
#include "ir/objects/text_search.h"
#include "ir/objects/types.h"

namespace schemac::ir {

// In the order of kinds.def, so that data.index() is the kind.
using Payload = std::variant<
#define SCHEMAC_KIND(kind, type, label) type,
#include "ir/kinds.def"
#undef SCHEMAC_KIND
    std::monostate>;

// Whose an object is. Only the user's own are created and dropped; on the others only what the user's SQL says of them is compared.
enum class Origin : std::uint8_t { User, Platform, Extension, BuiltIn };

// A node of a Schema: an identity (parent and name, both may change) and what PostgreSQL stores about it.
// Owned by its Schema; addresses are stable. Everything outside ir/schema.cpp sees it const and changes it through Schema.
struct Object {
  Kind kind{};
  Origin origin = Origin::User;
  bool dropped = false;
  std::uint32_t serial = 0;            // position in Schema::objects(): the order of creation
  int ordinal = 0;                     // order among siblings of its kind, as attnum for columns; gaps are normal
  Name name;                           // "" for Default, Owner, Comment
  const Object* parent = nullptr;      // what it is part of and goes away with; null for top-level kinds
  const Object* derivedFrom = nullptr; // set: implied by that object, no create or drop of its own
  Location location;                   // the statement (or clause) that made it
  Text leadingComment;                 // comment lines right above that statement or column, for annotations (-- schemac: …)
  Payload data;
  std::vector<Object*> children;       // not dropped ones, in the order of creation
  Object* nextSameName = nullptr;      // Schema's look-up chain

  template <class T>
  const T* get() const { return std::get_if<T>(&data); }
  template <class T>
  const T& as() const { assert(std::holds_alternative<T>(data)); return *std::get_if<T>(&data); }
};

// The kind that a payload struct stands for: kindOf<Policy> == Kind::Policy.
template <class T>
struct KindOf;
#define SCHEMAC_KIND(k, type, label) \
  template <>                        \
  struct KindOf<type> { static constexpr Kind value = Kind::k; };
#include "ir/kinds.def"
#undef SCHEMAC_KIND
template <class T>
inline constexpr Kind kindOf = KindOf<T>::value;

// Children of one kind, ascending by ordinal (columns in attnum order).
std::vector<const Object*> childrenOf(const Object& object, Kind kind);
inline std::vector<const Object*> columnsOf(const Object& relation) { return childrenOf(relation, Kind::Column); }
const Object* childOf(const Object& object, Kind kind, Name name);
inline const Object* columnOf(const Object& relation, Name name) { return childOf(relation, Kind::Column, name); }
// The constraint behind the NOT NULL of a column or domain; null where there is none, or the server's version gives it no name.
const Object* notNullOf(const Object& columnOrDomain);

// The schema an object lives in, or null (roles, extensions, …): of a policy, its table's.
const Object* namespaceOf(const Object& object);

}  // namespace schemac::ir
