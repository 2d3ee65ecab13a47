#include "emitters/sql/statements.h"
#include "emitters/sql/view_text.h"

namespace schemac::emitters {

using ir::Verb;

std::string viewColumns(const ir::Object& view) {
  std::vector<std::string> names;
  for (const ir::Object* column : ir::columnsOf(view)) names.push_back(ir::quoteIdentifier(column->name));
  return names.empty() ? "" : " (" + join(names, ", ") + ")";
}

namespace {

std::string create(const ir::Object& object, const ir::View& view) {
  std::string text = "create or replace view " + ir::qualifiedName(object);
  if (view.columnsNamed) text += viewColumns(object);
  // CREATE OR REPLACE puts the options that are written in the place of those that are there.
  if (!view.options.empty()) text += " with (" + optionList(view.options) + ")";
  return text + " as\n  " + ir::render(view.query);
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const ir::View* before, const ir::View* after) {
  switch (op.verb) {
    case Verb::Create: return e.out.statement(create(*op.after, *after));
    case Verb::Alter:
      if (op.changes.size() == 1 && op.changes[0].field == "options") {
        for (const std::string& action : optionActions(before->options, after->options)) e.out.statement(alterTarget(*op.after) + " " + action);
        return;
      }
      return e.out.statement(create(*op.after, *after));
    case Verb::Rename: return emitRename(e, op, "alter view");
    case Verb::Drop: return emitDrop(e, *op.before, "drop view if exists " + ir::qualifiedName(*op.before));
  }
}

}  // namespace schemac::emitters
