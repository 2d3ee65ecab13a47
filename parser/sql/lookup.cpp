#include <fmt/format.h>

#include <string>

#include "ir/identity.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;

std::string stringOf(const Node* node) {
  if (!node) return {};
  switch (nodeTag(node)) {
    case T_String: return reinterpret_cast<const String*>(node)->sval;
    case T_Integer: return fmt::format("{}", reinterpret_cast<const Integer*>(node)->ival);
    case T_Float: return reinterpret_cast<const Float*>(node)->fval;
    case T_Boolean: return reinterpret_cast<const Boolean*>(node)->boolval ? "true" : "false";
    case T_BitString: return reinterpret_cast<const BitString*>(node)->bsval;
    case T_A_Const: {
      const auto* constant = reinterpret_cast<const A_Const*>(node);
      return constant->isnull ? "" : stringOf(reinterpret_cast<const Node*>(&constant->val));
    }
    case T_TypeName: return stringOf(static_cast<const Node*>(llast(reinterpret_cast<const TypeName*>(node)->names)));
    case T_TypeCast: return stringOf(reinterpret_cast<const TypeCast*>(node)->arg);
    case T_RoleSpec: {
      const auto* role = reinterpret_cast<const RoleSpec*>(node);
      return role->rolename ? role->rolename : "";
    }
    case T_List: return nameText(reinterpret_cast<const List*>(node));
    default: return {};
  }
}

std::string stringOf(const DefElem& element) { return stringOf(element.arg); }

bool booleanOf(const DefElem& element) {
  if (!element.arg) return true;
  const std::string value = stringOf(element.arg);
  return value == "true" || value == "on" || value == "1" || value == "yes" || value == "t";
}

std::string nameText(const List* names) {
  std::string out;
  for (const Node* part : each<Node>(names)) out += (out.empty() ? "" : ".") + stringOf(part);
  return out;
}

std::pair<Name, Name> splitRange(const RangeVar& range) { return {Name(range.schemaname ? range.schemaname : ""), Name(range.relname)}; }

void throwUndefined(Replay& replay, int location, const std::string& message, const std::string& hint) {
  throw ReplayError(ir::Code::Undefined, replay.at(location), message, hint, true);
}
void throwWrongKind(Replay& replay, int location, const std::string& message, const std::string& hint) {
  throw ReplayError(ir::Code::WrongKind, replay.at(location), message, hint);
}
void throwInvalid(Replay& replay, int location, const std::string& message, const std::string& hint) {
  throw ReplayError(ir::Code::InvalidStatement, replay.at(location), message, hint);
}
void throwDuplicate(Replay& replay, int location, const std::string& message) {
  throw ReplayError(ir::Code::Duplicate, replay.at(location), message);
}

void notCompared(Replay& replay, const std::string& what, const std::string& reason) {
  replay.diagnostics.add(ir::Code::NotModelled, replay.at(-1),
                         fmt::format("{} is not compared{}", what, reason.empty() ? "" : ": " + reason));
}

const char* wordOf(int type) {
  switch (static_cast<ObjectType>(type)) {
    case OBJECT_TABLE: return "table";
    case OBJECT_FOREIGN_TABLE: return "foreign table";
    case OBJECT_VIEW: return "view";
    case OBJECT_MATVIEW: return "materialized view";
    case OBJECT_INDEX: return "index";
    case OBJECT_SEQUENCE: return "sequence";
    case OBJECT_TYPE: return "type";
    case OBJECT_DOMAIN: return "domain";
    case OBJECT_FUNCTION: return "function";
    case OBJECT_PROCEDURE: return "procedure";
    case OBJECT_ROUTINE: return "routine";
    case OBJECT_AGGREGATE: return "aggregate";
    case OBJECT_SCHEMA: return "schema";
    case OBJECT_EXTENSION: return "extension";
    case OBJECT_ROLE: return "role";
    case OBJECT_COLUMN: return "column";
    case OBJECT_ATTRIBUTE: return "attribute";
    case OBJECT_TABCONSTRAINT: case OBJECT_DOMCONSTRAINT: return "constraint";
    case OBJECT_TRIGGER: return "trigger";
    case OBJECT_POLICY: return "policy";
    case OBJECT_PUBLICATION: return "publication";
    case OBJECT_RULE: return "rule";
    case OBJECT_EVENT_TRIGGER: return "event trigger";
    case OBJECT_DATABASE: return "database";
    case OBJECT_LANGUAGE: return "language";
    case OBJECT_LARGEOBJECT: return "large object";
    case OBJECT_PARAMETER_ACL: return "parameter";
    case OBJECT_TABLESPACE: return "tablespace";
    case OBJECT_ACCESS_METHOD: return "access method";
    case OBJECT_CAST: return "cast";
    case OBJECT_COLLATION: return "collation";
    case OBJECT_CONVERSION: return "conversion";
    case OBJECT_FDW: return "foreign-data wrapper";
    case OBJECT_FOREIGN_SERVER: return "server";
    case OBJECT_OPERATOR: return "operator";
    case OBJECT_OPCLASS: return "operator class";
    case OBJECT_OPFAMILY: return "operator family";
    case OBJECT_STATISTIC_EXT: return "statistics object";
    case OBJECT_SUBSCRIPTION: return "subscription";
    case OBJECT_TRANSFORM: return "transform";
    case OBJECT_TSCONFIGURATION: return "text search configuration";
    case OBJECT_TSDICTIONARY: return "text search dictionary";
    case OBJECT_TSPARSER: return "text search parser";
    case OBJECT_TSTEMPLATE: return "text search template";
    case OBJECT_USER_MAPPING: return "user mapping";
    default: return "object";
  }
}

namespace {

bool hasKind(int type, const Object& o) {
  switch (static_cast<ObjectType>(type)) {
    case OBJECT_TABLE: return o.kind == Kind::Table && !o.as<ir::Table>().foreign();
    case OBJECT_FOREIGN_TABLE: return o.kind == Kind::Table && o.as<ir::Table>().foreign();
    case OBJECT_VIEW: return o.kind == Kind::View;
    case OBJECT_MATVIEW: return o.kind == Kind::MaterializedView;
    case OBJECT_INDEX: return o.kind == Kind::Index;
    case OBJECT_SEQUENCE: return o.kind == Kind::Sequence;
    default: return true;
  }
}

const char* withArticle(int type) {
  switch (static_cast<ObjectType>(type)) {
    case OBJECT_INDEX: return "an index";
    case OBJECT_FOREIGN_TABLE: return "a foreign table";
    case OBJECT_VIEW: return "a view";
    case OBJECT_MATVIEW: return "a materialized view";
    case OBJECT_SEQUENCE: return "a sequence";
    default: return "a table";
  }
}

std::string dropHint(const Object& o) {
  std::string word(ir::label(o.kind));
  for (char& c : word) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return fmt::format("Use DROP {} to remove {} {}.", word, o.kind == Kind::Index ? "an" : "a", ir::label(o.kind));
}

Found checkRelation(Replay& replay, int type, const Object* object, Name schema, Name name, bool missingOk, int location) {
  if (!object) {
    const Names names = replay.names();
    if (names.builtinRelation(schema, name)) return {nullptr, true, true};
    if (missingOk) return {};
    const std::string near = names.nearRelation(name);
    const std::string shown = schema.empty() ? name.str() : schema.str() + "." + name.str();
    throwUndefined(replay, location,
                   fmt::format("{} \"{}\" does not exist", type == OBJECT_COLUMN ? "relation" : wordOf(type), shown),
                   near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near));
  }
  if (!hasKind(type, *object))
    throwWrongKind(replay, location, fmt::format("\"{}\" is not {}", name.view(), withArticle(type)), dropHint(*object));
  return {object};
}

// The last element of a list is the name of a part, what is before it names the whole.
std::pair<std::vector<Name>, Name> splitPart(const List* names) {
  std::vector<Name> whole;
  for (const Node* part : each<Node>(names)) whole.emplace_back(stringOf(part));
  const Name part = whole.empty() ? Name() : whole.back();
  if (!whole.empty()) whole.pop_back();
  return {whole, part};
}

const Object* wholeOf(Replay& replay, const std::vector<Name>& path, bool missingOk, bool* builtin) {
  const std::size_t n = path.size();
  const Name schema = n > 1 ? path[n - 2] : Name(), name = n ? path[n - 1] : Name();
  const Found found = checkRelation(replay, OBJECT_COLUMN, replay.names().relation(schema, name), schema, name, missingOk, -1);
  if (builtin) *builtin = found.builtin;
  return found.object;
}

Found part(Replay& replay, int type, const List* names, bool missingOk) {
  const auto [path, name] = splitPart(names);
  bool builtin = false;
  const Object* whole = wholeOf(replay, path, missingOk, &builtin);
  if (!whole) return {nullptr, true, builtin};
  const Object* object = nullptr;
  switch (static_cast<ObjectType>(type)) {
    case OBJECT_COLUMN: case OBJECT_ATTRIBUTE: object = ir::columnOf(*whole, name); break;
    case OBJECT_TRIGGER: object = ir::childOf(*whole, Kind::Trigger, name); break;
    case OBJECT_POLICY: object = ir::childOf(*whole, Kind::Policy, name); break;
    case OBJECT_RULE: object = ir::childOf(*whole, Kind::Rule, name); break;
    default: object = constraintOf(*whole, name); break;
  }
  if (object || missingOk) return {object};
  if (type == OBJECT_COLUMN) return {&replay.column(*whole, name)};
  throwUndefined(replay, -1, fmt::format("{} \"{}\" for table \"{}\" does not exist", wordOf(type), name.view(), whole->name.view()));
}

Found topLevel(Replay& replay, int type, ir::Space space, Name name, bool missingOk) {
  const Object* object = replay.schema.find(space, nullptr, name);
  if (!object && !missingOk) throwUndefined(replay, -1, fmt::format("{} \"{}\" does not exist", wordOf(type), name.view()));
  return {object, true, object && object->origin == ir::Origin::BuiltIn};
}

Found routine(Replay& replay, int type, const ObjectWithArgs& name, bool missingOk) {
  const Object* object = replay.findFunction(name);
  if (!object) {
    const auto [schema, bare] = replay.split(name.objname);
    if ((schema.empty() || schema == "pg_catalog") && replay.names().builtinFunction(bare)) return {nullptr, true, true};
    if (missingOk) return {};
    object = &replay.function(name, wordOf(type));
  }
  const auto* function = object->get<ir::Function>();
  const bool procedure = function && function->routine == ir::Routine::Procedure;
  // FUNCTION takes an aggregate (LookupFuncWithArgs); DROP and ALTER of attributes do not, and say so themselves.
  if ((type == OBJECT_FUNCTION && procedure) || (type == OBJECT_PROCEDURE && !procedure))
    throwWrongKind(replay, -1, fmt::format("{}{} is not a {}", object->name.view(), ir::signature(*object), wordOf(type)));
  if (type == OBJECT_AGGREGATE && function)
    throwWrongKind(replay, -1, fmt::format("function {}{} is not an aggregate", object->name.view(), ir::signature(*object)));
  return {object};
}

ir::TypeRef typeNamed(Replay& replay, const TypeName& name, bool missingOk) {
  ir::TypeRef type;
  try {
    type = replay.type(name);
  } catch (const ReplayError&) {
    if (!missingOk) throw;
  }
  type.modifiers = {};
  return type;
}

bool sameType(const ir::TypeRef& a, const ir::TypeRef& b) { return a.array == b.array && a.type == b.type; }

Found operatorNamed(Replay& replay, const ObjectWithArgs& name, bool missingOk) {
  const auto [schema, symbol] = replay.split(name.objname);
  ir::TypeRef types[2];
  std::string shown;
  int at = 0;
  for (const TypeName* type : each<TypeName>(name.objargs)) {
    if (at > 1) break;
    if (type) types[at] = typeNamed(replay, *type, missingOk);
    if (type && !types[at]) return {};
    if (at == 1) shown = (types[0] ? ir::formatType(types[0]) + " " : "") + symbol.str() + " " + (types[1] ? ir::formatType(types[1]) : "");
    ++at;
  }
  const Name wanted = symbol == "!=" ? Name("<>") : symbol;
  for (const Object* op : replay.names().all(ir::Space::Operator, schema, wanted))
    if (sameType(op->as<ir::Operator>().left, types[0]) && sameType(op->as<ir::Operator>().right, types[1])) return {op};
  if (!replay.names().op(schema, wanted, types[0], types[1]).empty()) return {nullptr, true, true};
  if (missingOk) return {};
  throwUndefined(replay, -1, fmt::format("operator does not exist: {}", shown));
}

// The access method comes first, then the name.
Found operatorClassOrFamily(Replay& replay, int type, const List* list, bool missingOk) {
  const Name method = stringOf(static_cast<const Node*>(linitial(list)));
  std::vector<Name> parts;
  for (const Node* part : each<Node>(list)) parts.emplace_back(stringOf(part));
  const Name name = parts.back(), schema = parts.size() > 2 ? parts[parts.size() - 2] : Name();
  const bool opclass = type == OBJECT_OPCLASS;
  for (const Object* object : replay.names().all(opclass ? ir::Space::OperatorClass : ir::Space::OperatorFamily, schema, name))
    if ((opclass ? object->as<ir::OperatorClass>().method : object->as<ir::OperatorFamily>().method) == method) return {object};
  const ir::NamedRef known = opclass ? ir::NamedRef() : replay.names().operatorFamily(schema, name, method);
  if (!known.empty() || (opclass && ir::builtins::findOpclass(method.view(), name.view(), replay.schema.serverVersion))) return {nullptr, true, true};
  if (missingOk) return {};
  throwUndefined(replay, -1, fmt::format("{} \"{}\" does not exist for access method \"{}\"", wordOf(type), name.view(), method.view()));
}

Found castNamed(Replay& replay, const List* list, bool missingOk) {
  const ir::TypeRef source = typeNamed(replay, *static_cast<const TypeName*>(linitial(list)), missingOk);
  const ir::TypeRef target = typeNamed(replay, *static_cast<const TypeName*>(lsecond(list)), missingOk);
  if (!source || !target) return {};
  for (const Object* cast : replay.schema.casts())
    if (sameType(cast->as<ir::Cast>().source, source) && sameType(cast->as<ir::Cast>().target, target)) return {cast};
  const auto plain = [](const ir::TypeRef& type) { return (type.array ? "_" : "") + type.type->name.str(); };
  const bool ours = source.type->origin == ir::Origin::BuiltIn && target.type->origin == ir::Origin::BuiltIn;
  if (ours && ir::builtins::findCast(plain(source), plain(target), replay.schema.serverVersion)) return {nullptr, true, true};
  if (missingOk) return {};
  throwUndefined(replay, -1, fmt::format("cast from type {} to type {} does not exist", ir::formatType(source), ir::formatType(target)));
}

Found inSchema(Replay& replay, int type, ir::Space space, const List* list, bool missingOk) {
  const auto [schema, name] = replay.split(list);
  if (const auto found = replay.names().all(space, schema, name); !found.empty()) return {found.front()};
  const bool known = space == ir::Space::Collation ? ir::builtins::isCollation(name.view(), replay.schema.serverVersion)
                                                   : !replay.names().textSearch(space, schema, name).empty();
  if (known) return {nullptr, true, true};
  if (missingOk) return {};
  throwUndefined(replay, -1, fmt::format("{} \"{}\" does not exist", wordOf(type), nameText(list)));
}

// Only a language that CREATE LANGUAGE made is an object: PostgreSQL's own and those of extensions are not.
Found languageNamed(Replay& replay, Name name, bool missingOk) {
  if (const Object* own = replay.schema.find(ir::Space::Language, nullptr, name)) return {own};
  for (const auto& known : ir::builtins::languages(replay.schema.serverVersion))
    if (known.name() == name.view()) return {nullptr, true, true};
  for (const Object* object : replay.schema.extensions()) {
    const auto* facts = ir::builtins::extension(object->name.view(), replay.schema.serverVersion);
    if (!facts) continue;
    for (const auto language : facts->languages())
      if (language == name.view()) return {nullptr, true, true};
  }
  if (missingOk) return {};
  throwUndefined(replay, -1, fmt::format("language \"{}\" does not exist", name.view()));
}

// The first schema of the path that has statistics of the name.
Found statistics(Replay& replay, const List* list, bool missingOk) {
  const auto [schemaName, name] = replay.split(list);
  for (const Name each : schemaName.empty() ? replay.names().path() : std::vector<Name>{schemaName}) {
    const Object* schema = replay.schema.schema(each);
    if (const Object* object = schema ? replay.schema.find(ir::Space::Statistics, schema, name) : nullptr) return {object};
  }
  if (missingOk) return {};
  throwUndefined(replay, -1, fmt::format("statistics object \"{}\" does not exist", nameText(list)));
}

}  // namespace

const Object* constraintOf(const Object& whole, Name name) {
  for (const Kind kind : {Kind::Check, Kind::Key, Kind::ForeignKey, Kind::Exclusion, Kind::NotNull})
    if (const Object* found = ir::childOf(whole, kind, name)) return found;
  return nullptr;
}

const Object* findType(Replay& replay, const List* list, bool missingOk, int location) {
  const auto [schema, name] = replay.split(list);
  const Names names = replay.names();
  const ir::TypeRef type = names.type(schema, name);
  if (type && !type.array) return type.type.object;
  if (missingOk) return nullptr;
  const std::string near = names.nearType(name);
  throwUndefined(replay, location, fmt::format("type \"{}\" does not exist", nameText(list)),
                 near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near));
}

Found findRelation(Replay& replay, int type, const RangeVar& range, bool missingOk) {
  const auto [schema, name] = splitRange(range);
  return checkRelation(replay, type, replay.findRelation(range), schema, name, missingOk, range.location);
}

Found findObject(Replay& replay, int type, const Node* node, bool missingOk) {
  const List* list = node && nodeTag(node) == T_List ? reinterpret_cast<const List*>(node) : nullptr;
  switch (static_cast<ObjectType>(type)) {
    case OBJECT_TABLE: case OBJECT_FOREIGN_TABLE: case OBJECT_VIEW: case OBJECT_MATVIEW: case OBJECT_INDEX: case OBJECT_SEQUENCE: {
      const auto [schema, name] = replay.split(list);
      return checkRelation(replay, type, replay.names().relation(schema, name), schema, name, missingOk, -1);
    }
    case OBJECT_TYPE: case OBJECT_DOMAIN: {
      const auto* typeName = nodeTag(node) == T_TypeName ? reinterpret_cast<const TypeName*>(node) : nullptr;
      const Object* object = findType(replay, typeName ? typeName->names : list, missingOk, typeName ? typeName->location : -1);
      if (object && type == OBJECT_DOMAIN && object->kind != Kind::Domain)
        throwWrongKind(replay, -1, fmt::format("\"{}\" is not a domain", object->name.view()));
      return {object, true, object && object->origin == ir::Origin::BuiltIn};
    }
    case OBJECT_FUNCTION: case OBJECT_PROCEDURE: case OBJECT_ROUTINE: case OBJECT_AGGREGATE:
      return routine(replay, type, *reinterpret_cast<const ObjectWithArgs*>(node), missingOk);
    case OBJECT_COLUMN: case OBJECT_ATTRIBUTE: case OBJECT_TRIGGER: case OBJECT_POLICY: case OBJECT_RULE: case OBJECT_TABCONSTRAINT:
      return part(replay, type, list, missingOk);
    case OBJECT_DOMCONSTRAINT: {
      const auto* domain = static_cast<const TypeName*>(linitial(list));
      const Name name = stringOf(static_cast<const Node*>(lsecond(list)));
      const Object* whole = findType(replay, domain->names, missingOk, domain->location);
      const Object* object = whole ? constraintOf(*whole, name) : nullptr;
      if (!object && !missingOk)
        throwUndefined(replay, -1, fmt::format("constraint \"{}\" for domain \"{}\" does not exist", name.view(), whole->name.view()));
      return {object};
    }
    case OBJECT_SCHEMA: return topLevel(replay, type, ir::Space::Schema, stringOf(node), missingOk);
    case OBJECT_EXTENSION: return topLevel(replay, type, ir::Space::Extension, stringOf(node), missingOk);
    case OBJECT_ROLE: return topLevel(replay, type, ir::Space::Role, stringOf(node), missingOk);
    case OBJECT_PUBLICATION: return topLevel(replay, type, ir::Space::Publication, stringOf(node), missingOk);
    case OBJECT_OPERATOR: return operatorNamed(replay, *reinterpret_cast<const ObjectWithArgs*>(node), missingOk);
    case OBJECT_OPCLASS: case OBJECT_OPFAMILY: return operatorClassOrFamily(replay, type, list, missingOk);
    case OBJECT_CAST: return castNamed(replay, list, missingOk);
    case OBJECT_COLLATION: return inSchema(replay, type, ir::Space::Collation, list, missingOk);
    case OBJECT_TSPARSER: return inSchema(replay, type, ir::Space::TextSearchParser, list, missingOk);
    case OBJECT_TSTEMPLATE: return inSchema(replay, type, ir::Space::TextSearchTemplate, list, missingOk);
    case OBJECT_TSDICTIONARY: return inSchema(replay, type, ir::Space::TextSearchDictionary, list, missingOk);
    case OBJECT_TSCONFIGURATION: return inSchema(replay, type, ir::Space::TextSearchConfiguration, list, missingOk);
    case OBJECT_LANGUAGE: return languageNamed(replay, stringOf(node), missingOk);
    case OBJECT_FDW: return topLevel(replay, type, ir::Space::ForeignDataWrapper, stringOf(node), missingOk);
    case OBJECT_FOREIGN_SERVER: return topLevel(replay, type, ir::Space::ForeignServer, stringOf(node), missingOk);
    case OBJECT_SUBSCRIPTION: return topLevel(replay, type, ir::Space::Subscription, stringOf(node), missingOk);
    case OBJECT_EVENT_TRIGGER: return topLevel(replay, type, ir::Space::EventTrigger, stringOf(node), missingOk);
    case OBJECT_STATISTIC_EXT: return statistics(replay, list, missingOk);
    default: return {nullptr, false};
  }
}

Name ownerOf(const Object& object) {
  const Object* whole = &object;
  while (whole->kind == Kind::Column && whole->parent) whole = whole->parent;
  for (const Object* child : whole->children)
    if (child->kind == Kind::Owner) return child->as<ir::Owner>().role;
  return whole->origin == ir::Origin::User ? Name("postgres") : Name();
}

}  // namespace schemac::parser
