#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

// dictinitoption: a = 'x', "B" = E'a\\b', c = 3 (serialize_deflist).
ir::Options optionsOf(std::string_view text) {
  ir::Options options;
  for (const std::string_view part : splitList(text)) {
    const std::size_t equals = part.find(" = ");
    if (equals == std::string_view::npos) continue;
    std::string name(part.substr(0, equals)), value;
    if (name.starts_with('"')) {
      std::string bare;
      for (std::size_t i = 1; i + 1 < name.size(); ++i) {
        bare += name[i];
        if (name[i] == '"') ++i;
      }
      name = bare;
    }
    std::string_view written = part.substr(equals + 3);
    const bool escapes = written.starts_with('E');
    if (escapes) written.remove_prefix(1);
    if (written.starts_with('\'')) {
      for (std::size_t i = 1; i + 1 < written.size(); ++i) {
        value += written[i];
        if (written[i] == '\'' || (escapes && written[i] == '\\')) ++i;  // both doubled
      }
    } else {
      value = written;
    }
    options.push_back({ir::Name(name), ir::Text(value)});
  }
  return options;
}

void readDictionaries(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), schema = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid(), parent = row.oid();
    ir::TextSearchDictionary data;
    data.parent = reader.named(kPgTextSearchTemplate, parent, row.text());
    data.options = optionsOf(row.text());
    reader.makeOther(kPgTextSearchDictionary, oid, schema, name, owner, std::move(data));
  }
}

}  // namespace

// Behind the templates' names.
template <>
std::vector<Query> queries<ir::Kind::TextSearchDictionary>(int) {
  return {{Stage::Names, R"(
select d.oid, d.dictnamespace, d.dictname, d.dictowner, d.dicttemplate,
  case when n.nspname = 'pg_catalog' then t.tmplname else n.nspname || '.' || t.tmplname end, d.dictinitoption
from pg_ts_dict d join pg_ts_template t on t.oid = d.dicttemplate join pg_namespace n on n.oid = t.tmplnamespace
where d.dictnamespace in )" + kUserSchemas + " order by d.oid", readDictionaries}};
}

}  // namespace schemac::parser::catalog
