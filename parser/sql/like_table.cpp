// CREATE TABLE (LIKE … INCLUDING …): transformTableLikeClause and expandTableLikeClause in src/backend/parser/parse_utilcmd.c.
#include <fmt/format.h>

#include "parser/sql/like_table.h"

namespace schemac::parser {

using ir::Column;
using ir::Kind;
using ir::Object;

namespace {

void copyComment(Replay& replay, const Object& from, const Object& to) {
  if (const Object* comment = ir::childOf(from, Kind::Comment, {}))
    replay.make(&to, {}, ir::Comment{comment->as<ir::Comment>().text}).leadingComment = {};
}

const Object* identitySequence(const Replay& replay, const Object& column) {
  for (const Object* sibling : namespaceOf(column)->children)
    if (const auto* sequence = sibling->get<ir::Sequence>(); sequence && sequence->identity && sequence->ownedBy.object == &column) return sibling;
  static_cast<void>(replay);
  return nullptr;
}

void copyIdentity(Replay& replay, const Object& from, const Object& to) {
  const Object* original = identitySequence(replay, from);
  if (!original) return;
  // The options are copied one by one, but not the type.
  Object& made = makeOwnedSequence(replay, to, "bigint", nullptr, true);
  ir::Sequence& data = replay.schema.edit<ir::Sequence>(made);
  const ir::Sequence& options = original->as<ir::Sequence>();
  data.start = options.start;
  data.increment = options.increment;
  data.minimum = options.minimum;
  data.maximum = options.maximum;
  data.cache = options.cache;
  data.cycle = options.cycle;
  replay.schema.edit<Column>(to).identity = from.as<Column>().identity;
}

}  // namespace

namespace {

// An inherited column that the table's own definition repeats (MergeAttributes).
Object& mergedInto(Replay& replay, const Object& inherited, const Column& own) {
  Object& merged = replay.schema.edit(inherited);
  merged.derivedFrom = nullptr;
  Column& data = std::get<Column>(merged.data);
  data.local = true;
  data.notNull = data.notNull || own.notNull;
  if (!own.storage.empty()) data.storage = own.storage;
  if (!own.compression.empty()) data.compression = own.compression;
  return merged;
}

}  // namespace

LikeClause likeColumns(Replay& replay, const Object& table, const TableLikeClause& clause, Pending& pending) {
  const Object& source = replay.relation(*clause.relation);
  if (source.kind == Kind::Index || source.kind == Kind::Sequence)
    throwWrongKind(replay, clause.relation->location, fmt::format("relation \"{}\" is invalid in LIKE clause", source.name.str()));
  LikeClause like{&source, clause.options};
  for (const Object* column : ir::columnsOf(source)) {
    const Column& original = column->as<Column>();
    if (!original.type) return replay.notModelled("LIKE", fmt::format("the type of {} is not known", ir::displayName(*column))), like;
    const Object* inherited = ir::columnOf(table, column->name);
    if (inherited && (inherited->as<Column>().local || inherited->as<Column>().inherited == 0))
      throwDuplicate(replay, clause.relation->location, fmt::format("column \"{}\" specified more than once", column->name.str()));
    if (inherited && inherited->as<Column>().type != original.type)
      throwInvalid(replay, clause.relation->location, fmt::format("column \"{}\" has a type conflict", column->name.str()));
    Column copy = copyOfColumn(original);
    if (like.has(CREATE_TABLE_LIKE_STORAGE)) copy.storage = original.storage;
    if (like.has(CREATE_TABLE_LIKE_COMPRESSION)) copy.compression = original.compression;
    Object& made = inherited ? mergedInto(replay, *inherited, copy)
                             : replay.make(&table, column->name, std::move(copy), clause.relation->location);
    made.leadingComment = {};
    if (const Object* constraint = ir::notNullOf(*column))
      pending.notNulls.push_back({&made, constraint->name, constraint->as<ir::NotNull>().noInherit, true, clause.relation->location});
    if (like.has(CREATE_TABLE_LIKE_IDENTITY) && original.identity != ir::Identity::None) copyIdentity(replay, *column, made);
    if (like.has(CREATE_TABLE_LIKE_COMMENTS)) copyComment(replay, *column, made);
  }
  return like;
}

namespace {

void copyValues(Replay& replay, const Object& table, const LikeClause& like) {
  for (const Object* column : ir::columnsOf(*like.source)) {
    const Object* copy = ir::columnOf(table, column->name);
    const Object* value = ir::childOf(*column, Kind::Default, {});
    if (copy && value && like.has(CREATE_TABLE_LIKE_DEFAULTS)) setDefault(replay, *copy, value->as<ir::Default>().value);
    if (!copy || !column->as<Column>().generation || !like.has(CREATE_TABLE_LIKE_GENERATED)) continue;
    Column& data = replay.schema.edit<Column>(*copy);
    data.generated = column->as<Column>().generated;
    data.generation = remapped(*column->as<Column>().generation, *like.source, table);
  }
}

void commentNotNulls(Replay& replay, const Object& table, const LikeClause& like) {
  for (const Object* constraint : ir::childrenOf(*like.source, Kind::NotNull)) {
    const Object* column = ir::columnOf(table, constraint->as<ir::NotNull>().column->name);
    if (const Object* copy = column ? ir::notNullOf(*column) : nullptr) copyComment(replay, *constraint, *copy);
  }
}

void copyChecks(Replay& replay, const Object& table, const LikeClause& like) {
  for (const Object* check : ir::childrenOf(*like.source, Kind::Check)) {
    const Object* there = replay.schema.find(ir::Space::Constraint, &table, check->name);
    if (there && there->kind == Kind::Check && !there->as<ir::Check>().local) {  // inherited, and now its own as well
      Object& merged = replay.schema.edit(*there);
      merged.derivedFrom = nullptr;
      std::get<ir::Check>(merged.data).local = true;
      if (like.has(CREATE_TABLE_LIKE_COMMENTS)) copyComment(replay, *check, merged);
      continue;
    }
    if (there)
      throwDuplicate(replay, -1, fmt::format("check constraint \"{}\" already exists", check->name.str()));
    ir::Check copy = check->as<ir::Check>();
    copy.expression = remapped(copy.expression, *like.source, table);
    copy.local = true;
    copy.inherited = 0;
    copy.validated = copy.enforced;
    Object& made = replay.make(&table, check->name, std::move(copy));
    made.leadingComment = {};
    if (like.has(CREATE_TABLE_LIKE_COMMENTS)) copyComment(replay, *check, made);
  }
}

Object& copyKey(Replay& replay, const Object& table, const Object& original, ir::Name name) {
  Object copy = original;
  copy.children.clear();
  remapColumns(copy, *original.parent, table);
  if (auto* key = std::get_if<ir::Key>(&copy.data)) key->local = true, key->inherited = 0, key->named = false;
  if (auto* exclusion = std::get_if<ir::Exclusion>(&copy.data)) exclusion->named = false;
  Object& made = replay.made(replay.schema.create(original.kind, &table, name, std::move(copy.data), replay.at(-1)));
  made.leadingComment = {};
  return made;
}

// generateClonedIndexStmt: everything but the name.
void copyIndex(Replay& replay, const Object& table, const Object& original, const LikeClause& like) {
  const ir::Ref constraint = original.as<ir::Index>().constraint;
  const auto* key = constraint ? constraint->get<ir::Key>() : nullptr;
  const char* label = !constraint ? "idx" : !key ? "excl" : key->primary ? "pkey" : "key";
  const ir::Name name = replay.chooseRelationName(table.name.str(), key && key->primary ? "" : joinedNames(columnNamesOf(original.as<ir::Index>())),
                                                  label, *table.parent, static_cast<bool>(constraint));
  Object copy = original;
  copy.children.clear();
  remapColumns(copy, *original.parent, table);
  ir::Index data = std::get<ir::Index>(copy.data);
  data.partitionOf = {};
  data.constraint = {};
  data.named = false;
  data.only = false;
  data.valid = true;
  const Object* madeConstraint = constraint ? &copyKey(replay, table, *constraint, name) : nullptr;
  if (madeConstraint) data.constraint = *madeConstraint;
  if (key && key->primary)
    for (const ir::IndexElement& element : data.elements) setNotNullOfKey(replay, *element.column, -1);
  Object& made = replay.make(&table, name, std::move(data));
  made.derivedFrom = madeConstraint;
  made.leadingComment = {};
  if (like.has(CREATE_TABLE_LIKE_COMMENTS)) {
    copyComment(replay, original, made);
    if (madeConstraint) copyComment(replay, *constraint, *madeConstraint);
  }
  spreadIndex(replay, made);
}

// generateClonedExtStatsStmt: all but the name; no statistics target.
void copyStatistics(Replay& replay, const Object& table, const Object& original, const LikeClause& like) {
  Object copy = original;
  copy.children.clear();
  remapColumns(copy, *like.source, table);
  ir::Statistics data = std::get<ir::Statistics>(copy.data);
  data.table = table;
  data.target.reset();
  data.named = false;
  std::vector<std::string> names;
  for (const ir::StatisticsElement& element : data.elements) names.push_back(element.column ? element.column->name.str() : "expr");
  const Object& home = *table.parent;
  const ir::Name name = replay.chooseName(table.name.str(), joinedNames(names), "stat",
                                          [&](ir::Name taken) { return replay.schema.find(ir::Space::Statistics, &home, taken) != nullptr; });
  const Object& made = replay.make(&home, name, std::move(data));
  replay.giveDefaults(made);
  if (like.has(CREATE_TABLE_LIKE_COMMENTS)) copyComment(replay, original, made);
}

}  // namespace

void likeParts(Replay& replay, const Object& table, const LikeClause& like) {
  copyValues(replay, table, like);
  if (like.has(CREATE_TABLE_LIKE_COMMENTS)) commentNotNulls(replay, table, like);
  if (like.has(CREATE_TABLE_LIKE_CONSTRAINTS)) copyChecks(replay, table, like);
  if (like.has(CREATE_TABLE_LIKE_INDEXES))
    for (const Object* index : ir::childrenOf(*like.source, Kind::Index)) copyIndex(replay, table, *index, like);
  if (!like.has(CREATE_TABLE_LIKE_STATISTICS)) return;
  std::vector<const Object*> statistics;
  for (const Object& object : replay.schema.objects())
    if (const auto* data = object.dropped ? nullptr : object.get<ir::Statistics>(); data && data->table.object == like.source) statistics.push_back(&object);
  for (const Object* object : statistics) copyStatistics(replay, table, *object, like);
}

}  // namespace schemac::parser
