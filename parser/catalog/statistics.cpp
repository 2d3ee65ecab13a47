#include <algorithm>

#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readStatistics(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* const home = reader.home(row.oid());
    const Oid owner = row.oid(), tableOid = row.oid();
    const ir::Object* const table = reader.relation(tableOid);
    if (!home || !table) continue;
    ir::Statistics statistics;
    statistics.table = table;
    for (const ir::Ref& column : reader.columnRefs(tableOid, row.numbers())) statistics.elements.push_back({column, {}});
    const std::vector<std::string> kinds = row.texts();
    for (const std::string& expression : row.texts()) statistics.elements.push_back({{}, reader.expression(expression)});
    const std::pair<const char*, const char*> letters[]{{"d", "ndistinct"}, {"f", "dependencies"}, {"m", "mcv"}};
    for (const auto& [letter, kind] : letters)
      if (std::find(kinds.begin(), kinds.end(), letter) != kinds.end()) statistics.kinds.emplace_back(kind);
    if (statistics.elements.size() < 2) statistics.kinds.clear();
    if (const auto target = row.maybe()) statistics.target = std::stoi(std::string(*target));
    ir::Object& object = reader.make(home, name, std::move(statistics));
    reader.statistics[oid] = &object;
    if (table->origin == ir::Origin::Extension) {
      object.origin = ir::Origin::Extension;
      object.derivedFrom = table->derivedFrom;
    }
    if (reader.markMember(object, kPgStatisticExt, oid)) continue;
    reader.addOwner(object, owner);
  }
}

}  // namespace

// -1 until 16, NULL from 17 on: no target of its own.
template <>
std::vector<Query> queries<ir::Kind::Statistics>(int) {
  return {{Stage::Rules, R"(
select oid, stxname, stxnamespace, stxowner, stxrelid, stxkeys, stxkind, pg_get_statisticsobjdef_expressions(oid),
  case when stxstattarget >= 0 then stxstattarget end
from pg_statistic_ext order by oid)", readStatistics}};
}

}  // namespace schemac::parser::catalog
