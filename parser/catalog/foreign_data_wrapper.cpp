#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readWrappers(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    const auto acl = row.maybe();
    ir::ForeignDataWrapper wrapper;
    wrapper.options = parseOptions(row.texts());
    ir::Object& object = reader.make(nullptr, name, std::move(wrapper));
    reader.wrappers[oid] = &object;
    if (reader.markMember(object, kPgForeignDataWrapper, oid)) continue;
    reader.setPlatform(object, owner);
    reader.addOwner(object, owner);
    reader.addGrants(object, owner, acl);
  }
}

// Its functions are read later than it is.
void readFunctions(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    ir::Object* const object = Reader::look(reader.wrappers, row.oid());
    if (!object) continue;
    auto& wrapper = std::get<ir::ForeignDataWrapper>(object->data);
    wrapper.handler = reader.function(row);
    wrapper.validator = reader.function(row);
  }
}

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::ForeignDataWrapper>(int) {
  return {{Stage::Names, "select oid, fdwname, fdwowner, fdwacl, fdwoptions from pg_foreign_data_wrapper order by oid", readWrappers},
          {Stage::Rules, R"(
select w.oid, w.fdwhandler, h.proname, w.fdwvalidator, v.proname
from pg_foreign_data_wrapper w left join pg_proc h on h.oid = w.fdwhandler left join pg_proc v on v.oid = w.fdwvalidator)", readFunctions}};
}

}  // namespace schemac::parser::catalog
