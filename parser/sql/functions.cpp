#include "parser/sql/functions.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "ir/identity.h"
#include "parser/sql/lookup.h"
#include "parser/sql/settings.h"
#include "parser/sql/slices.h"
#include "parser/sql/tables.h"

namespace schemac::parser {
namespace {

using ir::Argument;
using ir::ArgumentMode;
using ir::Kind;
using ir::Name;
using ir::Object;


ArgumentMode modeOf(FunctionParameterMode mode) {
  switch (mode) {
    case FUNC_PARAM_OUT: return ArgumentMode::Out;
    case FUNC_PARAM_INOUT: return ArgumentMode::InOut;
    case FUNC_PARAM_VARIADIC: return ArgumentMode::Variadic;
    case FUNC_PARAM_TABLE: return ArgumentMode::Table;
    default: return ArgumentMode::In;
  }
}

// After DEFAULT or "=", to the comma or the parenthesis that ends the list.
ir::Expression defaultOf(Replay& replay, const FunctionParameter& parameter, const ir::TypeRef& type) {
  const Slices slices(replay.text, replay.tokens());
  std::size_t first = slices.at(static_cast<std::uint32_t>(parameter.location));
  while (first < slices.size() && !slices.is(first, "default") && !slices.is(first, "=")) ++first;
  const Span span = slices.bare(first + 1, slices.end(first + 1, {","}));
  return replay.expression(parameter.defexpr, span.begin, span.end, assignedTo(type));
}

std::vector<Argument> argumentsOf(Replay& replay, const List* parameters) {
  std::vector<Argument> arguments;
  bool hadDefault = false;
  for (const FunctionParameter* parameter : each<FunctionParameter>(parameters)) {
    Argument argument;
    argument.mode = modeOf(parameter->mode);
    if (parameter->name) argument.name = parameter->name;
    argument.type = replay.type(*parameter->argType);
    if (argument.type.setOf) throwInvalid(replay, parameter->location, "functions cannot accept set arguments");
    argument.type.modifiers = ir::Text();  // the server keeps none of a function's types
    if (parameter->defexpr) {
      if (!isInput(argument)) throwInvalid(replay, parameter->location, "only input parameters can have default values");
      argument.defaultValue = defaultOf(replay, *parameter, argument.type);
      hadDefault = true;
    } else if (hadDefault && isInput(argument) && argument.mode != ArgumentMode::Variadic) {
      throwInvalid(replay, parameter->location, "input parameters after one with a default value must also have defaults");
    }
    arguments.push_back(std::move(argument));
  }
  return arguments;
}

// With OUT, INOUT or TABLE parameters and no RETURNS: the one type, or record.
ir::TypeRef resultOf(Replay& replay, const CreateFunctionStmt& statement, const std::vector<Argument>& arguments) {
  if (statement.is_procedure) return {};
  ir::TypeRef result;
  if (statement.returnType) {
    result = replay.type(*statement.returnType);
  } else {
    for (const Argument& argument : arguments) {
      if (argument.mode == ArgumentMode::In || argument.mode == ArgumentMode::Variadic) continue;
      result = result ? ir::TypeRef{replay.schema.builtinType("record"), {}} : argument.type;
    }
    if (!result) throwInvalid(replay, -1, "function result type must be specified");
  }
  result.modifiers = ir::Text();
  return result;
}

// What a body names without a FROM: its arguments, by name or $n (the input ones come first, in order).
BindScope scopeOf(const Name name, const std::vector<Argument>& arguments) {
  BindScope scope;
  scope.functionName = name;
  for (const Argument& a : arguments)
    if (isInput(a)) scope.variables.push_back({a.name, a.type});
  return scope;
}

// A double as PostgreSQL keeps it, none where it is the default.
std::optional<double> numberUnlessDefault(const DefElem& element, double standard) {
  const double value = std::strtod(stringOf(element).c_str(), nullptr);
  return value == standard ? std::nullopt : std::optional(value);
}

const Object& supportFunction(Replay& replay, const List* names) {
  const auto [schema, name] = replay.split(names);
  const auto found = replay.names().functions(schema, name);
  if (found.empty()) throwUndefined(replay, -1, fmt::format("function {}(internal) does not exist", nameText(names)));
  return *found.front();
}

// What CREATE and ALTER FUNCTION share. False: it is not one of them.
bool applyAttribute(Replay& replay, ir::Function& function, const DefElem& element) {
  const std::string_view name = element.defname;
  if (name == "volatility") function.volatility = stringOf(element);
  else if (name == "strict") function.strict = booleanOf(element);
  else if (name == "security") function.securityDefiner = booleanOf(element);
  else if (name == "leakproof") function.leakproof = booleanOf(element);
  else if (name == "parallel") function.parallel = stringOf(element);
  else if (name == "cost") function.cost = numberUnlessDefault(element, function.language == "c" || function.language == "internal" ? 1 : 100);
  else if (name == "rows") function.rows = numberUnlessDefault(element, 1000);
  else if (name == "support") function.support = supportFunction(replay, reinterpret_cast<const List*>(element.arg));
  else if (name == "set") applySetting(replay, function.settings, *reinterpret_cast<const VariableSetStmt*>(element.arg));
  else return false;
  return true;
}

// AS 'body' | AS 'object file', 'symbol': which string is what depends on the language (interpret_AS_clause).
void applyBody(ir::Function& function, const List* as, Name name) {
  const std::string first = stringOf(static_cast<const Node*>(linitial(as)));
  const bool two = list_length(as) > 1;
  if (function.language == "c") {
    function.body = first;
    std::string symbol = two ? stringOf(static_cast<const Node*>(lsecond(as))) : std::string("-");
    function.link = symbol == "-" ? name : Name(symbol);
  } else {
    function.body = first.empty() && function.language == "internal" ? name.str() : first;
  }
}

void appendBindings(ir::Expression& whole, const ir::Expression& part, std::uint32_t shift) {
  for (ir::Binding binding : part.bindings) {
    binding.offset += shift;
    whole.bindings.push_back(std::move(binding));
  }
  whole.resolved = whole.resolved && part.resolved;
}

// RETURN expression | BEGIN ATOMIC statement; … END: one slice, its statements bound each on their own.
ir::Expression sqlBodyOf(Replay& replay, Node* body, const BindScope& scope) {
  const Slices slices(replay.text, replay.tokens());
  ir::Expression whole;
  if (auto* returned = as<ReturnStmt>(body, T_ReturnStmt)) {
    const std::size_t first = slices.end(0, {"return"}), last = slices.size();  // the body is the last clause
    const Span span = slices.span(first, last), inner = slices.span(first + 1, last);
    whole.text = replay.text.substr(span.begin, span.end - span.begin);
    whole.location = replay.range(span.begin, span.end);
    appendBindings(whole, replay.expression(returned->returnval, inner.begin, inner.end, scope), inner.begin - span.begin);
    return whole;
  }
  std::size_t begin = slices.next("atomic", 0);
  while (begin < slices.size() && !slices.is(begin - 1, "begin")) begin = slices.next("atomic", begin + 1);
  std::size_t last = slices.size() - 1;
  while (last > begin && !slices.is(last, "end")) --last;
  const Span span = slices.span(begin - 1, last + 1);
  whole.text = replay.text.substr(span.begin, span.end - span.begin);
  whole.location = replay.range(span.begin, span.end);
  std::size_t first = begin + 1;
  const auto* statements = static_cast<const List*>(linitial(reinterpret_cast<const List*>(body)));
  for (Node* statement : each<Node>(statements)) {
    const std::size_t semicolon = slices.next(";", first, last);
    if (auto* returned = as<ReturnStmt>(statement, T_ReturnStmt)) {
      const Span inner = slices.span(first + 1, semicolon);
      appendBindings(whole, replay.expression(returned->returnval, inner.begin, inner.end, scope), inner.begin - span.begin);
    } else {
      const Span inner = slices.span(first, semicolon);
      appendBindings(whole, replay.query(statement, inner.begin, inner.end, scope).expression, inner.begin - span.begin);
    }
    first = semicolon + 1;
  }
  return whole;
}

ir::Function functionOf(Replay& replay, const CreateFunctionStmt& statement, Name name) {
  ir::Function function;
  function.arguments = argumentsOf(replay, statement.parameters);
  function.result = resultOf(replay, statement, function.arguments);
  if (statement.is_procedure) function.routine = ir::Routine::Procedure;
  for (const DefElem* option : each<DefElem>(statement.options))
    if (std::string_view(option->defname) == "language") function.language = replay.names().language(stringOf(*option));
  if (function.language.empty()) {
    if (!statement.sql_body) throwInvalid(replay, -1, "no language specified");
    function.language = "sql";
  }
  for (const DefElem* option : each<DefElem>(statement.options)) {
    const std::string_view word = option->defname;
    if (word == "as") applyBody(function, reinterpret_cast<const List*>(option->arg), name);
    else if (word == "window") function.routine = ir::Routine::Window;
    else if (word == "transform") notCompared(replay, "TRANSFORM of a function");
    else if (word != "language") applyAttribute(replay, function, *option);
  }
  if (statement.sql_body) function.sqlBody = sqlBodyOf(replay, statement.sql_body, scopeOf(name, function.arguments));
  return function;
}

const Object* findExact(const ir::Schema& schema, const Object& home, Name name, const ir::Function& function) {
  const std::string wanted = ir::signature(function);
  for (const Object* other : schema.routines(home, name))
    if (ir::signature(*other) == wanted) return other;
  return nullptr;
}

// What CREATE OR REPLACE may not change (ProcedureCreate).
void requireReplaceable(Replay& replay, const Object& old, const ir::Function& now) {
  if (old.kind == Kind::Aggregate)
    throwWrongKind(replay, -1, "cannot change routine kind", fmt::format("\"{}\" is an aggregate function.", old.name.view()));
  const auto& before = old.as<ir::Function>();
  const std::string shown = old.name.str() + ir::signature(before);
  if (before.routine != now.routine)
    throwWrongKind(replay, -1, "cannot change routine kind", fmt::format("\"{}\" is a {}.", old.name.view(),
                                                                         before.routine == ir::Routine::Procedure ? "procedure" : "function"));
  const std::string drop = fmt::format("Use DROP {} {} first.", before.routine == ir::Routine::Procedure ? "PROCEDURE" : "FUNCTION", shown);
  if (!(before.result == now.result)) throwInvalid(replay, -1, "cannot change return type of existing function", drop);
  std::vector<const Argument*> a, b;
  for (const Argument& argument : before.arguments) (isInput(argument) ? a : b).push_back(&argument);
  std::vector<const Argument*> c, d;
  for (const Argument& argument : now.arguments) (isInput(argument) ? c : d).push_back(&argument);
  for (std::size_t i = 0; i < a.size() && i < c.size(); ++i) {
    if (!a[i]->name.empty() && a[i]->name != c[i]->name)
      throwInvalid(replay, -1, fmt::format("cannot change name of input parameter \"{}\"", a[i]->name.view()), drop);
    if (a[i]->defaultValue && !c[i]->defaultValue) throwInvalid(replay, -1, "cannot remove parameter defaults from existing function", drop);
  }
  const bool sameRow = b.size() == d.size() && std::equal(b.begin(), b.end(), d.begin(), [](const Argument* x, const Argument* y) {
    return x->name == y->name && x->type == y->type;
  });
  // Of one OUT parameter the result is its type, and its name is free.
  const bool record = !before.result || (!before.result.array && before.result.type->name == "record");
  if (record && !sameRow && !(b.empty() && d.empty()))
    throwInvalid(replay, -1, "cannot change return type of existing function", "Row type defined by OUT parameters is different.");
}

}  // namespace

void replay(Replay& replay, const CreateFunctionStmt& statement) {
  const auto [schemaName, name] = replay.split(statement.funcname);
  const Object& home = schemaName.empty() ? replay.creationSchema(nullptr) : replay.schemaNamed(schemaName, -1);
  ir::Function data = functionOf(replay, statement, name);
  const Object* function = findExact(replay.schema, home, name, data);
  if (function) {
    if (!statement.replace) {
      ReplayError error(ir::Code::Duplicate, replay.at(-1), fmt::format("function \"{}\" already exists with same argument types", name.view()));
      error.sqlState = "42723";
      throw error;
    }
    requireReplaceable(replay, *function, data);
    Object& old = replay.schema.edit(*function);
    old.data = std::move(data);
    old.location = replay.at(-1);
    old.leadingComment = replay.statement.leadingComment;
    if (old.origin == ir::Origin::Platform) old.origin = replay.origin;  // the user's from here on
  } else {
    Object& made = replay.make(&home, name, std::move(data));
    function = &made;
    if (home.origin == ir::Origin::BuiltIn && home.name == "pg_temp") {
      made.origin = ir::Origin::BuiltIn;
      replay.temporary.push_back(&made);
    } else {
      replay.giveDefaults(made);
    }
  }
  replay.bodies[function] = replay.session.searchPath;
}

void replay(Replay& replay, const AlterFunctionStmt& statement) {
  const Found found = findObject(replay, statement.objtype, reinterpret_cast<const Node*>(statement.func), false);
  if (!found.object) return notCompared(replay, fmt::format("ALTER of a {}", wordOf(statement.objtype)), "it is not the user's");
  if (found.object->kind == Kind::Aggregate)
    throwWrongKind(replay, -1, fmt::format("\"{}\" is an aggregate function", found.object->name.view()));
  auto& function = replay.schema.edit<ir::Function>(*found.object);
  for (const DefElem* action : each<DefElem>(statement.actions)) applyAttribute(replay, function, *action);
}

void followBodies(Replay& replay) {
  for (const auto& [object, path] : replay.bodies) {
    if (object->dropped) continue;
    const auto& function = object->as<ir::Function>();
    if (function.sqlBody || (function.language != "sql" && function.language != "plpgsql")) continue;
    std::vector<Name> names = path;
    for (const ir::Option& setting : function.settings)
      if (setting.name == "search_path") names = splitIdentifiers(setting.value);
    for (Name& name : names)
      if (name == "$user") name = replay.session.user;
    const Names visible(replay.schema, std::move(names));
    auto uses = bodyUses(function.body, function.language.view(), scopeOf(object->name, function.arguments), visible);
    std::erase_if(uses, [&, self = object](const ir::Ref& use) { return use.object == self; });
    replay.schema.edit<ir::Function>(*object).uses = std::move(uses);
  }
  replay.bodies.clear();
}

}  // namespace schemac::parser
