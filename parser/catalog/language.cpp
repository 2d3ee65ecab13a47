#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

// First the names: functions are in a language whose handler is a function.
void readLanguages(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    if (reader.isMember(kPgLanguage, oid)) continue;
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::Language language;
    language.trusted = row.flag();
    ir::Object& object = reader.make(nullptr, name, std::move(language));
    reader.others[{kPgLanguage, oid}] = &object;
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, row.maybe());
  }
}

void readHandlers(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const object = reader.other(kPgLanguage, row.oid());
    if (!object) continue;
    auto& language = std::get<ir::Language>(object->data);
    language.handler = reader.function(row);
    language.inlineHandler = reader.function(row);
    language.validator = reader.function(row);
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::Language>(int) {
  return {{Stage::Names, "select oid, lanname, lanowner, lanpltrusted, lanacl from pg_language where oid >= 16384 order by oid", readLanguages},
          {Stage::Parts, R"(
select l.oid, l.lanplcallfoid, h.proname, l.laninline, i.proname, l.lanvalidator, v.proname
from pg_language l left join pg_proc h on h.oid = l.lanplcallfoid left join pg_proc i on i.oid = l.laninline
  left join pg_proc v on v.oid = l.lanvalidator where l.oid >= 16384)", readHandlers}};
}

}  // namespace schemac::parser::catalog
