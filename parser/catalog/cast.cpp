#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readCasts(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    if (reader.isMember(kPgCast, oid)) continue;
    ir::Cast cast;
    cast.source = reader.type(row.oid());
    cast.target = reader.type(row.oid());
    if (!cast.source || !cast.target) continue;
    cast.function = reader.function(row);
    cast.inOut = row.letter() == 'i';
    const char context = row.letter();
    cast.context = context == 'i' ? "implicit" : context == 'a' ? "assignment" : "explicit";
    const bool platform = (cast.source.type->origin == ir::Origin::Platform || cast.target.type->origin == ir::Origin::Platform);
    ir::Object& object = reader.make(nullptr, "", std::move(cast));
    if (platform) object.origin = ir::Origin::Platform;
    reader.others[{kPgCast, oid}] = &object;
  }
}

// Without those that come with a range type (deptype 'i').
template <>
std::vector<Query> queries<ir::Kind::Cast>(int) {
  return {{Stage::Parts, R"(
select k.oid, k.castsource, k.casttarget, k.castfunc, p.proname, k.castmethod, k.castcontext
from pg_cast k left join pg_proc p on p.oid = k.castfunc
where k.oid >= 16384 and not exists (select from pg_depend d where d.classid = k.tableoid and d.objid = k.oid and d.deptype = 'i') order by k.oid)", readCasts}};
}

}  // namespace schemac::parser::catalog
