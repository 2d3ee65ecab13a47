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

bool sameSignature(const std::vector<Argument>& a, const std::vector<Argument>& b) {
  auto x = a.begin(), y = b.begin();
  for (;; ++x, ++y) {
    x = std::find_if(x, a.end(), isInput);
    y = std::find_if(y, b.end(), isInput);
    if (x == a.end() || y == b.end()) return x == a.end() && y == b.end();
    if (!sameType(x->type, y->type)) return false;
  }
}

// Of objects of one name and space: do they work on the same?
bool sameOverload(const Object& a, const Object& b) {
  if (isRoutine(a.kind)) return sameSignature(argumentsOf(a), argumentsOf(b));
  switch (a.kind) {
    case Kind::Operator: {
      const auto &x = a.as<Operator>(), &y = b.as<Operator>();
      return sameType(x.left, y.left) && sameType(x.right, y.right);
    }
    case Kind::OperatorFamily: return a.as<OperatorFamily>().method == b.as<OperatorFamily>().method;
    case Kind::OperatorClass: return a.as<OperatorClass>().method == b.as<OperatorClass>().method;
    case Kind::Cast: {
      const auto &x = a.as<Cast>(), &y = b.as<Cast>();
      return sameType(x.source, y.source) && sameType(x.target, y.target);
    }
    default: return true;
  }
}

std::string castName(const Cast& cast) {
  return "(" + formatType(TypeRef{cast.source.type, {}, cast.source.array}) + " as " + formatType(TypeRef{cast.target.type, {}, cast.target.array}) + ")";
}

// A type of an operand: NONE where there is none.
std::string operand(const TypeRef& type) { return type ? formatType(TypeRef{type.type, {}, type.array}) : "none"; }

}  // namespace

bool isInput(const Argument& argument) {
  return argument.mode == ArgumentMode::In || argument.mode == ArgumentMode::InOut || argument.mode == ArgumentMode::Variadic;
}

const std::vector<Argument>& argumentsOf(const Object& routine) {
  if (const auto* aggregate = routine.get<Aggregate>()) return aggregate->arguments;
  return routine.as<Function>().arguments;
}

TypeRef resultOf(const Object& routine) {
  if (const auto* aggregate = routine.get<Aggregate>()) return aggregate->result;
  return routine.as<Function>().result;
}

bool takesItsPlace(const Object& a, const Object& b) {
  return spaceOf(a.kind) == spaceOf(b.kind) && a.name == b.name && sameIdentity(scopeOf(a), scopeOf(b)) &&
         (!isOverloaded(spaceOf(a.kind)) || sameOverload(a, b));
}

Name NamedRef::name() const {
  if (!object) return name_;
  const Object* home = object->parent;
  if (!home || home->kind != Kind::Schema || home->name == "pg_catalog") return object->name;
  return home->name.str() + "." + object->name.str();
}

bool operator==(const Ref& a, const Ref& b) { return sameIdentity(a.object, b.object); }

bool sameIdentity(const Object* a, const Object* b) {
  if (a == b) return true;
  if (!a || !b || a->kind != b->kind || a->name != b->name || !sameOverload(*a, *b)) return false;
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
    case Kind::ForeignKey: case Kind::NotNull: case Kind::PublicationMember: case Kind::Rule: case Kind::UserMapping: {
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
  if (isRoutine(object.kind)) id.part = signature(object);
  else if (const auto* op = object.get<Operator>()) id.part = operands(*op);
  else if (const auto* family = object.get<OperatorFamily>()) id.part = family->method;
  else if (const auto* opclass = object.get<OperatorClass>()) id.part = opclass->method;
  else if (const auto* cast = object.get<Cast>()) id.name = castName(*cast);
  return id;
}

std::string qualifiedName(const Object& object) {
  const Object* scope = scopeOf(object);
  if (const auto* cast = object.get<Cast>()) return castName(*cast);
  const std::string name = object.kind == Kind::Operator ? object.name.str() : quoteIdentifier(object.name);
  if (!scope || scope->kind != Kind::Schema) return name;
  // Built-in types by format_type's names; anything else of pg_catalog is found without its schema.
  if (scope->name == "pg_catalog" && object.origin == Origin::BuiltIn) return isType(object.kind) ? formatType(TypeRef{&object, {}}) : name;
  return quoteIdentifier(scope->name) + "." + name;
}

std::string displayName(const Object& object) {
  switch (object.kind) {
    case Kind::Function: case Kind::Aggregate: return qualifiedName(object) + signature(object);
    case Kind::Operator: return qualifiedName(object) + operands(object.as<Operator>());
    case Kind::OperatorFamily: return qualifiedName(object) + " using " + quoteIdentifier(object.as<OperatorFamily>().method);
    case Kind::OperatorClass: return qualifiedName(object) + " using " + quoteIdentifier(object.as<OperatorClass>().method);
    case Kind::Column: return displayName(*object.parent) + "." + quoteIdentifier(object.name);
    case Kind::Trigger: case Kind::Rule: case Kind::Policy: case Kind::Check: case Kind::Key: case Kind::Exclusion: case Kind::ForeignKey: case Kind::NotNull:
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
    case Kind::Comment:  // one with a name: of a relation's row type
      return "comment on " + (object.name.empty() ? describe(*object.parent) : "row type of " + describe(*object.parent));
    case Kind::Grant: return "privileges on " + displayName(object);
    case Kind::Function:
      return (object.as<Function>().routine == Routine::Procedure ? "procedure " : "function ") + displayName(object);
    case Kind::Column:
      return (object.parent->kind == Kind::Composite ? "attribute " : "column ") + displayName(object);
    default: return std::string(label(object.kind)) + " " + displayName(object);
  }
}

std::string operands(const Operator& op) { return "(" + operand(op.left) + ", " + operand(op.right) + ")"; }

std::string signature(const Function& function) { return signature(function.arguments); }
std::string signature(const Object& routine) { return signature(argumentsOf(routine)); }

std::string signature(const std::vector<Argument>& arguments) {
  std::string out = "(";
  for (const Argument& argument : arguments) {
    if (!isInput(argument)) continue;
    if (out.size() > 1) out += ", ";
    out += formatType(TypeRef{argument.type.type, {}, argument.type.array});
  }
  return out + ")";
}

}  // namespace schemac::ir
