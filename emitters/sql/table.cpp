#include <algorithm>

#include "emitters/sql/constraint_text.h"
#include "emitters/sql/foreign_text.h"
#include "emitters/sql/statements.h"
#include "emitters/sql/table_text.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::Table;
using ir::Verb;

std::string replicaIdentity(const Table& table) {
  if (table.replicaIdentity == "index" && table.replicaIdentityIndex)
    return "replica identity using index " + ir::quoteIdentifier(table.replicaIdentityIndex->name);
  return "replica identity " + (table.replicaIdentity.empty() ? std::string("default") : table.replicaIdentity.str());
}

// information_schema's rows of the options of a foreign table, and of one of its columns.
std::string optionRows(const Object& table) {
  return "information_schema.foreign_table_options where foreign_table_schema = " + literal(table.parent->name) + " and foreign_table_name = " +
         literal(table.name);
}

// The table of a pgmq queue is made by the extension, with what comes with it; q_x is the queue x.
bool isQueue(const Object& object) { return object.parent && object.parent->name == "pgmq" && object.name.view().starts_with("q_"); }
std::string queueCall(std::string_view function, const Object& object) {
  return "select pgmq." + std::string(function) + "(" + literal(object.name.view().substr(2)) + ")";
}

void create(Emission& e, const Object& object, const Table& table, bool attachedLater) {
  printable(e, object, table.foreignOptions);  // says what is missing
  for (const Object* column : e.folded(ir::Kind::Column)) printable(e, *column, column->as<ir::Column>().foreignOptions);
  if (!table.foreign() && e.rollback() && e.inFrom(object) == nullptr) e.out.note("LOST: the rows that " + ir::displayName(object) + " had do not come back");
  if (isQueue(object)) e.out.statement(queueCall(table.persistence == ir::Persistence::Unlogged ? "create_unlogged" : "create", object));
  else e.out.statement(createTable(e, object, attachedLater));
  const std::string target = alterTarget(object);
  if (table.rowSecurity) e.out.statement(target + " enable row level security");
  if (table.forceRowSecurity) e.out.statement(target + " force row level security");
  for (const Object* column : e.folded(ir::Kind::Column))
    for (std::string& action : columnSettings(*column)) e.out.action(target, std::move(action));
  // Neither CREATE TABLE … INHERITS nor LIKE has words for a column that comes from a parent.
  if ((!table.partition() && !table.parents.empty()) || attachedLater) {
    for (const Object* column : ir::childrenOf(object, ir::Kind::Column)) {
      const std::string head = "alter column " + ir::quoteIdentifier(column->name) + " set ";
      const Object* constraint = ir::notNullOf(*column);
      if (stricter(*column) && (attachedLater || !constraint)) e.out.action(target, needsName(e, constraint) ? addNotNull(*constraint) : head + "not null");
      if (!column->derivedFrom) continue;
      if (const Object* value = e.foldedChild(*column, ir::Kind::Default)) e.out.action(target, head + "default " + sql(value->as<ir::Default>().value));
    }
  }
  // Nor has PARTITION OF for a column's options.
  if (table.foreign())
    for (const Object* column : ir::childrenOf(object, ir::Kind::Column))
      if (column->derivedFrom) alterColumnOptions(e, *column, {}, column->as<ir::Column>().foreignOptions);
  if (!table.replicaIdentity.empty() && table.replicaIdentity != "default" && table.replicaIdentity != "index")
    e.out.statement(target + " " + replicaIdentity(table));
}

void attach(Emission& e, const Object& object, const Table& table) {
  const Object& whole = *table.parents.front();
  e.out.guarded("not exists (select from pg_inherits where inhrelid = " + regclass(object) + " and inhparent = " + regclass(whole) + ")",
                "alter table " + ir::qualifiedName(whole) + " attach partition " + ir::qualifiedName(object) + " " + partitionBound(*table.bound));
}

void detach(Emission& e, const Object& object, const Table& before) {
  const Object& whole = *before.parents.front();
  e.out.guarded("exists (select from pg_inherits where inhrelid = " + toRegclass(object) + " and inhparent = " + toRegclass(whole) + ")",
                "alter table " + ir::qualifiedName(whole) + " detach partition " + ir::qualifiedName(object));
}

// Parents and bound: INHERIT and NO INHERIT, or ATTACH and DETACH where one side is a partition.
void inheritance(Emission& e, const Object& object, const Table& before, const Table& after) {
  if (before.partition()) detach(e, object, before);
  if (after.partition()) return attach(e, object, after);
  const auto has = [](const Table& table, const ir::Ref& parent) {
    return !table.partition() && std::find(table.parents.begin(), table.parents.end(), parent) != table.parents.end();
  };
  const auto act = [&](const ir::Ref& parent, bool inherit) {
    e.out.guarded(std::string(inherit ? "not " : "") + "exists (select from pg_inherits where inhrelid = " + regclass(object) +
                      " and inhparent = " + (inherit ? regclass(*parent) : toRegclass(*parent)) + ")",
                  alterTarget(object) + (inherit ? " inherit " : " no inherit ") + ir::qualifiedName(*parent));
  };
  if (!before.partition())
    for (const ir::Ref& parent : before.parents)
      if (!has(after, parent)) act(parent, false);
  for (const ir::Ref& parent : after.parents)
    if (!has(before, parent)) act(parent, true);
}

void alter(Emission& e, const ir::Operation& op, const Table& before, const Table& after) {
  const Object& object = *op.after;
  const std::string target = alterTarget(object);
  const auto statement = [&](const std::string& action) { e.out.statement(target + " " + action); };
  const auto changes = [&](std::string_view field) {
    return std::any_of(op.changes.begin(), op.changes.end(), [&](const ir::FieldChange& c) { return c.field == field; });
  };
  if (op.before == op.after && changes("partition bound")) return attach(e, object, after);
  if (changes("parents") || changes("partition bound")) inheritance(e, object, before, after);
  for (const ir::FieldChange& change : op.changes) {
    const std::string_view field = change.field;
    if (field == "persistence") statement(after.persistence == ir::Persistence::Unlogged ? "set unlogged" : "set logged");
    if (field == "of type") statement(after.ofType ? "of " + ir::qualifiedName(*after.ofType) : "not of");
    if (field == "options")
      for (const std::string& action : optionActions(before.options, after.options)) statement(action);
    if (field == "toast options")
      for (const std::string& action : optionActions(before.toastOptions, after.toastOptions, "toast.")) statement(action);
    if (field == "tablespace") statement("set tablespace " + (after.tablespace.empty() ? "pg_default" : ir::quoteIdentifier(after.tablespace)));
    if (field == "access method") statement("set access method " + (after.accessMethod.empty() ? "heap" : ir::quoteIdentifier(after.accessMethod)));
    if (field == "row security") statement(after.rowSecurity ? "enable row level security" : "disable row level security");
    if (field == "force row security") statement(after.forceRowSecurity ? "force row level security" : "no force row level security");
    if (field == "foreign options") alterForeignOptions(e, target, object, before.foreignOptions, after.foreignOptions, optionRows(object));
    if (field == "cluster index")
      statement(after.clusterIndex ? "cluster on " + ir::quoteIdentifier(after.clusterIndex->name) : "set without cluster");
  }
  if (changes("replica identity") || changes("replica identity index")) statement(replicaIdentity(after));
}

// What tells the old table from the new one when a recreated table's file runs again: without it the new rows would be dropped.
Condition stillOld(const Object& object, const Table& before, const Table& after) {
  const std::string relation = toRegclass(object);
  const auto relkind = [](const Table& t) { return t.foreign() ? "f" : t.partitioned() ? "p" : "r"; };
  if (relkind(before) != std::string(relkind(after)))
    return "exists (select from pg_class where oid = " + relation + " and relkind = '" + relkind(before) + "')";
  if (before.foreign() && before.server->name != after.server->name)
    return "exists (select from information_schema.foreign_tables where foreign_table_schema = " + literal(object.parent->name) +
           " and foreign_table_name = " + literal(object.name) + " and foreign_server_name = " + literal(before.server->name) + ")";
  const bool plainKey = std::all_of(after.partitionKey.begin(), after.partitionKey.end(), [](const ir::PartitionElement& p) {
    return p.column && p.collation.empty() && p.opclass.empty();
  });
  if (after.partitioned() && plainKey) {
    std::vector<std::string> columns;
    for (const ir::PartitionElement& p : after.partitionKey) columns.push_back(ir::quoteIdentifier(p.column->name));
    std::string strategy = after.partitionStrategy.str();
    std::transform(strategy.begin(), strategy.end(), strategy.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return "pg_get_partkeydef(" + relation + ") <> " + literal(strategy + " (" + join(columns, ", ") + ")");
  }
  if (static_cast<bool>(before.ofType) != static_cast<bool>(after.ofType))
    return "exists (select from pg_class where oid = " + relation + " and reloftype " + (after.ofType ? "=" : "<>") + " '0')";
  return {};
}

void drop(Emission& e, const ir::Operation& op, const Table& before) {
  const Object& object = *op.before;
  if (e.rollback() && !before.foreign()) e.out.note("LOST: the rows of " + ir::displayName(object));
  if (isQueue(object)) return e.out.statement(queueCall("drop_queue", object));
  if (before.partition() && e.isReferenced(*before.parents.front())) detach(e, object, before);
  const std::string statement = std::string("drop ") + (before.foreign() ? "foreign " : "") + "table if exists " + ir::qualifiedName(object);
  if (op.rebuild)
    if (const Object* now = e.inTo(object); now && now->kind == ir::Kind::Table)
      if (const Condition old = stillOld(object, before, now->as<Table>()); !old.empty()) return e.out.guarded(old, statement);
  emitDrop(e, object, statement);
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Table* before, const Table* after) {
  switch (op.verb) {
    case Verb::Create: return create(e, *op.after, *after, op.attachedLater);
    case Verb::Alter: return alter(e, op, before ? *before : *after, *after);
    case Verb::Rename: return emitRename(e, op, std::string("alter ") + (after->foreign() ? "foreign table" : "table"));
    case Verb::Drop: return drop(e, op, *before);
  }
}

}  // namespace schemac::emitters
