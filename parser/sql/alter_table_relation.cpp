// ALTER TABLE, INDEX, SEQUENCE, VIEW …: what concerns the relation as a whole.
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "parser/sql/alter.h"
#include "parser/sql/foreign_data.h"
#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;

namespace {

ir::Table& editTable(Replay& replay, const Object& relation) {
  if (relation.kind != Kind::Table) throwWrongKind(replay, -1, fmt::format("\"{}\" is not a table", relation.name.str()));
  return replay.schema.edit<ir::Table>(relation);
}

const Object& indexNamed(Replay& replay, const Object& relation, const char* name) {
  const Object* index = replay.schema.relation(*relation.parent, name);
  if (!index || index->kind != Kind::Index || index->parent != &relation)
    throwUndefined(replay, -1, fmt::format("index \"{}\" for table \"{}\" does not exist", name, relation.name.str()));
  return *index;
}

// --- options, tablespace, persistence

void setOptions(Replay& replay, const Object& relation, const Command& at) {
  const List* definitions = reinterpret_cast<const List*>(at.command.def);
  const bool reset = at.command.subtype == AT_ResetRelOptions;
  Object& changed = replay.schema.edit(relation);
  if (auto* table = std::get_if<ir::Table>(&changed.data)) {
    mergeOptions(table->options, definitions, "", reset);
    if (needsToast(replay.schema, relation)) mergeOptions(table->toastOptions, definitions, "toast", reset);
  } else if (auto* view = std::get_if<ir::View>(&changed.data)) {
    mergeOptions(view->options, definitions, "", reset);
  } else if (auto* materialized = std::get_if<ir::MaterializedView>(&changed.data)) {
    mergeOptions(materialized->options, definitions, "", reset);
  } else if (auto* index = std::get_if<ir::Index>(&changed.data)) {
    mergeOptions(index->options, definitions, "", reset);
    // A constraint has its index's options.
    if (!index->constraint) return;
    Object& constraint = replay.schema.edit(*index->constraint);
    if (auto* key = std::get_if<ir::Key>(&constraint.data)) key->options = index->options;
    if (auto* exclusion = std::get_if<ir::Exclusion>(&constraint.data)) exclusion->options = index->options;
  } else {
    throwWrongKind(replay, -1, fmt::format("\"{}\" has no options", relation.name.str()));
  }
}

void setTablespace(Replay& replay, const Object& relation, Name tablespace) {
  if (tablespace == "pg_default") tablespace = {};
  Object& changed = replay.schema.edit(relation);
  if (auto* table = std::get_if<ir::Table>(&changed.data)) table->tablespace = tablespace;
  if (auto* view = std::get_if<ir::MaterializedView>(&changed.data)) view->tablespace = tablespace;
  auto* index = std::get_if<ir::Index>(&changed.data);
  if (!index) return;
  index->tablespace = tablespace;
  if (!index->constraint) return;
  Object& constraint = replay.schema.edit(*index->constraint);
  if (auto* key = std::get_if<ir::Key>(&constraint.data)) key->tablespace = tablespace;
  if (auto* exclusion = std::get_if<ir::Exclusion>(&constraint.data)) exclusion->tablespace = tablespace;
}

void setPersistence(Replay& replay, const Object& relation, ir::Persistence persistence) {
  if (relation.kind == Kind::Sequence) {
    replay.schema.edit<ir::Sequence>(relation).persistence = persistence;
    return;
  }
  editTable(replay, relation).persistence = persistence;
  if (replay.schema.serverVersion < 15) return;
  // Its sequences go along.
  for (const Object* sibling : std::vector<Object*>(relation.parent->children)) {
    const auto* sequence = sibling->get<ir::Sequence>();
    if (sequence && sequence->ownedBy && sequence->ownedBy->parent == &relation) replay.schema.edit<ir::Sequence>(*sibling).persistence = persistence;
  }
}

void setAccessMethod(Replay& replay, const Object& relation, const char* name) {
  Name method = name ? Name(name) : replay.session.defaultAccessMethod;
  if (method == "heap") method = {};
  if (relation.kind == Kind::MaterializedView) replay.schema.edit<ir::MaterializedView>(relation).accessMethod = method;
  else editTable(replay, relation).accessMethod = method;
}

void clusterOn(Replay& replay, const Object& relation, ir::Ref index) {
  if (relation.kind == Kind::MaterializedView) replay.schema.edit<ir::MaterializedView>(relation).clusterIndex = index;
  else editTable(replay, relation).clusterIndex = index;
}

void setReplicaIdentity(Replay& replay, const Object& relation, const ReplicaIdentityStmt& identity) {
  ir::Table& table = editTable(replay, relation);
  table.replicaIdentityIndex = {};
  switch (identity.identity_type) {
    case 'n': table.replicaIdentity = "nothing"; break;
    case 'f': table.replicaIdentity = "full"; break;
    case 'i':
      table.replicaIdentityIndex = indexNamed(replay, relation, identity.name);
      table.replicaIdentity = "index";
      break;
    default: table.replicaIdentity = "default";
  }
}

// --- triggers

void enable(Replay& replay, const Object& trigger, Name how, bool recurse) {
  replay.schema.edit<ir::Trigger>(trigger).enabled = how;
  if (!recurse) return;
  for (const Object* child : childTables(replay, *trigger.parent))
    for (const Object* copy : ir::childrenOf(*child, Kind::Trigger))
      if (copy->derivedFrom == &trigger) enable(replay, *copy, how, true);
}

void enableTriggers(Replay& replay, const Object& relation, const Command& at, Name how, bool all) {
  if (all) {
    for (const Object* trigger : ir::childrenOf(relation, Kind::Trigger)) enable(replay, *trigger, how, at.recurse);
    return;
  }
  const Object* trigger = replay.schema.find(ir::Space::Trigger, &relation, at.command.name);
  if (!trigger)
    throwUndefined(replay, -1, fmt::format("trigger \"{}\" for table \"{}\" does not exist", at.command.name, relation.name.str()));
  enable(replay, *trigger, how, at.recurse);
}

void enableRule(Replay& replay, const Object& relation, const AlterTableCmd& command) {
  const Object* rule = ir::childOf(relation, Kind::Rule, command.name);
  if (!rule) throwUndefined(replay, -1, fmt::format("rule \"{}\" for relation \"{}\" does not exist", command.name, relation.name.view()));
  const bool on = command.subtype != AT_DisableRule;
  replay.schema.edit<ir::Rule>(*rule).enabled = !on ? "disabled" : command.subtype == AT_EnableAlwaysRule ? "always"
                                                : command.subtype == AT_EnableReplicaRule ? "replica" : "origin";
}

// --- foreign tables

void setForeignOptions(Replay& replay, const Object& relation, const List* definitions) {
  if (relation.kind != Kind::Table || !relation.as<ir::Table>().foreign())
    throwWrongKind(replay, -1, fmt::format("\"{}\" is not a foreign table", relation.name.view()));
  ir::Options options = relation.as<ir::Table>().foreignOptions;
  applyForeignOptions(replay, options, definitions);
  replay.schema.edit<ir::Table>(relation).foreignOptions = std::move(options);
}

// --- inheritance and partitions

void inherit(Replay& replay, const Object& relation, const RangeVar& written) {
  const Object& parent = replay.relation(written);
  editTable(replay, parent);
  if (parent.as<ir::Table>().partitioned())
    throwInvalid(replay, written.location, fmt::format("cannot inherit from partitioned table \"{}\"", parent.name.str()));
  const auto& parents = relation.as<ir::Table>().parents;
  if (std::find(parents.begin(), parents.end(), ir::Ref(parent)) != parents.end())
    throwDuplicate(replay, written.location, fmt::format("relation \"{}\" would be inherited from more than once", parent.name.str()));
  attachParent(replay, parent, relation, written.location);
}

void noInherit(Replay& replay, const Object& relation, const RangeVar& written) {
  const Object& parent = replay.relation(written);
  const auto& parents = relation.as<ir::Table>().parents;
  if (std::find(parents.begin(), parents.end(), ir::Ref(parent)) == parents.end())
    throwUndefined(replay, written.location, fmt::format("relation \"{}\" is not a parent of relation \"{}\"", parent.name.str(), relation.name.str()));
  detachParent(replay, parent, relation);
}

void attachPartition(Replay& replay, const Object& relation, const PartitionCmd& command) {
  const Object& partition = replay.relation(*command.name);
  if (relation.kind == Kind::Index) {
    if (partition.kind != Kind::Index) throwWrongKind(replay, command.name->location, fmt::format("\"{}\" is not an index", partition.name.str()));
    return attachIndex(replay, relation, partition);
  }
  if (!editTable(replay, relation).partitioned()) throwWrongKind(replay, -1, fmt::format("\"{}\" is not partitioned", relation.name.str()));
  ir::Table& table = editTable(replay, partition);
  if (!table.parents.empty())
    throwInvalid(replay, command.name->location, fmt::format("\"{}\" is already a partition or inherits", partition.name.str()));
  table.bound = partitionBound(replay, relation, *command.bound);
  attachParent(replay, relation, partition, command.name->location);
  inheritFromPartitioned(replay, relation, partition);
  for (const Object* index : ir::childrenOf(relation, Kind::Index)) markComplete(replay, *index);
}

void detach(Replay& replay, const Object& relation, const RangeVar& written) {
  const Object& partition = replay.relation(written);
  const auto* table = partition.get<ir::Table>();
  if (!table || table->parents.empty() || table->parents[0].object != &relation)
    throwUndefined(replay, written.location, fmt::format("relation \"{}\" is not a partition of relation \"{}\"", partition.name.str(), relation.name.str()));
  detachPartition(replay, relation, partition);
}

void becomeTyped(Replay& replay, const Object& relation, const TypeName& written) {
  const ir::TypeRef type = replay.type(written);
  if (type.type->kind != Kind::Composite) throwWrongKind(replay, written.location, "not a composite type");
  for (const Object* attribute : ir::columnsOf(*type.type)) {
    const Object& column = replay.column(relation, attribute->name, written.location);
    replay.schema.edit(column).derivedFrom = attribute;
  }
  editTable(replay, relation).ofType = type.type;
}

void becomeUntyped(Replay& replay, const Object& relation) {
  editTable(replay, relation).ofType = {};
  for (const Object* column : ir::columnsOf(relation))
    if (column->derivedFrom && column->derivedFrom->parent->kind == Kind::Composite) replay.schema.edit(*column).derivedFrom = nullptr;
}

}  // namespace

void alterRelation(Replay& replay, const Object& relation, const Command& at) {
  const AlterTableCmd& command = at.command;
  switch (command.subtype) {
    case AT_ChangeOwner: return setOwner(replay, relation, replay.role(*command.newowner));
    case AT_ClusterOn: return clusterOn(replay, relation, indexNamed(replay, relation, command.name));
    case AT_DropCluster: return clusterOn(replay, relation, {});
    case AT_SetLogged: return setPersistence(replay, relation, ir::Persistence::Permanent);
    case AT_SetUnLogged: return setPersistence(replay, relation, ir::Persistence::Unlogged);
    case AT_SetAccessMethod: return setAccessMethod(replay, relation, command.name);
    case AT_SetTableSpace: return setTablespace(replay, relation, command.name);
    case AT_SetRelOptions: case AT_ResetRelOptions: return setOptions(replay, relation, at);
    case AT_EnableTrig: return enableTriggers(replay, relation, at, "origin", false);
    case AT_EnableAlwaysTrig: return enableTriggers(replay, relation, at, "always", false);
    case AT_EnableReplicaTrig: return enableTriggers(replay, relation, at, "replica", false);
    case AT_DisableTrig: return enableTriggers(replay, relation, at, "disabled", false);
    case AT_EnableTrigAll: case AT_EnableTrigUser: return enableTriggers(replay, relation, at, "origin", true);
    case AT_DisableTrigAll: case AT_DisableTrigUser: return enableTriggers(replay, relation, at, "disabled", true);
    case AT_EnableRule: case AT_EnableAlwaysRule: case AT_EnableReplicaRule: case AT_DisableRule:
      return enableRule(replay, relation, command);
    case AT_AddInherit: return editTable(replay, relation), inherit(replay, relation, *reinterpret_cast<const RangeVar*>(command.def));
    case AT_DropInherit: return editTable(replay, relation), noInherit(replay, relation, *reinterpret_cast<const RangeVar*>(command.def));
    case AT_AddOf: return becomeTyped(replay, relation, *reinterpret_cast<const TypeName*>(command.def));
    case AT_DropOf: return becomeUntyped(replay, relation);
    case AT_ReplicaIdentity: return setReplicaIdentity(replay, relation, *reinterpret_cast<const ReplicaIdentityStmt*>(command.def));
    case AT_EnableRowSecurity: editTable(replay, relation).rowSecurity = true; return;
    case AT_DisableRowSecurity: editTable(replay, relation).rowSecurity = false; return;
    case AT_ForceRowSecurity: editTable(replay, relation).forceRowSecurity = true; return;
    case AT_NoForceRowSecurity: editTable(replay, relation).forceRowSecurity = false; return;
    case AT_AttachPartition: return attachPartition(replay, relation, *reinterpret_cast<const PartitionCmd*>(command.def));
    case AT_DetachPartition: {
      const auto& partition = *reinterpret_cast<const PartitionCmd*>(command.def);
      detach(replay, relation, *partition.name);
      // DetachAddConstraintIfNeeded: the bound, as a check.
      if (partition.concurrent)
        replay.notModelled(fmt::format("the check that DETACH PARTITION \"{}\" CONCURRENTLY leaves on it", partition.name->relname));
      return;
    }
    case AT_DetachPartitionFinalize: case AT_DropOids: return;
    case AT_GenericOptions: return setForeignOptions(replay, relation, reinterpret_cast<const List*>(command.def));
    default: throw std::logic_error("a subcommand of ALTER TABLE without a handler");
  }
}

// ALTER TABLE | INDEX | MATERIALIZED VIEW ALL IN TABLESPACE a [OWNED BY …] SET TABLESPACE b.
void replay(Replay& replay, const AlterTableMoveAllStmt& statement) {
  const auto plain = [](const char* name) { return std::string_view(name) == "pg_default" ? Name() : Name(name); };
  const Name from = plain(statement.orig_tablespacename), to = plain(statement.new_tablespacename);
  std::vector<Name> owners;
  for (const RoleSpec* role : each<RoleSpec>(statement.roles)) owners.push_back(replay.role(*role));
  const Kind kind = statement.objtype == OBJECT_INDEX ? Kind::Index : statement.objtype == OBJECT_MATVIEW ? Kind::MaterializedView : Kind::Table;
  std::vector<const Object*> moved;
  for (const Object& o : replay.schema.objects()) {
    if (o.dropped || o.kind != kind || o.origin == ir::Origin::BuiltIn) continue;
    if (kind == Kind::Table && o.as<ir::Table>().foreign()) continue;
    const Name in = std::visit([](const auto& data) { if constexpr (requires { data.tablespace; }) return data.tablespace; else return Name(); }, o.data);
    if (in != from) continue;
    if (!owners.empty() && std::find(owners.begin(), owners.end(), ownerOf(kind == Kind::Index ? *o.parent : o)) == owners.end()) continue;
    moved.push_back(&o);
  }
  if (moved.empty()) notCompared(replay, "ALTER … ALL IN TABLESPACE", fmt::format("nothing is in \"{}\"", statement.orig_tablespacename));
  for (const Object* relation : moved) setTablespace(replay, *relation, to);
}

// CLUSTER t USING i rewrites the table, and marks the index (cluster_rel).
void replay(Replay& replay, const ClusterStmt& statement) {
  if (!statement.relation || !statement.indexname) return;
  const Object& relation = replay.relation(*statement.relation);
  clusterOn(replay, relation, indexNamed(replay, relation, statement.indexname));
}

}  // namespace schemac::parser
