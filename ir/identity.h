#pragma once
#include <compare>
#include <string>

#include "ir/object.h"

namespace schemac::ir {

// What an object is called, as a value: the sort key of everything printed, and the key of plans and JSON.
struct ObjectId {
  Kind kind{};
  Kind of{};     // Owner, Comment, SecurityLabel, Grant: the kind of what they are about; else the kind itself
  Name schema;   // "" for top-level kinds
  Name name;     // the table, type, function, index, …
  Name part;     // column, constraint, trigger, policy of `name`; of a function its argument types "(uuid, text)"
  Name detail;   // Grant: the grantee; SecurityLabel: the provider; DefaultPrivilege: role/objects/grantee
  friend bool operator==(const ObjectId&, const ObjectId&) = default;
  friend auto operator<=>(const ObjectId&, const ObjectId&) = default;
};
ObjectId idOf(const Object& object);

// Do both name the same thing (in the same or in two Schemas)? Kind, name and parents, a function's argument types too.
bool sameIdentity(const Object* a, const Object* b);
// Could the two not be there at once? As sameIdentity, but across the kinds of one space: an aggregate f(int) and a function f(int).
bool takesItsPlace(const Object& a, const Object& b);

// "public.projects", `public."Odd Name"`, "public.is_member(uuid)", `"members read" of public.projects`, "public.projects.title".
std::string displayName(const Object& object);
// With the kind in front: "policy "members read" of public.projects".
std::string describe(const Object& object);

// --- SQL spelling
std::string quoteIdentifier(std::string_view name);   // quotes only where PostgreSQL's quote_ident does
std::string quoteLiteral(std::string_view text);      // 'it''s'; with a backslash: E'…' is never used, standard_conforming_strings holds
std::string qualifiedName(const Object& object);      // schema.name of a relation, type, function (without arguments), …
// Functions, procedures and aggregates: what they are called with.
const std::vector<Argument>& argumentsOf(const Object& routine);
TypeRef resultOf(const Object& routine);
bool isInput(const Argument& argument);  // In, InOut, Variadic
std::string signature(const Object& routine);
std::string signature(const std::vector<Argument>& arguments);
// "(integer, integer)", "(none, integer)" of a prefix operator.
std::string operands(const Operator& op);
std::string signature(const Function& function);      // "(uuid, text)": types of the input arguments, as ALTER FUNCTION wants them
std::string formatType(const TypeRef& type);          // as format_type with an empty search_path: "character varying(20)[]", "public.mood"

}  // namespace schemac::ir
