#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

ir::Name modifyOf(char letter) { return letter == 's' ? "shareable" : letter == 'w' ? "read_write" : "read_only"; }

ir::Accumulation accumulationOf(Reader& reader, Row& row) {
  ir::Accumulation how;
  how.transition = reader.function(row);
  how.inverse = reader.function(row);
  how.final = reader.function(row);
  how.finalExtra = row.flag();
  how.finalModify = modifyOf(row.letter());
  how.state = reader.type(row.oid());
  how.stateSpace = static_cast<int>(row.number());
  if (const auto initial = row.maybe()) how.initial = ir::Text(*initial);
  return how;
}

std::vector<ir::Argument> argumentsOf(Reader& reader, Row& row) {
  const auto types = row.numbers();
  const auto modes = row.texts(), names = row.texts();
  std::vector<ir::Argument> arguments;
  for (std::size_t k = 0; k < types.size(); ++k) {
    ir::Argument argument;
    if (k < modes.size() && modes[k] == "v") argument.mode = ir::ArgumentMode::Variadic;
    if (k < names.size()) argument.name = names[k];
    argument.type = reader.type(static_cast<Oid>(types[k]));
    arguments.push_back(std::move(argument));
  }
  return arguments;
}

void readAggregates(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* home = reader.home(row.oid());
    if (!home) continue;
    const Oid owner = row.oid();
    const auto acl = row.maybe();
    ir::Aggregate aggregate;
    const char kind = row.letter(), parallel = row.letter();
    aggregate.sort = kind == 'o' ? ir::AggregateKind::OrderedSet : kind == 'h' ? ir::AggregateKind::Hypothetical : ir::AggregateKind::Normal;
    aggregate.parallel = parallel == 's' ? "safe" : parallel == 'r' ? "restricted" : "unsafe";
    aggregate.direct = static_cast<int>(row.number());
    aggregate.arguments = argumentsOf(reader, row);
    aggregate.result = reader.type(row.oid());
    aggregate.plain = accumulationOf(reader, row);
    ir::Accumulation moving = accumulationOf(reader, row);
    if (moving.transition) aggregate.moving = std::move(moving);
    aggregate.combine = reader.function(row);
    aggregate.serialize = reader.function(row);
    aggregate.deserialize = reader.function(row);
    const Oid sort = row.oid();
    aggregate.sortOperator = reader.named(kPgOperator, sort, row.text());
    ir::Object& object = reader.make(home, name, std::move(aggregate));
    reader.functions[oid] = &object;
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, acl);
  }
}

// The function's oid and its bare name: a built-in one is known by that.
std::string function(const std::string& column) {
  return "a." + column + "::oid, case when a." + column + " <> 0 then (select f.proname from pg_proc f where f.oid = a." + column + ") end";
}

}  // namespace

// Those of extensions are read with the functions: there their signature is all that counts.
template <>
std::vector<Query> queries<ir::Kind::Aggregate>(int) {
  return {{Stage::Programs,
           "select p.oid, p.proname, p.pronamespace, p.proowner, p.proacl, a.aggkind, p.proparallel, a.aggnumdirectargs, "
           "p.proargtypes, p.proargmodes, p.proargnames, p.prorettype, " +
               function("aggtransfn") + ", 0, null, " + function("aggfinalfn") + ", a.aggfinalextra, a.aggfinalmodify, a.aggtranstype, a.aggtransspace, a.agginitval, " +
               function("aggmtransfn") + ", " + function("aggminvtransfn") + ", " + function("aggmfinalfn") +
               ", a.aggmfinalextra, a.aggmfinalmodify, a.aggmtranstype, a.aggmtransspace, a.aggminitval, " + function("aggcombinefn") + ", " +
               function("aggserialfn") + ", " + function("aggdeserialfn") +
               ", a.aggsortop, (select case when n.nspname = 'pg_catalog' then o.oprname else n.nspname || '.' || o.oprname end "
               "from pg_operator o join pg_namespace n on n.oid = o.oprnamespace where o.oid = a.aggsortop) "
               "from pg_proc p join pg_aggregate a on a.aggfnoid = p.oid where p.pronamespace in " +
               kUserSchemas + " and not exists (select from pg_depend m where m.classid = 'pg_proc'::regclass and m.objid = p.oid and m.deptype = 'e') order by p.oid",
           readAggregates}};
}

}  // namespace schemac::parser::catalog
