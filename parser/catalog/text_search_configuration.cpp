#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readConfigurations(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), schema = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid(), parser = row.oid();
    ir::TextSearchConfiguration data;
    data.parser = reader.named(kPgTextSearchParser, parser, row.text());
    reader.makeOther(kPgTextSearchConfiguration, oid, schema, name, owner, std::move(data));
  }
}

// Rows of one token next to each other, in the order in which its dictionaries are asked.
void readMappings(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const object = reader.other(kPgTextSearchConfiguration, row.oid());
    if (!object) continue;
    auto& mappings = std::get<ir::TextSearchConfiguration>(object->data).mappings;
    const std::string_view token = row.text();
    const Oid dictionary = row.oid();
    if (mappings.empty() || !(mappings.back().token == token)) mappings.push_back({ir::Name(token), {}});
    mappings.back().dictionaries.push_back(reader.named(kPgTextSearchDictionary, dictionary, row.text()));
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::TextSearchConfiguration>(int) {
  return {{Stage::Names, R"(
select c.oid, c.cfgnamespace, c.cfgname, c.cfgowner, c.cfgparser, case when n.nspname = 'pg_catalog' then p.prsname else n.nspname || '.' || p.prsname end
from pg_ts_config c join pg_ts_parser p on p.oid = c.cfgparser join pg_namespace n on n.oid = p.prsnamespace
where c.cfgnamespace in )" + kUserSchemas + " order by c.oid", readConfigurations},
          {Stage::Names, R"(
select m.mapcfg, t.alias, m.mapdict, case when n.nspname = 'pg_catalog' then d.dictname else n.nspname || '.' || d.dictname end
from pg_ts_config_map m join pg_ts_config c on c.oid = m.mapcfg join pg_ts_dict d on d.oid = m.mapdict join pg_namespace n on n.oid = d.dictnamespace,
  lateral (select alias from ts_token_type(c.cfgparser) where tokid = m.maptokentype) t
where c.cfgnamespace in )" + kUserSchemas + R"( order by m.mapcfg, t.alias collate "C", m.mapseqno)", readMappings}};
}

}  // namespace schemac::parser::catalog
