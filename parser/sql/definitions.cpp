#include "parser/sql/definitions.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"

namespace schemac::parser {

using ir::Name;
using ir::Object;
using ir::TypeRef;

std::pair<Name, Name> qualifiedOf(Replay& replay, const DefElem& option) {
  if (!option.arg) throwInvalid(replay, option.location, fmt::format("{} requires a parameter", option.defname));
  if (const auto* type = as<TypeName>(option.arg, T_TypeName)) return replay.split(type->names);
  if (nodeTag(option.arg) == T_List) return replay.split(reinterpret_cast<const List*>(option.arg));
  return {Name(), Name(stringOf(option))};
}

TypeRef typeOf(Replay& replay, const DefElem& option) {
  if (const auto* type = as<TypeName>(option.arg, T_TypeName)) {
    TypeRef found = replay.type(*type);
    found.modifiers = {};
    return found;
  }
  const auto [schema, name] = qualifiedOf(replay, option);
  const TypeRef found = replay.names().type(schema, name);
  if (!found) throwUndefined(replay, option.location, fmt::format("type \"{}\" does not exist", name.view()));
  return found;
}

std::pair<const Object*, Name> newName(Replay& replay, const List* qualified) {
  const auto [schemaName, name] = replay.split(qualified);
  return {schemaName.empty() ? &replay.creationSchema(nullptr) : &replay.schemaNamed(schemaName, -1), name};
}

namespace {

bool sameType(const TypeRef& a, const TypeRef& b) { return a.array == b.array && a.type == b.type; }

bool isPolymorphic(const TypeRef& type) {
  return type && !type.array && type.type->origin == ir::Origin::BuiltIn && type.type->name.view().starts_with("any");
}

struct Declared {
  ir::Ref function;
  std::string builtin;  // its name, of PostgreSQL's own
  std::vector<TypeRef> types;
  TypeRef result;
  bool variadic = false;
};

std::vector<Declared> declaredAs(Replay& replay, Name schemaName, Name name) {
  std::vector<Declared> all;
  const Names names = replay.names();
  if (schemaName.empty() || schemaName == "pg_catalog") {
    for (const auto& row : ir::builtins::functionsNamed(name.view(), replay.schema.serverVersion)) {
      Declared declared;
      declared.builtin = name.str();
      for (const auto type : row.argumentTypes()) declared.types.push_back(names.type("pg_catalog", Name(type)));
      declared.result = names.type("pg_catalog", Name(row.returnType()));
      declared.variadic = !row.variadicType().empty();
      all.push_back(std::move(declared));
    }
  }
  for (const Object* object : names.functions(schemaName, name)) {
    Declared declared;
    declared.function = object;
    for (const ir::Argument& argument : ir::argumentsOf(*object)) {
      if (!ir::isInput(argument)) continue;
      declared.types.push_back(argument.type);
      declared.variadic = declared.variadic || argument.mode == ir::ArgumentMode::Variadic;
    }
    declared.result = ir::resultOf(*object);
    all.push_back(std::move(declared));
  }
  return all;
}

// 3: exactly these types; 2: some are polymorphic; 1: some would have to be coerced; 0: it cannot be called so.
int fit(const Declared& declared, const std::vector<TypeRef>& types) {
  if (declared.types.size() != types.size()) return declared.variadic && types.size() + 1 >= declared.types.size() ? 1 : 0;
  int best = 3;
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (sameType(declared.types[i], types[i])) continue;
    best = std::min(best, isPolymorphic(declared.types[i]) ? 2 : 1);
  }
  return best;
}

// What a polymorphic result is for the types it is called with.
TypeRef resolved(const Declared& declared, const std::vector<TypeRef>& types) {
  TypeRef result = declared.result;
  result.setOf = false;
  if (!isPolymorphic(result)) return result;
  const bool wantsArray = result.type->name == "anyarray" || result.type->name == "anycompatiblearray";
  const bool wantsElement = result.type->name == "anyelement" || result.type->name == "anynonarray" || result.type->name == "anyenum" ||
                            result.type->name == "anycompatible" || result.type->name == "anycompatiblenonarray";
  for (std::size_t i = 0; i < types.size() && i < declared.types.size(); ++i) {
    if (!isPolymorphic(declared.types[i])) continue;
    TypeRef actual = types[i];
    if (sameType(declared.types[i], result) || isPolymorphic(actual)) return sameType(declared.types[i], result) ? actual : result;
    const bool array = declared.types[i].type->name == "anyarray" || declared.types[i].type->name == "anycompatiblearray";
    if (wantsArray && !array) return actual.array = true, actual;
    if (wantsElement && array && actual.array) return actual.array = false, actual;
  }
  return {};
}

}  // namespace

Callable callable(Replay& replay, const std::pair<Name, Name>& name, const std::vector<TypeRef>& types) {
  const std::vector<Declared> all = declaredAs(replay, name.first, name.second);
  const Declared* best = nullptr;
  int score = 0;
  for (const Declared& declared : all)
    if (const int own = fit(declared, types); own > score) best = &declared, score = own;
  if (!best) {
    std::string shown;
    for (const TypeRef& type : types) shown += (shown.empty() ? "" : ", ") + ir::formatType(type);
    const std::string near = all.empty() ? replay.names().nearFunction(name.second) : std::string();
    throwUndefined(replay, -1, fmt::format("function {}{}({}) does not exist", name.first.empty() ? "" : name.first.str() + ".", name.second.view(), shown),
                   near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near));
  }
  return {best->function ? best->function : ir::Ref(replay.schema.builtinFunction(best->builtin)), resolved(*best, types)};
}

ir::Ref functionNamed(Replay& replay, const ObjectWithArgs& name) {
  if (const Object* own = replay.findFunction(name)) return own;
  const auto [schema, bare] = replay.split(name.objname);
  if ((schema.empty() || schema == "pg_catalog") && replay.names().builtinFunction(bare)) return replay.schema.builtinFunction(bare);
  return replay.function(name);
}

void replay(Replay& replay, const DefineStmt& statement) {
  switch (statement.kind) {
    case OBJECT_AGGREGATE: return defineAggregate(replay, statement);
    case OBJECT_OPERATOR: return defineOperator(replay, statement);
    case OBJECT_COLLATION: return defineCollation(replay, statement);
    case OBJECT_TSPARSER: case OBJECT_TSDICTIONARY: case OBJECT_TSTEMPLATE: case OBJECT_TSCONFIGURATION: return defineTextSearch(replay, statement);
    default: return replay.notModelled("CREATE TYPE", "base types are not modelled");
  }
}

}  // namespace schemac::parser
