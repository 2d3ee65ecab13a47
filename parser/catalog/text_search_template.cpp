#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readTemplates(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), schema = row.oid();
    reader.makeOther(kPgTextSearchTemplate, oid, schema, row.text(), 0, ir::TextSearchTemplate{});
  }
}

void readFunctions(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const object = reader.other(kPgTextSearchTemplate, row.oid());
    if (!object) continue;
    auto& data = std::get<ir::TextSearchTemplate>(object->data);
    for (ir::Ref* function : {&data.init, &data.lexize}) *function = reader.function(row);
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::TextSearchTemplate>(int) {
  return {{Stage::Names, "select oid, tmplnamespace, tmplname from pg_ts_template where tmplnamespace in " + kUserSchemas + " order by oid", readTemplates},
          {Stage::Parts, R"(
select t.oid, t.tmplinit::oid, i.proname, t.tmpllexize::oid, l.proname
from pg_ts_template t left join pg_proc i on i.oid = t.tmplinit left join pg_proc l on l.oid = t.tmpllexize where t.tmplnamespace in )" + kUserSchemas, readFunctions}};
}

}  // namespace schemac::parser::catalog
