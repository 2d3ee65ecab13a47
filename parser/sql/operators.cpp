// CREATE and ALTER OPERATOR (operatorcmds.c, pg_operator.c).
#include <fmt/format.h>

#include <string>

#include "ir/identity.h"
#include "parser/sql/definitions.h"
#undef restrict  // a macro of PostgreSQL's headers

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Operator;
using ir::TypeRef;

Name qualified(const Object& schema, Name symbol) { return schema.name == "pg_catalog" ? symbol : Name(schema.name.str() + "." + symbol.str()); }

bool sameType(const TypeRef& a, const TypeRef& b) { return a.array == b.array && a.type == b.type; }

// The operator that `of` names as commutator or negator, if it is there already.
const Object* partner(const ir::Schema& schema, const Object& of, Name Operator::*field) {
  const auto& data = of.as<Operator>();
  const bool swapped = field == &Operator::commutator;
  for (const Object& other : schema.objects()) {
    const auto* candidate = other.dropped ? nullptr : other.get<Operator>();
    if (candidate && qualified(*other.parent, other.name) == data.*field && sameType(candidate->left, swapped ? data.right : data.left) &&
        sameType(candidate->right, swapped ? data.left : data.right))
      return &other;
  }
  return nullptr;
}

// An operator that names this one.
const Object* namedBy(const ir::Schema& schema, const Object& op, Name Operator::*field) {
  const auto& data = op.as<Operator>();
  const bool swapped = field == &Operator::commutator;
  for (const Object& other : schema.objects()) {
    const auto* candidate = other.dropped || &other == &op ? nullptr : other.get<Operator>();
    if (candidate && candidate->*field == qualified(*op.parent, op.name) && sameType(candidate->left, swapped ? data.right : data.left) &&
        sameType(candidate->right, swapped ? data.left : data.right))
      return &other;
  }
  return nullptr;
}

// OperatorUpd: the other one gets the link back, unless it has one.
void linkBack(Replay& replay, const Object& op, Name Operator::*field) {
  if ((op.as<Operator>().*field).empty()) return;
  const Object* other = partner(replay.schema, op, field);
  if (!other || other == &op || !(other->as<Operator>().*field).empty()) return;
  replay.schema.edit<Operator>(*other).*field = qualified(*op.parent, op.name);
}

Name partnerName(Replay& replay, const DefElem& option, const Object& home) {
  const auto [schemaName, symbol] = qualifiedOf(replay, option);
  const Name name = symbol == "!=" ? Name("<>") : symbol;
  if (!schemaName.empty()) return qualified(replay.schemaNamed(schemaName, option.location), name);
  // A known one of that name, else one to come in the same schema.
  const auto own = replay.names().all(ir::Space::Operator, {}, name);
  return qualified(own.empty() ? home : *own.front()->parent, name);
}

// RESTRICT and JOIN: NONE takes it away.
ir::Ref estimator(Replay& replay, const DefElem& option, bool join) {
  if (!option.arg || stringOf(option.arg) == "none") return {};
  const auto builtin = [&](const char* name) { return TypeRef{replay.schema.builtinType(name), {}}; };
  std::vector<TypeRef> types{builtin("internal"), builtin("oid"), builtin("internal")};
  types.push_back(join ? builtin("int2") : builtin("int4"));
  if (join) types.push_back(builtin("internal"));
  return callable(replay, qualifiedOf(replay, option), types).function;
}

}  // namespace

void defineOperator(Replay& replay, const DefineStmt& statement) {
  const auto [home, written] = newName(replay, statement.defnames);
  const Name name = written == "!=" ? Name("<>") : written;
  Operator data;
  const DefElem* function = nullptr;
  for (const DefElem* option : each<DefElem>(statement.definition)) {
    const std::string_view word = option->defname;
    if (word == "leftarg") data.left = typeOf(replay, *option);
    else if (word == "rightarg") data.right = typeOf(replay, *option);
    else if (word == "function" || word == "procedure") function = option;
    else if (word == "commutator") data.commutator = partnerName(replay, *option, *home);
    else if (word == "negator") data.negator = partnerName(replay, *option, *home);
    else if (word == "restrict") data.restrict = estimator(replay, *option, false);
    else if (word == "join") data.join = estimator(replay, *option, true);
    else if (word == "hashes") data.hashes = booleanOf(*option);
    else if (word == "merges") data.merges = booleanOf(*option);
    // Of PostgreSQL before 8.3: they say that it merges.
    else if (word == "sort1" || word == "sort2" || word == "ltcmp" || word == "gtcmp") data.merges = true;
  }
  if (!function) throwInvalid(replay, -1, "operator function must be specified");
  if (!data.right) throwInvalid(replay, -1, data.left ? "operator right argument type must be specified" : "operator argument types must be specified");
  std::vector<TypeRef> types;
  if (data.left) types.push_back(data.left);
  types.push_back(data.right);
  const Callable called = callable(replay, qualifiedOf(replay, *function), types);
  data.function = called.function;
  data.result = called.result;
  for (const Object* other : replay.schema.all(ir::Space::Operator, home, name)) {
    const auto& there = other->as<Operator>();
    if (sameType(there.left, data.left) && sameType(there.right, data.right)) {
      ReplayError error(ir::Code::Duplicate, replay.at(-1), fmt::format("operator {} already exists", name.view()));
      error.sqlState = "42723";
      throw error;
    }
  }
  // One that another has named already was a shell. Until 15 it keeps the link back that it got then, from 16 on it is made as it says (OperatorCreate).
  const Object& made = replay.make(home, name, std::move(data));
  replay.giveDefaults(made);
  if (replay.schema.serverVersion < 16) {
    for (const auto field : {&Operator::commutator, &Operator::negator}) {
      const Object* other = (made.as<Operator>().*field).empty() ? namedBy(replay.schema, made, field) : nullptr;
      if (other) replay.schema.edit<Operator>(made).*field = qualified(*other->parent, other->name);
    }
  }
  linkBack(replay, made, &Operator::commutator);
  linkBack(replay, made, &Operator::negator);
}

void replay(Replay& replay, const AlterOperatorStmt& statement) {
  const Found found = findObject(replay, OBJECT_OPERATOR, reinterpret_cast<const Node*>(statement.opername), false);
  if (!found.object) return notCompared(replay, "ALTER OPERATOR", "it is not the user's");
  auto& data = replay.schema.edit<Operator>(*found.object);
  for (const DefElem* option : each<DefElem>(statement.options)) {
    const std::string_view word = option->defname;
    if (word == "restrict") data.restrict = estimator(replay, *option, false);
    else if (word == "join") data.join = estimator(replay, *option, true);
    else if (word == "commutator") data.commutator = partnerName(replay, *option, *found.object->parent);
    else if (word == "negator") data.negator = partnerName(replay, *option, *found.object->parent);
    else if (word == "hashes") data.hashes = booleanOf(*option);
    else if (word == "merges") data.merges = booleanOf(*option);
    else throwInvalid(replay, option->location, fmt::format("operator attribute \"{}\" cannot be changed", word));
  }
  linkBack(replay, *found.object, &Operator::commutator);
  linkBack(replay, *found.object, &Operator::negator);
}

void forgetOperator(Replay& replay, const Object& op) {
  for (const auto field : {&Operator::commutator, &Operator::negator}) {
    if ((op.as<Operator>().*field).empty()) continue;
    const Object* other = partner(replay.schema, op, field);
    if (other && other != &op && other->as<Operator>().*field == qualified(*op.parent, op.name)) replay.schema.edit<Operator>(*other).*field = Name();
  }
}

void moveOperator(Replay& replay, const Object& op, const Object& schema) {
  std::vector<std::pair<const Object*, Name Operator::*>> partners;
  for (const auto field : {&Operator::commutator, &Operator::negator})
    if (const Object* other = (op.as<Operator>().*field).empty() ? nullptr : partner(replay.schema, op, field))
      if (other->as<Operator>().*field == qualified(*op.parent, op.name)) partners.emplace_back(other, field);
  replay.schema.move(op, schema);
  for (const auto& [other, field] : partners) replay.schema.edit<Operator>(*other).*field = qualified(schema, op.name);
}

}  // namespace schemac::parser
