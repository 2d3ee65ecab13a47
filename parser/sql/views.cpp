#include "parser/sql/views.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"
#include "parser/sql/lookup.h"
#include "parser/sql/slices.h"
#include "parser/sql/tables.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;

// After AS, to the end without WITH [LOCAL | CASCADED] CHECK OPTION.
Span viewSpan(const Slices& slices, const RangeVar& name, bool checkOption) {
  const std::size_t as = slices.end(slices.at(static_cast<std::uint32_t>(name.location)), {"as"});
  std::size_t last = slices.size();
  if (checkOption)
    for (--last; last > as && !slices.is(last, "with");) --last;
  return slices.bare(as + 1, last);
}

// After AS, to the end without WITH [NO] DATA.
Span materializedSpan(const Slices& slices, const RangeVar& name) {
  const std::size_t as = slices.end(slices.at(static_cast<std::uint32_t>(name.location)), {"as"});
  std::size_t last = slices.size();
  if (slices.is(last - 1, "data")) {
    if (slices.is(last - 2, "with")) last -= 2;
    else if (slices.is(last - 2, "no") && slices.is(last - 3, "with")) last -= 3;
  }
  return slices.bare(as + 1, last);
}

// CREATE RECURSIVE VIEW v (a, b) AS query: the server stores WITH RECURSIVE v (a, b) AS (query) SELECT a, b FROM v (makeRecursiveViewSelect).
// That text is nowhere in the source, so it is made, parsed and bound on its own.
BoundQuery recursiveQuery(Replay& replay, const ViewStmt& statement, std::string_view written) {
  std::string columns;
  for (const Node* alias : each<Node>(statement.aliases)) columns += (columns.empty() ? "" : ", ") + ir::quoteIdentifier(stringOf(alias));
  const std::string name = ir::quoteIdentifier(statement.view->relname);
  const std::string text = fmt::format("WITH RECURSIVE {} ({}) AS ({}) SELECT {} FROM {}", name, columns, written, columns, name);
  ParseMemory memory;
  const ParsedText parsed = parseQuery(text, memory);
  if (!parsed.node) throwInvalid(replay, -1, parsed.error);
  const Names names = replay.names();
  Slice slice;
  slice.text = text;
  slice.end = static_cast<std::uint32_t>(text.size());
  BoundQuery bound = bindQuery(parsed.node, slice, {}, names);
  for (const UnresolvedName& unresolved : bound.unresolved)
    if (unresolved.certain) throwUndefined(replay, -1, unresolved.message, unresolved.hint);
  bound.expression.location = replay.at(-1);
  return bound;
}

bool isRecursive(const Slices& slices, const RangeVar& name) {
  const std::size_t place = slices.at(static_cast<std::uint32_t>(name.location));
  const std::size_t recursive = slices.next("recursive", 0);
  return recursive < place;
}

// Columns of the query under the names that were written in front of AS.
std::vector<OutputColumn> namedColumns(Replay& replay, std::vector<OutputColumn> columns, bool known, const List* aliases) {
  std::size_t i = 0;
  for (const Node* alias : each<Node>(aliases)) {
    if (i < columns.size()) columns[i].name = stringOf(alias);
    else if (!known) columns.push_back({stringOf(alias), {}, {}});
    else throwInvalid(replay, -1, "CREATE VIEW specifies more column names than columns");
    ++i;
  }
  for (auto column = columns.begin(); column != columns.end(); ++column) {
    const bool twice = std::any_of(columns.begin(), column, [&](const OutputColumn& other) { return other.name == column->name; });
    if (!twice) continue;
    ReplayError error(ir::Code::Duplicate, replay.at(-1), fmt::format("column \"{}\" specified more than once", column->name.view()));
    error.sqlState = "42701";
    throw error;
  }
  return columns;
}

void makeColumn(Replay& replay, const Object& view, const OutputColumn& output) {
  ir::Column column;
  column.type = output.type;
  column.collation = output.collation;
  replay.make(&view, output.name, std::move(column)).derivedFrom = &view;
}

// CREATE OR REPLACE may add columns at the end and change nothing else about them (checkViewColumns).
void replaceColumns(Replay& replay, const Object& view, const std::vector<OutputColumn>& columns, bool known) {
  const auto old = ir::columnsOf(view);
  if (known && columns.size() < old.size()) throwInvalid(replay, -1, "cannot drop columns from view");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i >= old.size()) {
      makeColumn(replay, view, columns[i]);
      continue;
    }
    const ir::TypeRef& before = old[i]->as<ir::Column>().type;
    if (old[i]->name != columns[i].name)
      throwInvalid(replay, -1, fmt::format("cannot change name of view column \"{}\" to \"{}\"", old[i]->name.view(), columns[i].name.view()),
                   "Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.");
    if (before && columns[i].type && !(before == columns[i].type))
      throwInvalid(replay, -1, fmt::format("cannot change data type of view column \"{}\" from {} to {}", old[i]->name.view(),
                                           ir::formatType(before), ir::formatType(columns[i].type)));
    if (!before && columns[i].type) replay.schema.edit<ir::Column>(*old[i]).type = columns[i].type;
  }
}

// A view over a temporary table is temporary, whatever was written.
bool readsTemporary(const ir::Expression& query) {
  return std::any_of(query.bindings.begin(), query.bindings.end(), [](const ir::Binding& binding) {
    const Object* home = binding.target ? ir::namespaceOf(*binding.target) : nullptr;
    return home && home->name == "pg_temp";
  });
}

void requireRelationFree(Replay& replay, const Object& schema, const RangeVar& name) {
  replay.requireFree(ir::Space::Relation, &schema, name.relname, name.location, "relation");
  replay.requireFree(ir::Space::Type, &schema, name.relname, name.location, "type");
}

}  // namespace

void replaceViewQuery(Replay& replay, const Object& view, BoundQuery query) {
  // Its columns keep their names, whatever the query calls them.
  const auto old = ir::columnsOf(view);
  bool renamed = false;
  for (std::size_t i = 0; i < query.columns.size() && i < old.size(); ++i) {
    renamed = renamed || query.columns[i].name != old[i]->name;
    query.columns[i].name = old[i]->name;
  }
  replaceColumns(replay, view, query.columns, query.columnsKnown);
  ir::View& data = replay.schema.edit<ir::View>(view);
  data.query = std::move(query.expression);
  data.columnsNamed = renamed;
}

void replay(Replay& replay, const ViewStmt& statement) {
  const RangeVar& name = *statement.view;
  const Slices slices(replay.text, replay.tokens());
  const bool checkOption = statement.withCheckOption != NO_CHECK_OPTION;
  const Span span = viewSpan(slices, name, checkOption);
  BoundQuery query = isRecursive(slices, name) ? recursiveQuery(replay, statement, slices.textOf(span))
                                               : replay.query(statement.query, span.begin, span.end);
  const auto columns = namedColumns(replay, std::move(query.columns), query.columnsKnown, statement.aliases);
  ir::View data;
  data.query = std::move(query.expression);
  data.options = optionsOf(statement.options);
  if (checkOption) data.options.push_back({"check_option", statement.withCheckOption == LOCAL_CHECK_OPTION ? "local" : "cascaded"});
  data.columnsNamed = statement.aliases != nullptr;

  const bool temporary = name.relpersistence == RELPERSISTENCE_TEMP || readsTemporary(data.query);
  const Object& schema = temporary ? temporarySchema(replay) : replay.creationSchema(&name);
  const Object* old = statement.replace ? replay.schema.relation(schema, name.relname) : nullptr;
  if (old) {
    if (old->kind != Kind::View) throwWrongKind(replay, name.location, fmt::format("\"{}\" is not a view", name.relname));
    replaceColumns(replay, *old, columns, query.columnsKnown);
    Object& view = replay.schema.edit(*old);
    view.data = std::move(data);
    view.location = replay.at(name.location);
    view.leadingComment = replay.statement.leadingComment;
    return;
  }
  requireRelationFree(replay, schema, name);
  Object& view = replay.make(&schema, name.relname, std::move(data), name.location);
  for (const OutputColumn& column : columns) makeColumn(replay, view, column);
  if (!temporary) return replay.giveDefaults(view);
  replay.temporary.push_back(&view);
  view.origin = ir::Origin::BuiltIn;
  for (Object* column : view.children) column->origin = ir::Origin::BuiltIn;
}

void createMaterializedView(Replay& replay, const CreateTableAsStmt& statement) {
  const IntoClause& into = *statement.into;
  const RangeVar& name = *into.rel;
  const Object& schema = replay.creationSchema(&name);
  if (statement.if_not_exists && replay.schema.relation(schema, name.relname)) return;
  requireRelationFree(replay, schema, name);
  const Slices slices(replay.text, replay.tokens());
  const Span span = materializedSpan(slices, name);
  BoundQuery query = replay.query(statement.query, span.begin, span.end);
  const auto columns = namedColumns(replay, std::move(query.columns), query.columnsKnown, into.colNames);
  ir::MaterializedView data;
  data.query = std::move(query.expression);
  data.options = optionsOf(into.options);
  data.tablespace = into.tableSpaceName ? Name(into.tableSpaceName) : replay.session.defaultTablespace;
  data.accessMethod = into.accessMethod ? Name(into.accessMethod) : replay.session.defaultAccessMethod;
  if (data.accessMethod == "heap") data.accessMethod = Name();
  data.populated = !into.skipData;
  data.columnsNamed = into.colNames != nullptr;
  const Object& view = replay.make(&schema, name.relname, std::move(data), name.location);
  for (const OutputColumn& column : columns) makeColumn(replay, view, column);
  replay.giveDefaults(view);
}

}  // namespace schemac::parser
