#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readParsers(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), schema = row.oid();
    reader.makeOther(kPgTextSearchParser, oid, schema, row.text(), 0, ir::TextSearchParser{});
  }
}

void readFunctions(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const object = reader.other(kPgTextSearchParser, row.oid());
    if (!object) continue;
    auto& parser = std::get<ir::TextSearchParser>(object->data);
    for (ir::Ref* function : {&parser.start, &parser.getToken, &parser.end, &parser.headline, &parser.lexemeTypes}) *function = reader.function(row);
  }
}

std::string function(const std::string& column) {
  return "p." + column + "::oid, (select f.proname from pg_proc f where f.oid = p." + column + ")";
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::TextSearchParser>(int) {
  return {{Stage::Names, "select oid, prsnamespace, prsname from pg_ts_parser where prsnamespace in " + kUserSchemas + " order by oid", readParsers},
          {Stage::Parts, "select p.oid, " + function("prsstart") + ", " + function("prstoken") + ", " + function("prsend") + ", " + function("prsheadline") + ", " +
               function("prslextype") + " from pg_ts_parser p where p.prsnamespace in " + kUserSchemas, readFunctions}};
}

}  // namespace schemac::parser::catalog
