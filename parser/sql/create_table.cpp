// CREATE TABLE and CREATE TABLE AS.
#include <fmt/format.h>

#include <algorithm>

#include "parser/sql/foreign_data.h"
#include "parser/sql/like_table.h"
#include "parser/sql/tables.h"
#include "parser/sql/views.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;

namespace {

std::string optionValue(const DefElem& element) { return element.arg ? stringOf(element) : std::string("true"); }

}  // namespace

ir::Options optionsOf(const List* definitions, std::string_view space) {
  ir::Options options;
  for (const DefElem* element : each<DefElem>(definitions))
    if (std::string_view(element->defnamespace ? element->defnamespace : "") == space) options.push_back({element->defname, optionValue(*element)});
  return options;
}

void mergeOptions(ir::Options& options, const List* definitions, std::string_view space, bool reset) {
  for (const ir::Option& option : optionsOf(definitions, space)) {
    std::erase_if(options, [&](const ir::Option& old) { return old.name == option.name; });
    if (!reset) options.push_back(option);
  }
}

const Object& temporarySchema(Replay& replay) {
  if (const Object* known = replay.schema.schema("pg_temp")) return *known;
  Object& made = replay.schema.make(nullptr, "pg_temp", ir::Namespace{});
  made.origin = ir::Origin::BuiltIn;
  return made;
}

void dropTemporary(Replay& replay) {
  if (const Object* home = replay.schema.schema("pg_temp"))
    for (const Object* object : std::vector<Object*>(home->children))
      if (!object->dropped && object->kind != Kind::Owner && object->kind != Kind::Grant) replay.drop(*object, true);
  for (const Object* object : replay.temporary)
    if (!object->dropped) replay.drop(*object, true);
  replay.temporary.clear();
}

namespace {

bool isTemporary(const RangeVar& name) {
  return name.relpersistence == RELPERSISTENCE_TEMP || (name.schemaname && std::string_view(name.schemaname) == "pg_temp");
}

// The schema a table goes to, once its name is free there; null: IF NOT EXISTS, and it does.
const Object* placeOf(Replay& replay, const RangeVar& name, bool ifNotExists) {
  const Object& in = isTemporary(name) ? temporarySchema(replay) : replay.creationSchema(&name);
  if (ifNotExists && replay.schema.relation(in, name.relname)) return nullptr;
  replay.requireFree(ir::Space::Relation, &in, name.relname, name.location, "relation");
  replay.requireFree(ir::Space::Type, &in, name.relname, name.location, "type");
  return &in;
}

Object& makeTable(Replay& replay, const RangeVar& name, const Object& in, ir::Table data) {
  if (name.relpersistence == RELPERSISTENCE_UNLOGGED) data.persistence = ir::Persistence::Unlogged;
  if (data.tablespace.empty() && !data.foreign()) data.tablespace = replay.session.defaultTablespace;
  if (data.accessMethod.empty() && !data.foreign()) data.accessMethod = replay.session.defaultAccessMethod;
  if (data.accessMethod == "heap") data.accessMethod = {};
  if (data.tablespace == "pg_default") data.tablespace = {};
  data.replicaIdentity = "default";
  Object& table = replay.make(&in, name.relname, std::move(data));
  if (isTemporary(name)) replay.temporary.push_back(&table);
  return table;
}

// What is made for a temporary table is PostgreSQL's business alone, as the table is.
void hide(Object& object) {
  object.origin = ir::Origin::BuiltIn;
  for (Object* child : object.children) hide(*child);
}

void columnsOfType(Replay& replay, const Object& table, const TypeName& written) {
  const ir::TypeRef type = replay.type(written);
  if (type.type->kind != Kind::Composite) throwWrongKind(replay, written.location, fmt::format("type {} is not a composite type", type.type->name.str()));
  replay.schema.edit<ir::Table>(table).ofType = type.type;
  for (const Object* attribute : ir::columnsOf(*type.type)) {
    Object& made = replay.make(&table, attribute->name, copyOfColumn(attribute->as<ir::Column>()));
    made.derivedFrom = attribute;
    made.leadingComment = {};
  }
}

void takeParents(Replay& replay, Object& table, const CreateStmt& statement) {
  for (const RangeVar* written : each<RangeVar>(statement.inhRelations)) {
    const Object& parent = replay.relation(*written);
    if (parent.kind != Kind::Table) throwWrongKind(replay, written->location, fmt::format("inherited relation \"{}\" is not a table", parent.name.str()));
    const bool partitioned = parent.as<ir::Table>().partitioned();
    if (partitioned && !statement.partbound)
      throwInvalid(replay, written->location, fmt::format("cannot inherit from partitioned table \"{}\"", parent.name.str()));
    if (!partitioned && statement.partbound) throwInvalid(replay, written->location, fmt::format("\"{}\" is not partitioned", parent.name.str()));
    replay.schema.edit<ir::Table>(table).parents.emplace_back(parent);
    inheritColumns(replay, parent, table);
    inheritChecks(replay, parent, table);
    if (statement.partbound) replay.schema.edit<ir::Table>(table).bound = partitionBound(replay, parent, *statement.partbound);
  }
}

}  // namespace

namespace {

void createTable(Replay& replay, const CreateStmt& statement, const CreateForeignTableStmt* foreign) {
  const Object* in = placeOf(replay, *statement.relation, statement.if_not_exists);
  if (!in) return;
  ir::Table data;
  data.options = optionsOf(statement.options);
  data.toastOptions = optionsOf(statement.options, "toast");
  // WITH (OIDS = FALSE) is still read, and means nothing.
  std::erase_if(data.options, [](const ir::Option& option) { return option.name == "oids"; });
  if (statement.tablespacename) data.tablespace = statement.tablespacename;
  if (statement.accessMethod) data.accessMethod = statement.accessMethod;
  if (foreign) {
    data.server = serverNamed(replay, foreign->servername);
    applyForeignOptions(replay, data.foreignOptions, foreign->options);
  }
  Object& table = makeTable(replay, *statement.relation, *in, std::move(data));

  Pending pending;
  std::vector<LikeClause> likes;
  takeParents(replay, table, statement);
  if (statement.ofTypename) columnsOfType(replay, table, *statement.ofTypename);
  std::vector<::Constraint*> constraints;
  for (Node* element : each<Node>(statement.tableElts)) {
    if (const auto* column = as<ColumnDef>(element, T_ColumnDef)) addColumn(replay, table, *column, pending);
    else if (const auto* like = as<TableLikeClause>(element, T_TableLikeClause)) likes.push_back(likeColumns(replay, table, *like, pending));
    else if (auto* constraint = as<::Constraint>(element, T_Constraint)) constraints.push_back(constraint);
  }
  // Columns may be named before they are defined, so constraints come when all are there; checks keep the order written.
  for (::Constraint* constraint : constraints) takeTableConstraint(replay, table, *constraint, pending);
  std::stable_sort(pending.checks.begin(), pending.checks.end(), [](const auto& a, const auto& b) { return a.node->location < b.node->location; });
  std::stable_sort(pending.keys.begin(), pending.keys.end(), [](const auto& a, const auto& b) { return a.node->location < b.node->location; });
  if (!table.as<ir::Table>().toastOptions.empty() && !needsToast(replay.schema, table)) replay.schema.edit<ir::Table>(table).toastOptions.clear();
  if (foreign && foreign->base.partspec) throwInvalid(replay, -1, "cannot create a partitioned foreign table");
  if (foreign) requireForeign(replay, pending);
  if (statement.partspec) readPartitionKey(replay, table, *statement.partspec);
  if (statement.partbound) inheritFromPartitioned(replay, *table.as<ir::Table>().parents[0], table);
  makeValues(replay, table, pending);
  makeConstraints(replay, table, pending, true);
  for (const LikeClause& like : likes) likeParts(replay, table, like);
  if (isTemporary(*statement.relation)) {
    if (statement.oncommit == ONCOMMIT_DROP && replay.inTransaction()) replay.dropOnCommit.push_back(&table);
    makeForeignKeys(replay, table, pending, true);
    return hide(table);
  }
  replay.giveDefaults(table);
  if (statement.partbound)  // indexes of the parent that waited for this one
    for (const Object* index : ir::childrenOf(*table.as<ir::Table>().parents[0], Kind::Index)) markComplete(replay, *index);
  makeForeignKeys(replay, table, pending, true);
}

}  // namespace

void replay(Replay& replay, const CreateStmt& statement) { createTable(replay, statement, nullptr); }
void replay(Replay& replay, const CreateForeignTableStmt& statement) { createTable(replay, statement.base, &statement); }

void replay(Replay& replay, const CreateTableAsStmt& statement) {
  if (statement.objtype == OBJECT_MATVIEW) return createMaterializedView(replay, statement);
  const IntoClause& into = *statement.into;
  const Object* in = placeOf(replay, *into.rel, statement.if_not_exists);
  if (!in) return;
  const auto prepared = nodeTag(statement.query) != T_ExecuteStmt ? replay.prepared.end()
                                                                  : replay.prepared.find(reinterpret_cast<const ExecuteStmt*>(statement.query)->name);
  const bool executes = nodeTag(statement.query) == T_ExecuteStmt;
  if (executes && (prepared == replay.prepared.end() || prepared->second.text != replay.text.data()))
    return replay.notModelled("CREATE TABLE AS EXECUTE", "what was prepared is not known");
  const Slices slices = slicesOf(replay);
  // The query runs from AS (outside the column list) to WITH [NO] DATA; a query cannot end with these words itself.
  const std::size_t after = slices.at(static_cast<std::uint32_t>(into.rel->location));
  const std::size_t as = slices.end(after, {"as"});
  std::size_t last = slices.size();
  while (last > 0 && slices.is(last - 1, ";")) --last;
  if (last > 2 && slices.is(last - 1, "data")) last -= slices.is(last - 2, "no") ? 3 : 2;
  // SELECT … INTO: the query is the statement, and nothing of its text is kept.
  const Span span = statement.is_select_into ? slices.span(0, slices.size()) : slices.bare(as + 1, last);
  BindScope parameters;
  if (executes)
    for (const ir::TypeRef& type : prepared->second.parameters) parameters.variables.push_back({Name(), type});
  BoundQuery query = executes ? replay.query(prepared->second.query, prepared->second.begin, prepared->second.end, parameters)
                              : replay.query(statement.query, span.begin, span.end);
  ir::Table data;
  data.options = optionsOf(into.options);
  data.toastOptions = optionsOf(into.options, "toast");
  if (into.tableSpaceName) data.tablespace = into.tableSpaceName;
  if (into.accessMethod) data.accessMethod = into.accessMethod;
  std::size_t i = 0;
  for (const Node* name : each<Node>(into.colNames)) {
    if (i < query.columns.size()) query.columns[i].name = stringOf(name);
    else if (query.columnsKnown) throwInvalid(replay, into.rel->location, "too many column names were specified");
    ++i;
  }
  const bool known = query.columnsKnown && std::all_of(query.columns.begin(), query.columns.end(), [](const auto& column) {
    return static_cast<bool>(column.type);
  });
  if (!known && !isTemporary(*into.rel)) return replay.notModelled("CREATE TABLE AS", "the type of a column is not known");
  Object& table = makeTable(replay, *into.rel, *in, std::move(data));
  for (const OutputColumn& column : query.columns) {
    ir::Column made;
    made.type = column.type ? column.type : ir::TypeRef{replay.schema.builtinType("text"), {}};
    if (column.type && !column.collation.empty() && column.collation != typeCollation(replay.schema, column.type)) made.collation = column.collation;
    replay.make(&table, column.name, std::move(made)).leadingComment = {};
  }
  if (isTemporary(*into.rel) && into.onCommit == ONCOMMIT_DROP && replay.inTransaction()) replay.dropOnCommit.push_back(&table);
  if (isTemporary(*into.rel)) return hide(table);
  replay.giveDefaults(table);
}

}  // namespace schemac::parser
