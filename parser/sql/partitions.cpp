// Partitioned tables: keys and bounds, and the indexes, constraints and triggers that partitions have because their parent has them.
#include <fmt/format.h>

#include <algorithm>

#include "ir/partitions.h"
#include "parser/sql/partition_bounds.h"
#include "parser/sql/tables.h"
#include "parser/sql/triggers.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Space;

void readPartitionKey(Replay& replay, const Object& table, const PartitionSpec& spec) {
  const Slices slices = slicesOf(replay);
  ir::Table& data = replay.schema.edit<ir::Table>(table);
  data.partitionStrategy = spec.strategy == PARTITION_STRATEGY_LIST ? "list" : spec.strategy == PARTITION_STRATEGY_HASH ? "hash" : "range";
  for (const PartitionElem* written : each<PartitionElem>(spec.partParams)) {
    // The same rules as an index element's.
    IndexElem element{};
    element.type = T_IndexElem;
    element.name = written->name;
    element.expr = written->expr;
    element.collation = written->collation;
    element.opclass = written->opclass;
    Span span;
    if (!written->name) {
      const std::size_t first = slices.at(static_cast<std::uint32_t>(written->location));
      const std::size_t open = slices.next("(", first);
      span = slices.is(first, "(") ? slices.inside(first) : slices.span(first, slices.closing(open) + 1);
    }
    const ir::IndexElement read = indexElement(replay, table, element, span, data.partitionStrategy == "hash" ? "hash" : "btree");
    data.partitionKey.push_back({read.column, read.expression, read.collation, read.opclass});
  }
}

ir::Expression partitionBound(Replay& replay, const Object& parent, const PartitionBoundSpec& bound) {
  ir::Expression result;
  result.location = replay.at(bound.location);
  if (bound.is_default) {
    result.text = "DEFAULT";
    return result;
  }
  if (bound.strategy == PARTITION_STRATEGY_HASH) {
    result.text = fmt::format("FOR VALUES WITH (modulus {}, remainder {})", bound.modulus, bound.remainder);
    return result;
  }
  const auto& key = parent.as<ir::Table>().partitionKey;
  const Slices slices = slicesOf(replay);
  const auto typeOf = [&](std::size_t i) {
    return i < key.size() && key[i].column ? key[i].column->as<ir::Column>().type : ir::TypeRef{};
  };
  // A label of an enum follows its RENAME.
  const auto enumOf = [](ir::TypeRef type) -> const Object* {
    while (type && !type.array && type.type->kind == Kind::Domain) type = type.type->as<ir::Domain>().base;
    return type && !type.array && type.type->kind == Kind::Enum ? type.type.object : nullptr;
  };
  const auto values = [&](std::string text, const List* data, std::size_t open, bool list) {
    text += "(";
    const auto parts = slices.split(open + 1, slices.closing(open));
    std::size_t i = 0;
    for (const Node* value : each<Node>(data)) {
      const std::string_view written = i < parts.size() ? slices.textOf(slices.span(parts[i].first, parts[i].second)) : std::string_view();
      const ir::TypeRef type = typeOf(list ? 0 : i);
      const std::string spelled = boundValue(replay.schema, value, type, written);
      if (i++) text += ", ";
      if (const Object* labels = enumOf(type); labels && spelled.starts_with('\''))
        result.bindings.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(spelled.size()), labels, ir::BindingRole::Literal, "enum", {}});
      text += spelled;
    }
    return text + ")";
  };
  const std::size_t first = slices.next("(", slices.at(static_cast<std::uint32_t>(bound.location)));
  if (bound.strategy == PARTITION_STRATEGY_LIST) {
    result.text = values("FOR VALUES IN ", bound.listdatums, first, true);
  } else {
    const std::size_t second = slices.next("(", slices.closing(first));
    result.text = values(values("FOR VALUES FROM ", bound.lowerdatums, first, false) + " TO ", bound.upperdatums, second, false);
  }
  return result;
}

// --- indexes and keys

namespace {

bool partitioned(const Object& table) { return table.kind == Kind::Table && table.as<ir::Table>().partitioned(); }

// A copy of T of the parent's, about the partition's columns.
template <class T>
T copyFor(const Object& original, const Object& partition) {
  Object copy = original;
  copy.children.clear();
  remapColumns(copy, *original.parent, partition);
  return std::get<T>(copy.data);
}

const char* labelOf(const Object& constraint) {
  if (constraint.kind == Kind::Exclusion) return "excl";
  return constraint.as<ir::Key>().primary ? "pkey" : "key";
}

// The partition's own constraint behind an index that is attached.
void attachConstraint(Replay& replay, const Object& own, const Object& parents) {
  Object& changed = replay.schema.edit(own);
  changed.derivedFrom = &parents;
  if (auto* key = std::get_if<ir::Key>(&changed.data)) {
    key->local = false;
    key->inherited = 1;
    key->named = true;
  }
}

void attach(Replay& replay, const Object& own, const Object& parents) {
  Object& changed = replay.schema.edit(own);
  ir::Index& index = std::get<ir::Index>(changed.data);
  index.partitionOf = parents;
  if (!index.constraint) changed.derivedFrom = &parents;
  else if (const ir::Ref above = parents.as<ir::Index>().constraint) attachConstraint(replay, *index.constraint, *above);
}

const Object* unattachedTwin(const Object& parents, const Object& partition) {
  const ir::Index wanted = copyFor<ir::Index>(parents, partition);
  for (const Object* own : ir::childrenOf(partition, Kind::Index)) {
    const auto& index = own->as<ir::Index>();
    if (index.partitionOf || !ir::servesAs(index, wanted)) continue;
    if (wanted.constraint && !index.constraint) continue;
    return own;
  }
  return nullptr;
}

const Object& copyConstraint(Replay& replay, const Object& original, const Object& partition, Name name) {
  Object* made = nullptr;
  if (original.kind == Kind::Key) {
    ir::Key key = copyFor<ir::Key>(original, partition);
    key.local = false;
    key.inherited = 1;
    key.named = false;
    for (const ir::Ref& column : key.columns)
      if (key.primary && !column->as<ir::Column>().notNull) replay.schema.edit<ir::Column>(*column).notNull = true;
    made = &replay.make(&partition, name, std::move(key));
  } else {
    ir::Exclusion exclusion = copyFor<ir::Exclusion>(original, partition);
    exclusion.named = false;
    made = &replay.make(&partition, name, std::move(exclusion));
  }
  made->derivedFrom = &original;
  made->leadingComment = {};
  return *made;
}

void giveIndex(Replay& replay, const Object& parents, const Object& partition) {
  // DefineIndex leaves foreign partitions out, but for a key or unique index, which could not be kept.
  if (partition.as<ir::Table>().foreign()) {
    if (!parents.as<ir::Index>().unique) return;
    throwInvalid(replay, -1, fmt::format("cannot create foreign partition of partitioned table \"{}\"", parents.parent->name.view()),
                 fmt::format("Table \"{}\" contains indexes that are unique.", parents.parent->name.view()));
  }
  if (const Object* own = unattachedTwin(parents, partition)) return attach(replay, *own, parents);
  const ir::Index& original = parents.as<ir::Index>();
  const ir::Ref constraint = original.constraint;
  const bool primary = constraint && constraint->kind == Kind::Key && constraint->as<ir::Key>().primary;
  const Name name = replay.chooseRelationName(partition.name.str(), primary ? "" : joinedNames(columnNamesOf(original)),
                                              constraint ? labelOf(*constraint) : "idx", *partition.parent, static_cast<bool>(constraint));
  ir::Index index = copyFor<ir::Index>(parents, partition);
  index.partitionOf = parents;
  index.constraint = {};
  index.only = false;
  index.valid = true;
  index.named = false;
  index.statistics.clear();
  const Object* derivedFrom = &parents;
  if (constraint) {
    derivedFrom = &copyConstraint(replay, *constraint, partition, name);
    index.constraint = *derivedFrom;
  }
  Object& made = replay.make(&partition, name, std::move(index));
  made.derivedFrom = derivedFrom;
  made.leadingComment = {};
  spreadIndex(replay, made);
}

// --- foreign keys

bool sameForeignKey(const ir::ForeignKey& a, const ir::ForeignKey& b) {
  return a.columns == b.columns && a.table == b.table && a.references == b.references && a.match == b.match && a.onUpdate == b.onUpdate &&
         a.onDelete == b.onDelete && a.deferrable == b.deferrable && a.initiallyDeferred == b.initiallyDeferred;
}

void giveForeignKey(Replay& replay, const Object& parents, const Object& partition) {
  ir::ForeignKey key = copyFor<ir::ForeignKey>(parents, partition);
  key.table = parents.as<ir::ForeignKey>().table;  // a table may refer to itself: the partition refers to the whole
  key.references = parents.as<ir::ForeignKey>().references;
  key.local = false;
  key.inherited = 1;
  key.named = false;
  for (const Object* own : ir::childrenOf(partition, Kind::ForeignKey)) {
    if (own->as<ir::ForeignKey>().inherited || !sameForeignKey(own->as<ir::ForeignKey>(), key)) continue;
    Object& changed = replay.schema.edit(*own);
    changed.derivedFrom = &parents;
    std::get<ir::ForeignKey>(changed.data).local = false;
    std::get<ir::ForeignKey>(changed.data).inherited = 1;
    return;  // its own partitions have theirs of it
  }
  Name name = parents.name;
  if (replay.schema.find(Space::Constraint, &partition, name)) {
    std::vector<std::string> names;
    for (const ir::Ref& column : key.columns) names.push_back(column->name.str());
    name = chooseConstraintName(replay, partition, joinedNames(names), "fkey");
  }
  Object& made = replay.make(&partition, name, std::move(key));
  made.derivedFrom = &parents;
  made.leadingComment = {};
  spreadForeignKey(replay, made);
}

}  // namespace

void spreadIndex(Replay& replay, const Object& index) {
  if (!partitioned(*index.parent)) return;
  bool complete = true;
  for (const Object* partition : childTables(replay, *index.parent)) {
    giveIndex(replay, index, *partition);
    for (const Object* own : ir::childrenOf(*partition, Kind::Index))
      if (own->as<ir::Index>().partitionOf == ir::Ref(index) && !own->as<ir::Index>().valid) complete = false;
  }
  if (!complete) replay.schema.edit<ir::Index>(index).valid = false;  // one that was there is not, and nor is this
}

void spreadForeignKey(Replay& replay, const Object& foreignKey) {
  if (!partitioned(*foreignKey.parent)) return;
  for (const Object* partition : childTables(replay, *foreignKey.parent)) giveForeignKey(replay, foreignKey, *partition);
}

void inheritFromPartitioned(Replay& replay, const Object& parent, const Object& partition) {
  for (const Object* index : ir::childrenOf(parent, Kind::Index)) giveIndex(replay, *index, partition);
  cloneTriggers(replay, parent, partition);
  for (const Object* key : ir::childrenOf(parent, Kind::ForeignKey)) giveForeignKey(replay, *key, partition);
}

void attachIndex(Replay& replay, const Object& parents, const Object& own) {
  const auto refuse = [&](const std::string& why) {
    throwInvalid(replay, -1, fmt::format("cannot attach index \"{}\" as a partition of index \"{}\"", own.name.view(), parents.name.view()), why);
  };
  const auto& index = own.as<ir::Index>();
  if (index.partitionOf != ir::Ref(parents)) {
    for (const Object* other : ir::childrenOf(*own.parent, Kind::Index))
      if (other->as<ir::Index>().partitionOf == ir::Ref(parents)) refuse(fmt::format("Another index is already attached for partition \"{}\".", own.parent->name.view()));
    if (index.partitionOf) refuse(fmt::format("Index \"{}\" is already attached to another index.", own.name.view()));
    if (parents.as<ir::Index>().constraint && !index.constraint)
      refuse(fmt::format("The index \"{}\" belongs to a constraint in table \"{}\" but no constraint exists for index \"{}\".", parents.name.view(),
                         parents.parent->name.view(), own.name.view()));
    attach(replay, own, parents);
  }
  markComplete(replay, parents);
}

void markComplete(Replay& replay, const Object& index) {
  if (index.as<ir::Index>().valid) return;
  for (const Object* partition : childTables(replay, *index.parent)) {
    // A foreign partition, which cannot have one, counts as well (validatePartitionedIndex).
    const auto indexes = ir::childrenOf(*partition, Kind::Index);
    const bool attached = std::any_of(indexes.begin(), indexes.end(), [&](const Object* own) {
      return own->as<ir::Index>().partitionOf == ir::Ref(index) && own->as<ir::Index>().valid;
    });
    if (!attached) return;
  }
  replay.schema.edit<ir::Index>(index).valid = true;
  if (const ir::Ref above = index.as<ir::Index>().partitionOf) markComplete(replay, *above);
}

void detachPartition(Replay& replay, const Object& parent, const Object& partition) {
  detachParent(replay, parent, partition);
  replay.schema.edit<ir::Table>(partition).bound.reset();
  const std::vector<Object*> children = partition.children;
  for (const Object* own : children) {
    const auto of = [&](const Object* derivedFrom) { return derivedFrom && derivedFrom->parent == &parent; };
    if (own->kind == Kind::Index && own->as<ir::Index>().partitionOf && of(own->as<ir::Index>().partitionOf.object)) {
      Object& changed = replay.schema.edit(*own);
      std::get<ir::Index>(changed.data).partitionOf = {};
      if (of(changed.derivedFrom)) changed.derivedFrom = nullptr;
    }
    if (!of(own->derivedFrom)) continue;
    if (own->kind == Kind::Trigger) {  // copies of the parent's go
      replay.schema.drop(*own);
      continue;
    }
    Object& changed = replay.schema.edit(*own);
    changed.derivedFrom = nullptr;
    if (auto* key = std::get_if<ir::Key>(&changed.data)) key->local = true, key->inherited = 0;
    if (auto* foreign = std::get_if<ir::ForeignKey>(&changed.data)) foreign->local = true, foreign->inherited = 0;
    if (auto* column = std::get_if<ir::Column>(&changed.data)) column->identity = ir::Identity::None;
  }
}

}  // namespace schemac::parser
