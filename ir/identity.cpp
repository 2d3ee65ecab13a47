#include "ir/identity.h"

#include "ir/schema.h"

#include <algorithm>

namespace schemac::ir {
namespace {

bool isFact(Kind kind) { return kind == Kind::Owner || kind == Kind::Grant || kind == Kind::Comment || kind == Kind::SecurityLabel; }

bool sameType(const TypeRef& a, const TypeRef& b) {
  // Type modifiers are not part of a function's identity.
  return a.array == b.array && sameIdentity(a.type.object, b.type.object);
}

bool isInput(const Argument& argument) {
  return argument.mode == ArgumentMode::In || argument.mode == ArgumentMode::InOut || argument.mode == ArgumentMode::Variadic;
}

bool sameSignature(const Function& a, const Function& b) {
  auto x = a.arguments.begin(), y = b.arguments.begin();
  for (;; ++x, ++y) {
    x = std::find_if(x, a.arguments.end(), isInput);
    y = std::find_if(y, b.arguments.end(), isInput);
    if (x == a.arguments.end() || y == b.arguments.end()) return x == a.arguments.end() && y == b.arguments.end();
    if (!sameType(x->type, y->type)) return false;
  }
}

}  // namespace

bool operator==(const Ref& a, const Ref& b) { return sameIdentity(a.object, b.object); }

bool sameIdentity(const Object* a, const Object* b) {
  if (a == b) return true;
  if (!a || !b || a->kind != b->kind || a->name != b->name) return false;
  if (a->kind == Kind::Function && !sameSignature(a->as<Function>(), b->as<Function>())) return false;
  // An index is known by its schema, whatever its table is called.
  return sameIdentity(scopeOf(*a), scopeOf(*b));
}

ObjectId idOf(const Object& object) {
  if (isFact(object.kind)) {
    ObjectId id = idOf(*object.parent);
    id.of = id.kind;
    id.kind = object.kind;
    if (object.kind == Kind::Grant || object.kind == Kind::SecurityLabel) id.detail = object.name;
    return id;
  }
  ObjectId id{object.kind, object.kind, {}, {}, {}, {}};
  switch (object.kind) {
    case Kind::DefaultPrivilege:
      id.schema = object.parent ? object.parent->name : Name();
      id.detail = object.name;
      return id;
    case Kind::Default:
      id = idOf(*object.parent);
      id.kind = id.of = Kind::Default;
      return id;
    case Kind::Column: case Kind::Trigger: case Kind::Policy: case Kind::Check: case Kind::Key: case Kind::Exclusion:
    case Kind::ForeignKey: case Kind::PublicationMember: case Kind::Rule: case Kind::UserMapping: {
      const Object* whole = object.parent;
      id.schema = whole->parent ? whole->parent->name : Name();
      id.name = whole->name;
      id.part = object.name;
      return id;
    }
    case Kind::Index: id.schema = object.parent->parent->name; break;
    default: id.schema = object.parent ? object.parent->name : Name();
  }
  id.name = object.name;
  if (object.kind == Kind::Function) id.part = signature(object.as<Function>());
  return id;
}

std::string qualifiedName(const Object& object) {
  const Object* scope = scopeOf(object);
  const std::string name = quoteIdentifier(object.name);
  if (!scope || scope->kind != Kind::Schema) return name;
  // Built-in types by format_type's names; anything else of pg_catalog is found without its schema.
  if (scope->name == "pg_catalog" && object.origin == Origin::BuiltIn) return isType(object.kind) ? formatType(TypeRef{&object, {}}) : name;
  return quoteIdentifier(scope->name) + "." + name;
}

std::string displayName(const Object& object) {
  switch (object.kind) {
    case Kind::Function: return qualifiedName(object) + signature(object.as<Function>());
    case Kind::Column: return displayName(*object.parent) + "." + quoteIdentifier(object.name);
    case Kind::Trigger: case Kind::Rule: case Kind::Policy: case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::ForeignKey:
      return '"' + object.name.str() + "\" of " + displayName(*object.parent);
    case Kind::UserMapping: return "of " + (object.name == kPublic ? "PUBLIC" : quoteIdentifier(object.name)) + " on server " + displayName(*object.parent);
    case Kind::PublicationMember: return object.name.str() + " of " + displayName(*object.parent);
    case Kind::Default: case Kind::Owner: case Kind::Comment: case Kind::SecurityLabel: return displayName(*object.parent);
    case Kind::Grant: {
      const std::string to = object.name == kPublic ? "PUBLIC" : object.name == kOwner ? "its owner" : quoteIdentifier(object.name);
      return describe(*object.parent) + " to " + to;
    }
    case Kind::DefaultPrivilege: {
      const auto& d = object.as<DefaultPrivilege>();
      return "for role " + d.role.str() + (object.parent ? " in schema " + quoteIdentifier(object.parent->name) : std::string()) + " on " +
             d.objects.str() + " to " + d.grantee.str();
    }
    default: return qualifiedName(object);
  }
}

std::string describe(const Object& object) {
  switch (object.kind) {
    case Kind::Default: return "default of " + describe(*object.parent);
    case Kind::Owner: return "owner of " + describe(*object.parent);
    case Kind::SecurityLabel: return "security label for " + object.name.str() + " on " + describe(*object.parent);
    case Kind::Comment: return "comment on " + describe(*object.parent);
    case Kind::Grant: return "privileges on " + displayName(object);
    case Kind::Function:
      return (object.as<Function>().routine == Routine::Procedure ? "procedure " : "function ") + displayName(object);
    case Kind::Column:
      return (object.parent->kind == Kind::Composite ? "attribute " : "column ") + displayName(object);
    default: return std::string(label(object.kind)) + " " + displayName(object);
  }
}

std::string signature(const Function& function) {
  std::string out = "(";
  for (const Argument& argument : function.arguments) {
    if (!isInput(argument)) continue;
    if (out.size() > 1) out += ", ";
    out += formatType(TypeRef{argument.type.type, {}, argument.type.array});
  }
  return out + ")";
}

}  // namespace schemac::ir
