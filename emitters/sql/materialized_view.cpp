#include "emitters/sql/statements.h"
#include "emitters/sql/view_text.h"

namespace schemac::emitters {
namespace {

using ir::MaterializedView;
using ir::Verb;

std::string create(const ir::Object& object, const MaterializedView& view) {
  std::string text = "create materialized view if not exists " + ir::qualifiedName(object);
  if (view.columnsNamed) text += viewColumns(object);
  if (!view.accessMethod.empty()) text += " using " + ir::quoteIdentifier(view.accessMethod);
  if (!view.options.empty()) text += " with (" + optionList(view.options) + ")";
  if (!view.tablespace.empty()) text += " tablespace " + ir::quoteIdentifier(view.tablespace);
  return text + " as\n  " + (view.populated ? ir::render(view.query) : sql(view.query) + "\n  with no data");
}

void alter(Emission& e, const ir::Operation& op, const MaterializedView& before, const MaterializedView& after) {
  const std::string target = alterTarget(*op.after);
  for (const ir::FieldChange& change : op.changes) {
    const std::string_view field = change.field;
    if (field == "query") {
      e.out.statement("drop materialized view if exists " + ir::qualifiedName(*op.after));
      return e.out.statement(create(*op.after, after));
    }
    if (field == "options")
      for (const std::string& action : optionActions(before.options, after.options)) e.out.statement(target + " " + action);
    if (field == "tablespace")
      e.out.statement(target + " set tablespace " + (after.tablespace.empty() ? "pg_default" : ir::quoteIdentifier(after.tablespace)));
    if (field == "access method")
      e.out.statement(target + " set access method " + (after.accessMethod.empty() ? "heap" : ir::quoteIdentifier(after.accessMethod)));
    if (field == "cluster index")
      e.out.statement(target + (after.clusterIndex ? " cluster on " + ir::quoteIdentifier(after.clusterIndex->name) : " set without cluster"));
  }
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const MaterializedView* before, const MaterializedView* after) {
  switch (op.verb) {
    case Verb::Create: return e.out.statement(create(*op.after, *after));
    case Verb::Alter: return alter(e, op, before ? *before : *after, *after);
    case Verb::Rename: return emitRename(e, op, "alter materialized view");
    case Verb::Drop: return emitDrop(e, *op.before, "drop materialized view if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
