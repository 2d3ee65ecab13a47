// Column definitions: types, defaults, generated and identity columns, and the constraints written beside them.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "parser/sql/foreign_data.h"
#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Column;
using ir::Kind;
using ir::Name;
using ir::Object;
using ir::TypeRef;

BindScope tableScope(const Object& table) { return BindScope{{ScopeRelation{&table, table.name, true}}, {}, {}, {}}; }

namespace {

const ir::builtins::Type* factsOf(const ir::Schema& schema, const Object& type) {
  if (type.kind != Kind::BaseType) return nullptr;
  if (type.origin == ir::Origin::BuiltIn) return ir::builtins::findType(type.name.view(), schema.serverVersion);
  const auto* extension = type.derivedFrom ? ir::builtins::extension(type.derivedFrom->name.view(), schema.serverVersion) : nullptr;
  return extension ? extension->findType(type.name.view()) : nullptr;
}

// serial and its sisters are no types: generateSerialExtraStmts knows them by a bare name.
Name serialType(const TypeName& type) {
  if (!type.names || type.names->length != 1 || type.pct_type || type.arrayBounds) return {};
  const std::string name = stringOf(static_cast<const Node*>(linitial(type.names)));
  if (name == "smallserial" || name == "serial2") return "smallint";
  if (name == "serial" || name == "serial4") return "integer";
  if (name == "bigserial" || name == "serial8") return "bigint";
  return {};
}

Name catalogName(Name integerType) { return integerType == "smallint" ? "int2" : integerType == "integer" ? "int4" : "int8"; }

// A default of NULL is none, unless something is wrapped around it: a domain, or a cast to the column's length.
bool isNullDefault(Replay& replay, const Node* value, const TypeRef& type) {
  if (!type) return false;
  if (!type.modifiers.empty() || type.type->kind == Kind::Domain) return false;
  if (nodeTag(value) == T_A_Const) return reinterpret_cast<const A_Const*>(value)->isnull;
  if (nodeTag(value) != T_TypeCast) return false;
  const auto* cast = reinterpret_cast<const TypeCast*>(value);
  return nodeTag(cast->arg) == T_A_Const && reinterpret_cast<const A_Const*>(cast->arg)->isnull && replay.type(*cast->typeName) == type;
}

ir::Expression nextValueOf(const Object& sequence) {
  ir::Expression value;
  const std::string literal = ir::quoteLiteral(ir::qualifiedName(sequence));
  value.text = "nextval(" + literal + "::regclass)";
  value.bindings.push_back({8, static_cast<std::uint32_t>(literal.size()), sequence, ir::BindingRole::Literal, {}, {}});
  value.location = sequence.location;
  return value;
}

}  // namespace

ir::NamedRef typeCollation(const ir::Schema& schema, const TypeRef& type) {
  if (const auto* domain = type.type->get<ir::Domain>(); domain && !type.array)
    return domain->collation.empty() ? typeCollation(schema, domain->base) : domain->collation;
  const auto* facts = factsOf(schema, *type.type);
  return facts ? ir::NamedRef(facts->collation()) : ir::NamedRef();
}

ir::NamedRef collationOf(Replay& replay, const List* written, const TypeRef& type) {
  const auto [schemaName, name] = replay.split(written);
  const ir::NamedRef collation = replay.names().collation(schemaName, name);
  const ir::NamedRef own = typeCollation(replay.schema, type);
  return collation == own || (own.empty() && collation == "default") ? ir::NamedRef() : collation;
}

Name storageOf(const ir::Schema& schema, std::string_view written, const TypeRef& type) {
  std::string word(written);
  std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (word == "default") return {};
  TypeRef base = type;
  while (!base.array && base.type->kind == Kind::Domain) base = base.type->as<ir::Domain>().base;
  char own = 'x';
  if (!base.array && base.type->kind == Kind::Enum) own = 'p';
  else if (const auto* facts = base.array ? nullptr : factsOf(schema, *base.type)) own = facts->storage;
  const std::string_view standard = own == 'p' ? "plain" : own == 'e' ? "external" : own == 'm' ? "main" : "extended";
  return word == standard ? Name() : Name(word);
}

namespace {

// type_maximum_size (format_type.c) in UTF-8; -1 = no bound.
long longestValue(const TypeRef& type) {
  const int modifier = type.modifiers.empty() || type.array ? -1 : std::atoi(type.modifiers.str().c_str());
  if (modifier < 0) return -1;
  const Name name = type.type->name;
  if (name == "varchar" || name == "bpchar") return 4L * modifier + 4;
  if (name == "numeric") return 8 + 2L * ((modifier + 7) / 4 + 1);
  if (name == "varbit" || name == "bit") return (modifier + 7) / 8 + 8;
  return -1;
}

}  // namespace

bool needsToast(const ir::Schema& schema, const Object& table) {
  long length = 0;
  bool toastable = false;
  for (const Object* object : ir::columnsOf(table)) {
    const Column& column = object->as<Column>();
    if (column.generated == ir::Generated::Virtual) continue;
    TypeRef type = column.type;
    while (!type.array && type.type->kind == Kind::Domain) type = type.type->as<ir::Domain>().base;
    const auto* facts = type.array ? nullptr : factsOf(schema, *type.type);
    if (!type.array && type.type->kind == Kind::Enum) length += 4;
    else if (facts && facts->length > 0) length += facts->length;
    else {
      if (column.storage == "plain") continue;
      toastable = true;
      const long longest = longestValue(type);
      if (longest < 0) return true;
      length += longest;
    }
  }
  constexpr long threshold = 2032;  // TOAST_TUPLE_THRESHOLD
  return toastable && length + 32 > threshold;
}

Column copyOfColumn(const Column& column) {
  Column copy;
  copy.type = column.type;
  copy.notNull = column.notNull;
  copy.collation = column.collation;
  return copy;
}

Object& addColumn(Replay& replay, const Object& table, const ColumnDef& definition, Pending& pending) {
  const Object* existing = ir::columnOf(table, definition.colname);
  if (!definition.typeName) {  // an option of a typed table's or partition's column
    if (!existing) throwUndefined(replay, definition.location, fmt::format("column \"{}\" does not exist", definition.colname));
    takeColumnConstraints(replay, *existing, definition, pending);
    return replay.schema.edit(*existing);
  }
  Column column;
  const Name serial = serialType(*definition.typeName);
  column.type = serial.empty() ? replay.type(*definition.typeName) : TypeRef{replay.schema.builtinType(catalogName(serial)), {}};
  column.notNull = !serial.empty() || definition.is_not_null;
  if (definition.collClause) column.collation = collationOf(replay, definition.collClause->collname, column.type);
  if (definition.storage_name) column.storage = storageOf(replay.schema, definition.storage_name, column.type);
  if (definition.compression && std::string_view(definition.compression) != "default") column.compression = definition.compression;
  if (definition.fdwoptions && !(table.kind == Kind::Table && table.as<ir::Table>().foreign()))
    throwWrongKind(replay, definition.location, fmt::format("\"{}\" is not a foreign table", table.name.view()));
  applyForeignOptions(replay, column.foreignOptions, definition.fdwoptions);
  Object* made = nullptr;
  if (existing) {
    const Column& inherited = existing->as<Column>();
    if (inherited.local || inherited.inherited == 0) {
      ReplayError error(ir::Code::Duplicate, replay.at(definition.location),
                        fmt::format("column \"{}\" of relation \"{}\" already exists", definition.colname, table.name.str()));
      error.sqlState = "42701";
      throw error;
    }
    if (inherited.type != column.type)
      throwInvalid(replay, definition.location, fmt::format("column \"{}\" has a type conflict", definition.colname),
                   fmt::format("It is inherited as {}.", ir::formatType(inherited.type)));
    made = &replay.schema.edit(*existing);
    made->derivedFrom = nullptr;
    made->location = replay.at(definition.location);
    if (definition.location >= 0) made->leadingComment = commentAbove(replay.text, static_cast<std::uint32_t>(definition.location));
    Column& merged = std::get<Column>(made->data);
    merged.local = true;
    merged.notNull = merged.notNull || column.notNull;
    if (!column.storage.empty()) merged.storage = column.storage;
    if (!column.compression.empty()) merged.compression = column.compression;
    if (!column.foreignOptions.empty()) merged.foreignOptions = column.foreignOptions;
  } else {
    made = &replay.make(&table, definition.colname, std::move(column), definition.location);
  }
  if (!serial.empty()) pending.serials.emplace_back(made, serial);
  if (!serial.empty() || definition.is_not_null) pending.notNulls.push_back({made});
  takeColumnConstraints(replay, *made, definition, pending);
  return *made;
}

namespace {

// DEFERRABLE, INITIALLY DEFERRED, NOT ENFORCED after a column constraint are nodes of their own (transformConstraintAttrs).
void applyAttribute(::Constraint* last, const ::Constraint& attribute) {
  if (!last) return;
  switch (attribute.contype) {
    case CONSTR_ATTR_DEFERRABLE: last->deferrable = true; break;
    case CONSTR_ATTR_NOT_DEFERRABLE: last->deferrable = false; break;
    case CONSTR_ATTR_DEFERRED: last->initdeferred = last->deferrable = true; break;
    case CONSTR_ATTR_IMMEDIATE: last->initdeferred = false; break;
    case CONSTR_ATTR_ENFORCED: last->is_enforced = true; break;
    case CONSTR_ATTR_NOT_ENFORCED:
      last->is_enforced = false;
      last->skip_validation = true;
      last->initially_valid = false;
      break;
    default: break;
  }
}

// The place of a column's (or table's) constraint clauses: what follows each.
class ColumnClauses {
 public:
  ColumnClauses(Replay& replay, const ColumnDef& definition) : slices_(slicesOf(replay)) {
    for (const ::Constraint* node : each<::Constraint>(definition.constraints)) stops_.push_back(node->location);
    if (definition.collClause) stops_.push_back(definition.collClause->location);
    end_ = definition.location < 0 ? slices_.size() : slices_.end(slices_.at(static_cast<std::uint32_t>(definition.location)), {","});
  }
  // DEFAULT expression: from after the keyword to the next clause.
  Span value(const ::Constraint& node) const {
    const std::size_t keyword = slices_.next("default", first(node));
    std::size_t last = end_;
    for (const int stop : stops_)
      if (stop > node.location) last = std::min(last, slices_.at(static_cast<std::uint32_t>(stop)));
    return slices_.span(keyword + 1, last);
  }
  Span parenthesised(const ::Constraint& node, const char* keyword) const {
    return slices_.inside(slices_.next("(", slices_.next(keyword, first(node))));
  }

 private:
  std::size_t first(const ::Constraint& node) const { return slices_.at(static_cast<std::uint32_t>(node.location)); }
  Slices slices_;
  std::vector<int> stops_;
  std::size_t end_ = 0;
};

SaidNotNull saidNotNull(const Object& column, const ::Constraint& node) {
  return {&column, node.conname ? Name(node.conname) : Name(), node.is_no_inherit, !node.skip_validation, node.location};
}

}  // namespace

void takeColumnConstraints(Replay& replay, const Object& column, const ColumnDef& definition, Pending& pending) {
  if (!definition.constraints) return;
  const ColumnClauses clauses(replay, definition);
  ::Constraint* last = nullptr;
  for (::Constraint* node : each<::Constraint>(definition.constraints)) {
    switch (node->contype) {
      case CONSTR_NULL: break;
      case CONSTR_NOTNULL:
        pending.notNulls.push_back(saidNotNull(column, *node));
        replay.schema.edit<Column>(column).notNull = true;
        break;
      case CONSTR_DEFAULT: pending.values.push_back({node, &column, clauses.value(*node)}); break;
      case CONSTR_GENERATED: pending.values.push_back({node, &column, clauses.parenthesised(*node, "as")}); break;
      case CONSTR_IDENTITY:
        pending.identities.emplace_back(&column, node);
        pending.notNulls.push_back({&column});
        break;
      case CONSTR_CHECK: pending.checks.push_back({node, &column, clauses.parenthesised(*node, "check")}); break;
      case CONSTR_PRIMARY: case CONSTR_UNIQUE: pending.keys.push_back({node, &column, {}}); break;
      case CONSTR_FOREIGN: pending.foreignKeys.push_back({node, &column, {}}); break;
      default: applyAttribute(last, *node); continue;
    }
    last = node;
  }
}

void takeTableConstraint(Replay& replay, const Object& table, ::Constraint& node, Pending& pending) {
  const Slices slices = slicesOf(replay);
  switch (node.contype) {
    case CONSTR_CHECK: {
      const std::size_t keyword = slices.next("check", slices.at(static_cast<std::uint32_t>(node.location)));
      pending.checks.push_back({&node, nullptr, slices.inside(keyword + 1)});
      break;
    }
    case CONSTR_NOTNULL:  // from 18 on
      for (const Node* key : each<Node>(node.keys)) pending.notNulls.push_back(saidNotNull(replay.column(table, stringOf(key), node.location), node));
      break;
    case CONSTR_PRIMARY: case CONSTR_UNIQUE: case CONSTR_EXCLUSION: pending.keys.push_back({&node, nullptr, {}}); break;
    case CONSTR_FOREIGN: pending.foreignKeys.push_back({&node, nullptr, {}}); break;
    default: throwInvalid(replay, node.location, "unrecognized constraint");
  }
}

void dropDefault(Replay& replay, const Object& column) {
  if (const Object* old = ir::childOf(column, Kind::Default, {})) replay.schema.drop(*old);
}

void setDefault(Replay& replay, const Object& column, ir::Expression value, int location) {
  if (const Object* old = ir::childOf(column, Kind::Default, {})) {
    Object& changed = replay.schema.edit(*old);
    std::get<ir::Default>(changed.data).value = std::move(value);
    changed.derivedFrom = nullptr;
    changed.location = replay.at(location);
    return;
  }
  replay.make(&column, {}, ir::Default{std::move(value)}, location).leadingComment = {};
}

void addIdentity(Replay& replay, const Object& column, ::Constraint& node) {
  const Column& old = column.as<Column>();
  const std::string name = column.name.str();
  if (old.identity != ir::Identity::None)
    throwInvalid(replay, node.location, fmt::format("column \"{}\" of relation \"{}\" is already an identity column", name, column.parent->name.str()));
  if (ir::childOf(column, Kind::Default, {}))
    throwInvalid(replay, node.location, fmt::format("column \"{}\" of relation \"{}\" already has a default value", name, column.parent->name.str()));
  const Name type = old.type.array ? Name() : old.type.type->name;
  const Name sequence = type == "int2" ? "smallint" : type == "int4" ? "integer" : type == "int8" ? "bigint" : "";
  if (sequence.empty() || old.type.type->origin != ir::Origin::BuiltIn)
    throwInvalid(replay, node.location, "identity column type must be smallint, integer, or bigint");
  Column& changed = replay.schema.edit<Column>(column);
  changed.identity = node.generated_when == 'a' ? ir::Identity::Always : ir::Identity::ByDefault;
  changed.notNull = true;
  makeOwnedSequence(replay, column, sequence, node.options, true);
}

namespace {

void makeGenerated(Replay& replay, const Object& table, const Pending::Part& part) {
  if (part.node->generated_kind == 'v' && replay.schema.serverVersion < 18)
    throwInvalid(replay, part.node->location, fmt::format("PostgreSQL {} has no virtual generated columns", replay.schema.serverVersion));
  ir::Expression expression = bound(replay, part.node->raw_expr, part.span, tableScope(table));
  Column& column = replay.schema.edit<Column>(*part.column);
  column.generated = part.node->generated_kind == 'v' ? ir::Generated::Virtual : ir::Generated::Stored;
  column.generation = std::move(expression);
  dropDefault(replay, *part.column);
}

void makeDefault(Replay& replay, const Pending::Part& part) {
  const Column& column = part.column->as<Column>();
  if (isNullDefault(replay, part.node->raw_expr, column.type)) return dropDefault(replay, *part.column);
  setDefault(replay, *part.column, bound(replay, part.node->raw_expr, part.span, assignedTo(column.type)), part.node->location);
}

}  // namespace

void makeValues(Replay& replay, const Object& table, const Pending& pending) {
  for (const auto& [column, type] : pending.serials) {
    const Object& sequence = makeOwnedSequence(replay, *column, type, nullptr, false);
    setDefault(replay, *column, nextValueOf(sequence));
  }
  for (const auto& [column, node] : pending.identities) addIdentity(replay, *column, *node);
  for (const Pending::Part& part : pending.values)
    if (part.node->contype == CONSTR_DEFAULT) makeDefault(replay, part);
    else makeGenerated(replay, table, part);
}

void makeConstraints(Replay& replay, const Object& table, const Pending& pending, bool creating) {
  for (const Pending::Part& part : pending.checks) addCheck(replay, table, part, creating);
  makeNotNulls(replay, table, pending, creating);
  addKeys(replay, table, pending.keys, pending.only);
}

void setDefaultValue(Replay& replay, const Object& column, Node* value, Span span, int location) {
  if (isNullDefault(replay, value, column.as<Column>().type)) return dropDefault(replay, column);
  setDefault(replay, column, bound(replay, value, span, assignedTo(column.as<Column>().type)), location);
}

}  // namespace schemac::parser
