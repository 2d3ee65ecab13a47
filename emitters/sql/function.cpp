#include <fmt/format.h>

#include <algorithm>

#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Argument;
using ir::ArgumentMode;
using ir::Function;
using ir::Routine;
using ir::Verb;

std::string argument(const Argument& a) {
  std::string out;
  switch (a.mode) {
    case ArgumentMode::Out: out = "out "; break;
    case ArgumentMode::InOut: out = "inout "; break;
    case ArgumentMode::Variadic: out = "variadic "; break;
    default: break;
  }
  if (!a.name.empty()) out += ir::quoteIdentifier(a.name) + " ";
  out += typeName(a.type);
  if (a.defaultValue) out += " default " + sql(*a.defaultValue);
  return out;
}

std::string head(const ir::Object& object, const Function& f) {
  std::vector<std::string> arguments, table;
  bool out = false;
  for (const Argument& a : f.arguments) {
    out = out || a.mode == ArgumentMode::Out || a.mode == ArgumentMode::InOut;
    (a.mode == ArgumentMode::Table ? table : arguments).push_back(argument(a));
  }
  std::string list = join(arguments, ", ");
  if (list.size() > 90) list = "\n  " + join(arguments, ",\n  ") + "\n";
  std::string text = std::string("create or replace ") + (f.routine == Routine::Procedure ? "procedure " : "function ") +
                     ir::qualifiedName(object) + "(" + list + ")";
  if (f.routine == Routine::Procedure) return text;
  if (!table.empty()) return text + " returns table (" + join(table, ", ") + ")";
  if (!f.result || (out && !f.result.setOf)) return text;
  return text + " returns " + (f.result.setOf ? "setof " : "") + typeName(f.result);
}

std::string clauses(const Function& f) {
  std::string text = "language " + ir::quoteIdentifier(f.language.view());
  const auto add = [&](std::string_view word) { text += " " + std::string(word); };
  if (f.routine == Routine::Window) add("window");
  if (f.volatility != "volatile" && f.routine != Routine::Procedure) add(f.volatility);
  if (f.leakproof) add("leakproof");
  if (f.strict) add("strict");
  if (f.securityDefiner) add("security definer");
  if (f.parallel != "unsafe" && f.routine != Routine::Procedure) add("parallel " + f.parallel.str());
  if (f.cost) add(fmt::format("cost {}", *f.cost));
  if (f.rows) add(fmt::format("rows {}", *f.rows));
  if (f.support) add("support " + ir::qualifiedName(*f.support));
  for (const ir::Option& setting : f.settings) add(settingClause(setting));
  return text;
}

std::string create(const ir::Object& object, const Function& f) {
  const std::string text = head(object, f) + "\n  " + clauses(f) + "\n";
  if (f.sqlBody) return text + "  " + sql(*f.sqlBody);
  if (f.language == "c") return text + "  as " + literal(f.body) + (f.link.empty() ? "" : ", " + literal(f.link));
  return text + "  as " + dollarQuoted(f.body, f.routine == Routine::Procedure ? "procedure" : "function");
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Function* before, const Function* after) {
  const auto word = [](const Function& f) { return std::string(f.routine == Routine::Procedure ? "procedure" : "function"); };
  switch (op.verb) {
    case Verb::Create: case Verb::Alter: return e.out.statement(create(*op.after, *after));
    case Verb::Rename: return emitRename(e, op, "alter " + word(*after));
    case Verb::Drop: return emitDrop(e, *op.before, "drop " + word(*before) + " if exists " + ir::displayName(*op.before));
  }
}

}  // namespace schemac::emitters
