#include "ir/identity.h"
#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

ir::ArgumentMode modeOf(std::string_view mode) {
  if (mode == "o") return ir::ArgumentMode::Out;
  if (mode == "b") return ir::ArgumentMode::InOut;
  if (mode == "v") return ir::ArgumentMode::Variadic;
  if (mode == "t") return ir::ArgumentMode::Table;
  return ir::ArgumentMode::In;
}

std::vector<ir::Argument> argumentsOf(Reader& reader, Row& row) {
  const auto inputs = row.numbers(), all = row.numbers();
  const auto modes = row.texts(), names = row.texts();
  const auto defaults = splitList(row.text());
  std::vector<ir::Argument> arguments;
  const auto& types = all.empty() ? inputs : all;  // proallargtypes is null where all are input
  for (std::size_t k = 0; k < types.size(); ++k) {
    ir::Argument argument;
    argument.mode = k < modes.size() ? modeOf(modes[k]) : ir::ArgumentMode::In;
    if (k < names.size()) argument.name = names[k];
    argument.type = reader.type(static_cast<Oid>(types[k]));
    arguments.push_back(std::move(argument));
  }
  // Defaults belong to the last input arguments.
  std::size_t left = defaults.size();
  for (auto argument = arguments.rbegin(); argument != arguments.rend() && left; ++argument)
    if (ir::isInput(*argument)) argument->defaultValue = reader.expression(defaults[--left]);
  return arguments;
}

void readBody(Reader& reader, ir::Function& function, Row& row) {
  const std::string_view source = row.text(), binary = row.text();
  function.settings = parseOptions(row.texts());
  const auto sqlBody = row.maybe();
  if (sqlBody) {
    function.sqlBody = reader.query(*sqlBody);
  } else if (function.language == "c") {
    function.body = binary;
    function.link = source;
  } else {
    function.body = source;
  }
}

void readFunctions(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* home = reader.home(row.oid());
    if (!home) continue;
    ir::Function function;
    const char kind = row.letter();
    function.routine = kind == 'p' ? ir::Routine::Procedure : kind == 'w' ? ir::Routine::Window : ir::Routine::Function;
    const Oid owner = row.oid();
    const auto acl = row.maybe();
    const Oid language = row.oid();
    function.language = reader.named(kPgLanguage, language, row.text());
    const double cost = std::stod(std::string(row.text())), count = std::stod(std::string(row.text()));
    const Oid support = row.oid();
    const std::string_view supportName = row.text();
    function.securityDefiner = row.flag();
    function.leakproof = row.flag();
    function.strict = row.flag();
    const bool set = row.flag();
    const char volatility = row.letter(), parallel = row.letter();
    function.volatility = volatility == 'i' ? "immutable" : volatility == 's' ? "stable" : "volatile";
    function.parallel = parallel == 's' ? "safe" : parallel == 'r' ? "restricted" : "unsafe";
    function.arguments = argumentsOf(reader, row);
    if (const Oid result = row.oid(); kind != 'p') function.result = reader.type(result);
    function.result.setOf = set;
    // What CREATE FUNCTION gives where nothing is said: ProcedureCreate's caller in functioncmds.c.
    const bool compiled = function.language == "c" || function.language == "internal";
    if (cost != (compiled ? 1 : 100)) function.cost = cost;
    if (count != (set ? 1000 : 0)) function.rows = count;
    readBody(reader, function, row);
    const bool transforms = row.flag();
    ir::Object& object = reader.make(home, name, std::move(function));
    reader.functions[oid] = &object;
    // A support function may come later in the rows, but one must be a superuser to have one of one's own.
    if (support) std::get<ir::Function>(object.data).support = reader.function(support, supportName);
    if (reader.markMember(object, kPgProc, oid)) continue;
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, acl);
    if (transforms) reader.notModelled("TRANSFORM of function", name);
  }
}

}  // namespace

// Aggregates only of extensions: there their signature is all that counts. The constructors that come with a range type are the type's
// (deptype 'i'). Members of extensions without their bodies: postgis alone has 700.
template <>
std::vector<Query> queries<ir::Kind::Function>(int) {
  return {{Stage::Programs, R"(
select p.oid, p.proname, p.pronamespace, p.prokind, p.proowner, p.proacl, p.prolang, l.lanname, p.procost, p.prorows, p.prosupport::oid,
  case when p.prosupport <> 0 then p.prosupport::text end,
  p.prosecdef, p.proleakproof, p.proisstrict, p.proretset, p.provolatile, p.proparallel, p.proargtypes, p.proallargtypes, p.proargmodes, p.proargnames,
  pg_get_expr(p.proargdefaults, 0), p.prorettype, case when m.deptype is null then p.prosrc end, p.probin, p.proconfig,
  case when m.deptype is null then pg_get_function_sqlbody(p.oid) end, p.protrftypes is not null
from pg_proc p join pg_language l on l.oid = p.prolang
  left join pg_depend m on m.classid = 'pg_proc'::regclass and m.objid = p.oid and m.objsubid = 0 and m.deptype in ('e', 'i')
where p.pronamespace in )" + kUserSchemas + " and m.deptype is distinct from 'i' and (p.prokind <> 'a' or m.deptype = 'e') order by p.oid", readFunctions}};
}

}  // namespace schemac::parser::catalog
