#include <fmt/format.h>

#include "emitters/sql/statements.h"

namespace schemac::emitters {
namespace {

using ir::Aggregate;
using ir::AggregateKind;
using ir::Argument;
using ir::Verb;

std::string argument(const Argument& a) {
  std::string out = a.mode == ir::ArgumentMode::Variadic ? "variadic " : "";
  if (!a.name.empty()) out += ir::quoteIdentifier(a.name) + " ";
  return out + typeName(a.type);
}

// (a, b), (*), (a order by b). A VARIADIC that stands for direct and aggregated arguments alike is written twice.
std::string argumentList(const Aggregate& a) {
  std::vector<std::string> direct, sorted;
  const std::size_t count = static_cast<std::size_t>(a.direct);
  for (std::size_t i = 0; i < a.arguments.size(); ++i) (a.sort == AggregateKind::Normal || i < count ? direct : sorted).push_back(argument(a.arguments[i]));
  if (a.sort == AggregateKind::Normal) return direct.empty() ? "(*)" : "(" + join(direct, ", ") + ")";
  if (sorted.empty() && !direct.empty()) sorted.push_back(direct.back());
  return "(" + join(direct, ", ") + (direct.empty() ? "" : " ") + "order by " + join(sorted, ", ") + ")";
}

// `prefix`: "m" of the options of a moving aggregate.
void accumulation(std::vector<std::string>& options, const ir::Accumulation& how, const std::string& prefix, AggregateKind sort) {
  const auto add = [&](std::string_view name, const std::string& value) { options.push_back(prefix + std::string(name) + " = " + value); };
  const auto function = [&](std::string_view name, const ir::Ref& ref) { if (ref) add(name, ir::qualifiedName(*ref)); };
  function("sfunc", how.transition);
  if (how.inverse) options.push_back("minvfunc = " + ir::qualifiedName(*how.inverse));
  add("stype", typeName(how.state));
  if (how.stateSpace) add("sspace", fmt::format("{}", how.stateSpace));
  function("finalfunc", how.final);
  if (how.finalExtra) options.push_back(prefix + "finalfunc_extra");
  const std::string_view usual = sort == AggregateKind::Normal ? "read_only" : "read_write";
  if (!how.finalModify.empty() && how.finalModify != usual) add("finalfunc_modify", how.finalModify.str());
  if (how.initial) add("initcond", literal(*how.initial));
}

std::string create(const ir::Object& object, const Aggregate& a) {
  std::vector<std::string> options;
  accumulation(options, a.plain, "", a.sort);
  if (a.combine) options.push_back("combinefunc = " + ir::qualifiedName(*a.combine));
  if (a.serialize) options.push_back("serialfunc = " + ir::qualifiedName(*a.serialize));
  if (a.deserialize) options.push_back("deserialfunc = " + ir::qualifiedName(*a.deserialize));
  if (a.moving) accumulation(options, *a.moving, "m", a.sort);
  if (!a.sortOperator.empty()) options.push_back("sortop = " + operatorName(a.sortOperator));
  if (a.parallel != "unsafe") options.push_back("parallel = " + a.parallel.str());
  if (a.sort == AggregateKind::Hypothetical) options.emplace_back("hypothetical");
  return "create or replace aggregate " + ir::qualifiedName(object) + argumentList(a) + " (\n  " + join(options, ",\n  ") + "\n)";
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Aggregate*, const Aggregate* after) {
  switch (op.verb) {
    case Verb::Create: case Verb::Alter: return e.out.statement(create(*op.after, *after));
    case Verb::Rename: return emitRename(e, op, "alter aggregate");
    case Verb::Drop: {
      const std::string clause = objectClause(*op.before);  // "aggregate s.a(integer)"
      return emitDrop(e, *op.before, "drop aggregate if exists " + clause.substr(std::string_view("aggregate ").size()));
    }
  }
}

}  // namespace schemac::emitters
