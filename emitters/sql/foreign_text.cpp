#include "emitters/sql/foreign_text.h"

#include <algorithm>

#include "ir/secrets.h"

namespace schemac::emitters {

ir::Options printable(Emission& e, const ir::Object& object, const ir::Options& options) {
  if (!isFromServer(object)) return options;
  for (const ir::Option& option : options)
    if (ir::isSecret(option.name))
      e.out.note("INCOMPLETE: option " + option.name.str() + " of " + ir::describe(object) + " was read from a server: write it in the place of " +
                 std::string(ir::kSecret));
  return ir::masked(options);
}

std::string optionsClause(const ir::Options& options) {
  std::vector<std::string> parts;
  for (const ir::Option& option : options) parts.push_back(ir::quoteIdentifier(option.name) + " " + literal(option.value));
  return parts.empty() ? "" : "options (" + join(parts, ", ") + ")";
}

ForeignOptionsChange foreignOptionsChange(const ir::Options& before, const ir::Options& after, const std::string& rows) {
  const OptionChange change = optionChange(before, after);
  std::vector<std::string> parts;
  ForeignOptionsChange result;
  const auto there = [&](std::string_view name) { return "exists (select from " + rows + " and option_name = " + literal(name) + ")"; };
  for (const ir::Option& option : change.set) {
    const bool old = std::any_of(before.begin(), before.end(), [&](const ir::Option& o) { return o.name == option.name; });
    parts.push_back((old ? "set " : "add ") + ir::quoteIdentifier(option.name) + " " + literal(option.value));
    if (!old && result.when.empty()) result.when = "not " + there(option.name);
  }
  for (const std::string& name : change.reset) {
    parts.push_back("drop " + ir::quoteIdentifier(name));
    if (result.when.empty()) result.when = there(name);
  }
  if (!parts.empty()) result.clause = "options (" + join(parts, ", ") + ")";
  return result;
}

void alterForeignOptions(Emission& e, const std::string& head, const ir::Object& object, const ir::Options& before, const ir::Options& after,
                         const std::string& rows) {
  // Only what changes is printed, and noted.
  ir::Options changed;
  const OptionChange change = optionChange(before, after);
  for (const ir::Option& option : change.set) changed.push_back(option);
  const ir::Options shown = printable(e, object, changed);
  ir::Options end = after;
  for (ir::Option& option : end)
    for (const ir::Option& value : shown)
      if (value.name == option.name) option.value = value.value;
  const ForeignOptionsChange text = foreignOptionsChange(before, end, rows);
  if (text.clause.empty()) return;
  if (text.when.empty()) e.out.statement(head + " " + text.clause);
  else e.out.guarded(text.when, head + " " + text.clause);
}

void alterColumnOptions(Emission& e, const ir::Object& column, const ir::Options& before, const ir::Options& after) {
  const ir::Object& table = *column.parent;
  alterForeignOptions(e, alterTarget(table) + " alter column " + ir::quoteIdentifier(column.name), column, before, after,
                      "information_schema.column_options where table_schema = " + literal(table.parent->name) + " and table_name = " +
                          literal(table.name) + " and column_name = " + literal(column.name));
}

}  // namespace schemac::emitters
