// CREATE AGGREGATE (aggregatecmds.c, pg_aggregate.c).
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "ir/identity.h"
#include "parser/sql/definitions.h"

namespace schemac::parser {
namespace {

using ir::Aggregate;
using ir::AggregateKind;
using ir::Argument;
using ir::Name;
using ir::Object;
using ir::TypeRef;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

// The options, by name; of several spellings the first ("sfunc1", "stype1" and "initcond1" are PostgreSQL 7's).
class Definition {
 public:
  explicit Definition(const List* list) {
    for (const DefElem* option : each<DefElem>(list)) options_.push_back(option);
  }
  const DefElem* find(std::string_view name) const {
    const DefElem* found = nullptr;
    for (const DefElem* option : options_)
      if (lower(option->defname) == name || lower(option->defname) == std::string(name) + "1") found = option;
    return found;
  }

 private:
  std::vector<const DefElem*> options_;
};

void readArguments(Replay& replay, Aggregate& aggregate, const DefineStmt& statement, const Definition& definition) {
  if (statement.oldstyle) {
    const DefElem* base = definition.find("basetype");
    if (!base) throwInvalid(replay, -1, "aggregate input type must be specified");
    if (lower(stringOf(base->arg)) == "any") return;  // count(*)'s kind
    Argument argument;
    argument.type = typeOf(replay, *base);
    aggregate.arguments.push_back(std::move(argument));
    return;
  }
  const auto* parameters = static_cast<const List*>(linitial(statement.args));
  for (const FunctionParameter* parameter : each<FunctionParameter>(parameters)) {
    Argument argument;
    if (parameter->mode == FUNC_PARAM_VARIADIC) argument.mode = ir::ArgumentMode::Variadic;
    else if (parameter->mode != FUNC_PARAM_IN && parameter->mode != FUNC_PARAM_DEFAULT)
      throwInvalid(replay, parameter->location, "aggregates cannot have output arguments");
    if (parameter->name) argument.name = parameter->name;
    argument.type = replay.type(*parameter->argType);
    argument.type.modifiers = {};
    if (argument.type.setOf) throwInvalid(replay, parameter->location, "aggregates cannot accept set arguments");
    if (parameter->defexpr) throwInvalid(replay, parameter->location, "only input parameters can have default values");
    aggregate.arguments.push_back(std::move(argument));
  }
  const int direct = intVal(lsecond(statement.args));
  if (direct < 0) return;
  const DefElem* hypothetical = definition.find("hypothetical");
  aggregate.sort = hypothetical && booleanOf(*hypothetical) ? AggregateKind::Hypothetical : AggregateKind::OrderedSet;
  aggregate.direct = direct;
}

std::vector<TypeRef> typesOf(const std::vector<Argument>& arguments) {
  std::vector<TypeRef> types;
  for (const Argument& argument : arguments) types.push_back(argument.type);
  return types;
}

// The state, then the aggregated arguments (of a plain one all).
std::vector<TypeRef> transitionTypes(const Aggregate& aggregate, const TypeRef& state) {
  std::vector<TypeRef> types = typesOf(aggregate.arguments);
  if (aggregate.sort != AggregateKind::Normal) {
    const std::size_t direct = static_cast<std::size_t>(aggregate.direct);
    // With a VARIADIC that stands for direct and aggregated ones alike, one is left.
    const std::size_t kept = direct < types.size() ? types.size() - direct : std::min<std::size_t>(1, types.size());
    types.erase(types.begin(), types.end() - static_cast<std::ptrdiff_t>(kept));
  }
  types.insert(types.begin(), state);
  return types;
}

// The state, then the direct arguments, or with FINALFUNC_EXTRA all.
std::vector<TypeRef> finalTypes(const Aggregate& aggregate, const ir::Accumulation& how) {
  std::vector<TypeRef> types = typesOf(aggregate.arguments);
  if (!how.finalExtra) types.resize(static_cast<std::size_t>(aggregate.direct));
  types.insert(types.begin(), how.state);
  return types;
}

std::string modifyOf(Replay& replay, const DefElem* option, const Aggregate& aggregate) {
  if (!option) return aggregate.sort == AggregateKind::Normal ? "read_only" : "read_write";
  const std::string value = lower(stringOf(*option));
  if (value != "read_only" && value != "shareable" && value != "read_write")
    throwInvalid(replay, option->location, fmt::format("parameter \"{}\" must be READ_ONLY, SHAREABLE, or READ_WRITE", option->defname));
  return value;
}

// `prefix`: "" or "m", of the options of a moving aggregate. Gives what the final function does.
TypeRef readAccumulation(Replay& replay, const Definition& definition, const Aggregate& aggregate, const std::string& prefix, ir::Accumulation& how) {
  const auto option = [&](const char* name) { return definition.find(prefix + name); };
  how.state = typeOf(replay, *option("stype"));
  if (how.state.type->origin == ir::Origin::BuiltIn && !how.state.array) {
    const std::string_view pseudo = how.state.type->name;
    if (pseudo == "record" || pseudo == "cstring" || pseudo == "void" || pseudo == "trigger" || pseudo == "unknown")
      throwInvalid(replay, -1, fmt::format("aggregate transition data type cannot be {}", pseudo));
  }
  how.transition = callable(replay, qualifiedOf(replay, *option("sfunc")), transitionTypes(aggregate, how.state)).function;
  if (const DefElem* inverse = definition.find("minvfunc"); inverse && !prefix.empty())
    how.inverse = callable(replay, qualifiedOf(replay, *inverse), transitionTypes(aggregate, how.state)).function;
  if (const DefElem* space = option("sspace")) how.stateSpace = std::atoi(stringOf(*space).c_str());
  if (const DefElem* initial = option("initcond")) how.initial = ir::Text(stringOf(*initial));
  if (const DefElem* extra = option("finalfunc_extra")) how.finalExtra = booleanOf(*extra);
  how.finalModify = modifyOf(replay, option("finalfunc_modify"), aggregate);
  const DefElem* final = option("finalfunc");
  if (!final) return how.state;
  const Callable called = callable(replay, qualifiedOf(replay, *final), finalTypes(aggregate, how));
  how.final = called.function;
  return called.result;
}

void requireMoving(Replay& replay, const Definition& definition) {
  if (definition.find("mstype")) {
    if (!definition.find("msfunc")) throwInvalid(replay, -1, "aggregate msfunc must be specified when mstype is specified");
    if (!definition.find("minvfunc")) throwInvalid(replay, -1, "aggregate minvfunc must be specified when mstype is specified");
    return;
  }
  for (const char* name : {"msfunc", "minvfunc", "mfinalfunc", "msspace", "minitcond"})
    if (definition.find(name)) throwInvalid(replay, -1, fmt::format("aggregate {} must not be specified without mstype", name));
}

Aggregate aggregateOf(Replay& replay, const DefineStmt& statement) {
  const Definition definition(statement.definition);
  if (!definition.find("stype")) throwInvalid(replay, -1, "aggregate stype must be specified");
  if (!definition.find("sfunc")) throwInvalid(replay, -1, "aggregate sfunc must be specified");
  requireMoving(replay, definition);
  Aggregate aggregate;
  readArguments(replay, aggregate, statement, definition);
  aggregate.result = readAccumulation(replay, definition, aggregate, "", aggregate.plain);
  if (definition.find("mstype")) readAccumulation(replay, definition, aggregate, "m", aggregate.moving.emplace());
  const auto builtin = [&](const char* name) { return TypeRef{replay.schema.builtinType(name), {}}; };
  const auto function = [&](const char* name, const std::vector<TypeRef>& types) -> ir::Ref {
    const DefElem* option = definition.find(name);
    return option ? callable(replay, qualifiedOf(replay, *option), types).function : ir::Ref();
  };
  aggregate.combine = function("combinefunc", {aggregate.plain.state, aggregate.plain.state});
  aggregate.serialize = function("serialfunc", {builtin("internal")});
  aggregate.deserialize = function("deserialfunc", {builtin("bytea"), builtin("internal")});
  if (aggregate.serialize.object && !aggregate.deserialize.object) throwInvalid(replay, -1, "must specify both or neither of serialization and deserialization functions");
  if (const DefElem* sort = definition.find("sortop")) {
    if (aggregate.arguments.size() != 1) throwInvalid(replay, -1, "sort operator can only be specified for single-argument aggregates");
    const auto [schemaName, name] = qualifiedOf(replay, *sort);
    aggregate.sortOperator = replay.names().op(schemaName, name, aggregate.arguments[0].type, aggregate.arguments[0].type);
    if (aggregate.sortOperator.empty()) throwUndefined(replay, sort->location, fmt::format("operator does not exist: {}", name.view()));
  }
  if (const DefElem* parallel = definition.find("parallel")) aggregate.parallel = lower(stringOf(*parallel));
  return aggregate;
}

// What CREATE OR REPLACE may not change (ProcedureCreate and AggregateCreate).
void requireReplaceable(Replay& replay, const Object& old, const Aggregate& now) {
  const auto* before = old.get<Aggregate>();
  if (!before || before->sort != now.sort)
    throwWrongKind(replay, -1, "cannot change routine kind",
                   fmt::format("\"{}\" is {}.", old.name.view(), !before                                        ? "a function"
                                                                 : before->sort == AggregateKind::Normal        ? "an ordinary aggregate function"
                                                                 : before->sort == AggregateKind::OrderedSet    ? "an ordered-set aggregate"
                                                                                                                : "a hypothetical-set aggregate"));
  const std::string drop = fmt::format("Use DROP AGGREGATE {}{} first.", old.name.view(), ir::signature(old));
  if (before->result && now.result && !(before->result == now.result)) throwInvalid(replay, -1, "cannot change return type of existing function", drop);
  for (std::size_t i = 0; i < before->arguments.size() && i < now.arguments.size(); ++i) {
    const Argument &a = before->arguments[i], &b = now.arguments[i];
    if (!a.name.empty() && a.name != b.name) throwInvalid(replay, -1, fmt::format("cannot change name of input parameter \"{}\"", a.name.view()), drop);
  }
  if (before->direct != now.direct) throwInvalid(replay, -1, "cannot change number of direct arguments of an aggregate function", drop);
}

}  // namespace

void defineAggregate(Replay& replay, const DefineStmt& statement) {
  const auto [home, name] = newName(replay, statement.defnames);
  Aggregate data = aggregateOf(replay, statement);
  const std::string signature = ir::signature(data.arguments);
  for (const Object* old : replay.schema.routines(*home, name)) {
    if (ir::signature(*old) != signature) continue;
    if (!statement.replace) {
      ReplayError error(ir::Code::Duplicate, replay.at(-1), fmt::format("function \"{}\" already exists with same argument types", name.view()));
      error.sqlState = "42723";
      throw error;
    }
    requireReplaceable(replay, *old, data);
    Object& changed = replay.schema.edit(*old);
    changed.data = std::move(data);
    changed.location = replay.at(-1);
    changed.leadingComment = replay.statement.leadingComment;
    return;
  }
  replay.giveDefaults(replay.make(home, name, std::move(data)));
}

}  // namespace schemac::parser
