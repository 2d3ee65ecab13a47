// ALTER TABLE … ADD, ALTER, DROP COLUMN, and the same for views, composite types and indexes where they have it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "ir/references.h"
#include "parser/sql/foreign_data.h"
#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Column;
using ir::Kind;
using ir::Name;
using ir::Object;

namespace {

// The column and, unless ONLY was said, those of the tables below that inherit it.
std::vector<const Object*> withInherited(Replay& replay, const Object& column, bool recurse) {
  std::vector<const Object*> columns{&column};
  if (!recurse || column.parent->kind != Kind::Table) return columns;
  for (const Object* table : descendants(replay, *column.parent))
    if (const Object* inherited = ir::columnOf(*table, column.name)) columns.push_back(inherited);
  return columns;
}

// Tables of a composite type, which ALTER TYPE … CASCADE alters with it (ATTypedTableRecursion).
std::vector<const Object*> typedTables(Replay& replay, const Object& type, const Command& at) {
  std::vector<const Object*> tables;
  if (type.kind != Kind::Composite) return tables;
  for (const Object& other : replay.schema.objects())
    if (const auto* table = other.dropped ? nullptr : other.get<ir::Table>(); table && table->ofType.object == &type) tables.push_back(&other);
  if (!tables.empty() && at.command.behavior != DROP_CASCADE)
    throw ReplayError(ir::Code::Dependents, replay.at(-1), fmt::format("cannot alter type \"{}\" because it is the type of a typed table", type.name.view()),
                      "Use ALTER ... CASCADE to alter the typed tables too.");
  return tables;
}

// --- ADD COLUMN

void giveColumn(Replay& replay, const Object& column) {
  for (const Object* child : childTables(replay, *column.parent)) {
    const bool known = ir::columnOf(*child, column.name);
    inheritColumn(replay, column, *child);
    if (!known) giveColumn(replay, *ir::columnOf(*child, column.name));
  }
}

void addColumn(Replay& replay, const Object& relation, const Command& at) {
  const auto& definition = *reinterpret_cast<const ColumnDef*>(at.command.def);
  if (relation.kind != Kind::Table && relation.kind != Kind::Composite)
    throwWrongKind(replay, definition.location, fmt::format("cannot add a column to \"{}\"", relation.name.str()));
  if (at.command.missing_ok && ir::columnOf(relation, definition.colname)) return;
  const std::vector<const Object*> typed = typedTables(replay, relation, at);
  Pending pending;
  const Object& column = addColumn(replay, relation, definition, pending);
  makeValues(replay, relation, pending);
  for (const Object* table : typed) {
    Object& made = replay.make(table, column.name, copyOfColumn(column.as<Column>()));
    made.derivedFrom = &column;
    made.leadingComment = {};
  }
  if (relation.kind != Kind::Table) return;
  if (relation.as<ir::Table>().foreign()) requireForeign(replay, pending);
  if (relation.as<ir::Table>().ofType) throwInvalid(replay, definition.location, "cannot add column to typed table");
  if (relation.as<ir::Table>().bound) throwInvalid(replay, definition.location, "cannot add column to a partition");
  giveColumn(replay, column);
  makeConstraints(replay, relation, pending, false);
  makeForeignKeys(replay, relation, pending, true);  // there is nothing in it yet that could be checked
}

// --- DEFAULT, NOT NULL

// The default that an inherited column's hangs on: the nearest parent's.
const Object* defaultAbove(const Object& column) {
  for (const ir::Ref& parent : column.parent->as<ir::Table>().parents)
    if (const Object* above = ir::columnOf(*parent, column.name))
      if (const Object* value = ir::childOf(*above, Kind::Default, {})) return value;
  return nullptr;
}

void alterDefault(Replay& replay, const Object& column, const Command& at) {
  const auto columns = withInherited(replay, column, at.recurse);
  if (!at.command.def) {
    for (const Object* each : columns) dropDefault(replay, *each);
    return;
  }
  if (column.as<Column>().identity != ir::Identity::None)
    throwInvalid(replay, -1, fmt::format("column \"{}\" of relation \"{}\" is an identity column", column.name.str(), column.parent->name.str()));
  if (column.as<Column>().generated != ir::Generated::None)
    throwInvalid(replay, -1, fmt::format("column \"{}\" of relation \"{}\" is a generated column", column.name.str(), column.parent->name.str()));
  const Slices slices = slicesOf(replay);
  std::size_t keyword = slices.at(at.span.begin);
  while (keyword < slices.size() && !(slices.is(keyword, "set") && slices.is(keyword + 1, "default"))) ++keyword;
  const std::size_t last = slices.at(at.span.end);
  setDefaultValue(replay, column, at.command.def, slices.bare(keyword + 2, last));
  const Object* value = ir::childOf(column, Kind::Default, {});
  for (const Object* each : columns) {
    if (each == &column) continue;
    if (!value) {
      dropDefault(replay, *each);
      continue;
    }
    setDefault(replay, *each, value->as<ir::Default>().value);
    replay.schema.edit(*ir::childOf(*each, Kind::Default, {})).derivedFrom = defaultAbove(*each);
  }
}

void dropNotNull(Replay& replay, const Object& column, const Command& at) {
  dropNotNull(replay, column, at.recurse);
  if (replay.schema.serverVersion >= 18) return;
  // Before 18 those below go along, whoever said them.
  for (const Object* each : withInherited(replay, column, at.recurse)) replay.schema.edit<Column>(*each).notNull = false;
}

// --- generated columns

void setExpression(Replay& replay, const Object& column, const Command& at) {
  if (column.as<Column>().generated == ir::Generated::None)
    throwInvalid(replay, -1, fmt::format("column \"{}\" of relation \"{}\" is not a generated column", column.name.str(), column.parent->name.str()));
  const Slices slices = slicesOf(replay);
  std::size_t keyword = slices.at(at.span.begin);
  while (keyword < slices.size() && !(slices.is(keyword, "expression") && slices.is(keyword + 1, "as"))) ++keyword;
  const ir::Expression expression = bound(replay, at.command.def, slices.inside(keyword + 2), tableScope(*column.parent));
  for (const Object* each : withInherited(replay, column, at.recurse))
    replay.schema.edit<Column>(*each).generation = remapped(expression, *column.parent, *each->parent);
}

void dropExpression(Replay& replay, const Object& column, const Command& at) {
  if (column.as<Column>().generated == ir::Generated::None) {
    if (at.command.missing_ok) return;
    throwInvalid(replay, -1, fmt::format("column \"{}\" of relation \"{}\" is not a generated column", column.name.str(), column.parent->name.str()));
  }
  for (const Object* each : withInherited(replay, column, at.recurse)) {
    Column& changed = replay.schema.edit<Column>(*each);
    changed.generated = ir::Generated::None;
    changed.generation.reset();
  }
}

// --- identity

const Object* identitySequence(const ir::Object& column) {
  for (const Object* sibling : namespaceOf(column)->children)
    if (const auto* sequence = sibling->get<ir::Sequence>(); sequence && sequence->identity && sequence->ownedBy.object == &column) return sibling;
  return nullptr;
}

// From 17 on partitions share their parent's identity.
void shareIdentity(Replay& replay, const Object& column) {
  if (replay.schema.serverVersion < 17 || !column.parent->as<ir::Table>().partitioned()) return;
  for (const Object* each : withInherited(replay, column, true))
    if (each != &column) replay.schema.edit<Column>(*each).identity = column.as<Column>().identity;
}

void addIdentityTo(Replay& replay, const Object& column, const Command& at) {
  if (!column.as<Column>().notNull)
    throwInvalid(replay, -1, fmt::format("column \"{}\" of relation \"{}\" must be declared NOT NULL before identity can be added", column.name.str(),
                                         column.parent->name.str()));
  addIdentity(replay, column, *reinterpret_cast<::Constraint*>(at.command.def));
  shareIdentity(replay, column);
}

void requireIdentity(Replay& replay, const Object& column) {
  if (column.as<Column>().identity == ir::Identity::None)
    throwInvalid(replay, -1, fmt::format("column \"{}\" of relation \"{}\" is not an identity column", column.name.str(), column.parent->name.str()));
}

void setIdentity(Replay& replay, const Object& column, const Command& at) {
  requireIdentity(replay, column);
  const List* options = reinterpret_cast<const List*>(at.command.def);
  for (const DefElem* element : each<DefElem>(options))
    if (std::string_view(element->defname) == "generated")
      replay.schema.edit<Column>(column).identity = integerOf(replay, *element) == 'a' ? ir::Identity::Always : ir::Identity::ByDefault;
  if (const Object* sequence = identitySequence(column)) {
    ir::Sequence changed = sequence->as<ir::Sequence>();
    applySequenceOptions(replay, changed, options, false);
    replay.schema.edit<ir::Sequence>(*sequence) = std::move(changed);
  }
  shareIdentity(replay, column);
}

void dropIdentity(Replay& replay, const Object& column, const Command& at) {
  if (at.command.missing_ok && column.as<Column>().identity == ir::Identity::None) return;
  requireIdentity(replay, column);
  replay.schema.edit<Column>(column).identity = ir::Identity::None;
  if (const Object* sequence = identitySequence(column)) replay.schema.drop(*sequence);
  shareIdentity(replay, column);
}

// --- TYPE

// PostgreSQL refuses where something holds on to the old type (RememberAllDependentForRebuilding).
void requireTypeFree(Replay& replay, const Object& column) {
  for (const Object* dependent : replay.schema.dependents(column)) {
    const char* what = dependent->kind == Kind::View || dependent->kind == Kind::MaterializedView || dependent->kind == Kind::Rule ? "a view or rule"
                       : dependent->kind == Kind::Policy                                          ? "a policy definition"
                       : dependent->kind == Kind::Trigger                                         ? "a trigger definition"
                       : dependent->kind == Kind::Function                                        ? "a function or procedure"
                       : dependent->kind == Kind::Column && dependent->as<Column>().generated != ir::Generated::None ? "a generated column"
                                                                                                                     : nullptr;
    if (what)
      throw ReplayError(ir::Code::Dependents, replay.at(-1), fmt::format("cannot alter type of a column used by {}: {} depends on column \"{}\"", what,
                                                                         ir::describe(*dependent), column.name.str()));
  }
}

// PostgreSQL makes checks and indexes anew from what it prints of them, where constants have the type that they were given beside the old column:
// ts > '2020-01-01' of a timestamp stays a comparison with a timestamp. What is written as it was read (numbers, strings) does not change.
void nameConstants(Replay& replay, const Object& column, const ir::TypeRef& now) {
  constexpr std::array<std::string_view, 9> kAsRead{"int2", "int4", "int8", "numeric", "text", "varchar", "bpchar", "name", "bool"};
  const ir::TypeRef& before = column.as<Column>().type;
  if (!before || before.type == now.type) return;
  const bool asRead = !before.array && std::find(kAsRead.begin(), kAsRead.end(), before.type->name.view()) != kAsRead.end();
  if (asRead && before.type->origin == ir::Origin::BuiltIn) return;
  const auto constants = [](const std::optional<ir::Expression>& expression) {
    return expression && expression->text.view().find_first_of("'0123456789") != std::string_view::npos;
  };
  for (const Object* dependent : replay.schema.dependents(column)) {
    bool any = false;
    if (const auto* check = dependent->get<ir::Check>()) any = constants(check->expression);
    if (const auto* index = dependent->get<ir::Index>()) {
      any = constants(index->predicate);
      for (const ir::IndexElement& element : index->elements) any = any || constants(element.expression);
    }
    if (any)
      replay.notModelled(fmt::format("{} under the new type of column \"{}\"", ir::describe(*dependent), column.name.view()),
                         "constants in it keep the type that they had beside the old one");
  }
}

void alterType(Replay& replay, const Object& column, const Command& at) {
  const auto& definition = *reinterpret_cast<const ColumnDef*>(at.command.def);
  const ir::TypeRef type = replay.type(*definition.typeName);
  const ir::NamedRef collation = definition.collClause ? collationOf(replay, definition.collClause->collname, type) : ir::NamedRef();
  if (at.command.def && column.as<Column>().inherited > 0 && column.parent->kind == Kind::Table)
    throwInvalid(replay, -1, fmt::format("cannot alter inherited column \"{}\"", column.name.str()));
  std::vector<const Object*> columns = withInherited(replay, column, true);
  for (const Object* table : typedTables(replay, *column.parent, at))
    if (const Object* own = ir::columnOf(*table, column.name)) columns.push_back(own);
  for (const Object* each : columns) {
    requireTypeFree(replay, *each);
    nameConstants(replay, *each, type);
    Column& changed = replay.schema.edit<Column>(*each);
    changed.type = type;
    changed.collation = collation;
    changed.storage = changed.compression = {};
  }
  const Object* sequence = column.as<Column>().identity != ir::Identity::None ? identitySequence(column) : nullptr;
  if (!sequence) return;
  // Its sequence takes the new type along, bounds and all.
  ir::Sequence changed = sequence->as<ir::Sequence>();
  DefElem as{};
  as.type = T_DefElem;
  as.defname = const_cast<char*>("as");
  as.arg = reinterpret_cast<Node*>(definition.typeName);
  ListCell cell;
  cell.ptr_value = &as;
  List options{};
  options.type = T_List;
  options.length = options.max_length = 1;
  options.elements = &cell;
  applySequenceOptions(replay, changed, &options, false);
  replay.schema.edit<ir::Sequence>(*sequence) = std::move(changed);
}

// --- what is kept per column

void setStatistics(Replay& replay, const Object& relation, const Command& at) {
  int target = at.command.def ? std::stoi(stringOf(at.command.def)) : -1;
  target = std::min(target, 10000);
  if (!at.command.name && relation.kind != Kind::Index) throwInvalid(replay, -1, "cannot refer to non-index column by number");
  if (relation.kind == Kind::Index) {
    const auto& elements = relation.as<ir::Index>().elements;
    const auto number = static_cast<std::size_t>(at.command.num);
    if (at.command.name || number < 1 || number > elements.size())
      throwUndefined(replay, -1, fmt::format("column number {} of relation \"{}\" does not exist", at.command.num, relation.name.view()));
    if (elements[number - 1].column)
      throwInvalid(replay, -1, fmt::format("cannot alter statistics on non-expression column {} of index \"{}\"", number, relation.name.view()));
  }
  if (relation.kind == Kind::Index) {
    auto& statistics = replay.schema.edit<ir::Index>(relation).statistics;
    const Name element = std::to_string(at.command.num);
    std::erase_if(statistics, [&](const ir::Option& option) { return option.name == element; });
    if (target >= 0) statistics.push_back({element, std::to_string(target)});
    std::sort(statistics.begin(), statistics.end());
    return;
  }
  for (const Object* each : withInherited(replay, replay.column(relation, at.command.name), at.recurse)) {
    auto& statistics = replay.schema.edit<Column>(*each).statistics;
    if (target < 0) statistics.reset();
    else statistics = target;
  }
}

void setStorage(Replay& replay, const Object& column, const Command& at) {
  for (const Object* each : withInherited(replay, column, at.recurse)) {
    Column& changed = replay.schema.edit<Column>(*each);
    changed.storage = storageOf(replay.schema, stringOf(at.command.def), changed.type);
  }
}

void setCompression(Replay& replay, const Object& column, const Command& at) {
  const std::string method = stringOf(at.command.def);
  replay.schema.edit<Column>(column).compression = method == "default" ? Name() : Name(method);
}

void setForeignOptions(Replay& replay, const Object& column, const Command& at) {
  if (column.parent->kind != Kind::Table || !column.parent->as<ir::Table>().foreign())
    throwWrongKind(replay, -1, fmt::format("\"{}\" is not a foreign table", column.parent->name.view()));
  ir::Options options = column.as<Column>().foreignOptions;
  applyForeignOptions(replay, options, reinterpret_cast<const List*>(at.command.def));
  replay.schema.edit<Column>(column).foreignOptions = std::move(options);
}

}  // namespace

void dropColumn(Replay& replay, const Object& column, bool recurse, bool cascade) {
  if (column.parent->kind == Kind::Table)
    for (const Object* child : childTables(replay, *column.parent)) {
      const Object* own = ir::columnOf(*child, column.name);
      if (!own || own->as<Column>().inherited == 0) continue;
      if (recurse && own->as<Column>().inherited == 1 && !own->as<Column>().local) {
        dropColumn(replay, *own, true, cascade);
        continue;
      }
      Object& kept = replay.schema.edit(*own);
      Column& data = std::get<Column>(kept.data);
      --data.inherited;
      if (!recurse) data.local = true;
      if (kept.derivedFrom == &column) kept.derivedFrom = nullptr;
      if (const Object* value = ir::childOf(*own, Kind::Default, {}); value && value->derivedFrom) replay.schema.edit(*value).derivedFrom = nullptr;
    }
  replay.drop(column, cascade);
}

void alterColumn(Replay& replay, const Object& relation, const Command& at) {
  if (at.command.subtype == AT_AddColumn) return addColumn(replay, relation, at);
  if (at.command.subtype == AT_SetStatistics) return setStatistics(replay, relation, at);
  if (at.command.subtype == AT_DropColumn && at.command.missing_ok && !ir::columnOf(relation, at.command.name)) return;
  const Object& column = replay.column(relation, at.command.name);
  switch (at.command.subtype) {
    case AT_ColumnDefault: return alterDefault(replay, column, at);
    case AT_DropNotNull: return dropNotNull(replay, column, at);
    case AT_SetNotNull: return setNotNull(replay, column, at.recurse);
    case AT_SetExpression: return setExpression(replay, column, at);
    case AT_DropExpression: return dropExpression(replay, column, at);
    case AT_SetOptions: case AT_ResetOptions:
      return mergeOptions(replay.schema.edit<Column>(column).options, reinterpret_cast<const List*>(at.command.def), "",
                          at.command.subtype == AT_ResetOptions);
    case AT_SetStorage: return setStorage(replay, column, at);
    case AT_SetCompression: return setCompression(replay, column, at);
    case AT_DropColumn:
      if (column.as<Column>().inherited > 0)
        throwInvalid(replay, -1, fmt::format("cannot drop inherited column \"{}\"", column.name.str()));
      typedTables(replay, relation, at);
      return dropColumn(replay, column, at.recurse, at.command.behavior == DROP_CASCADE);
    case AT_AlterColumnType: return alterType(replay, column, at);
    case AT_AddIdentity: return addIdentityTo(replay, column, at);
    case AT_SetIdentity: return setIdentity(replay, column, at);
    case AT_DropIdentity: return dropIdentity(replay, column, at);
    default: return setForeignOptions(replay, column, at);
  }
}

}  // namespace schemac::parser
