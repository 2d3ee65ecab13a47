#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

static void readSequences(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const ir::Object* home = reader.home(row.oid());
    const Oid owner = row.oid();
    const auto acl = row.maybe();
    if (!home) continue;
    ir::Sequence sequence;
    sequence.persistence = row.letter() == 'u' ? ir::Persistence::Unlogged : ir::Persistence::Permanent;
    sequence.type = row.text();
    sequence.start = row.number();
    sequence.increment = row.number();
    sequence.minimum = row.number();
    sequence.maximum = row.number();
    sequence.cache = row.number();
    sequence.cycle = row.flag();
    const Oid table = row.oid();
    const ir::Object* const column = reader.column(table, row.number());
    sequence.ownedBy = column;
    sequence.identity = row.letter() == 'i';
    const bool identity = sequence.identity;
    ir::Object& object = reader.make(home, name, std::move(sequence));
    reader.relations[oid] = &object;
    if (!reader.markMember(object, kPgClass, oid) && identity) object.derivedFrom = column;
    // OWNER TO is refused on an owned sequence: it has its table's.
    const ir::Object* const tablesOwner = column ? ir::childOf(*column->parent, ir::Kind::Owner, "") : nullptr;
    reader.addOwner(object, owner, tablesOwner);
    reader.addGrants(object, owner, acl);
  }
}

template <>
std::vector<Query> queries<ir::Kind::Sequence>(int) {
  return {{Stage::Parts, R"(
select c.oid, c.relname, c.relnamespace, c.relowner, c.relacl, c.relpersistence, format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin,
  s.seqmax, s.seqcache, s.seqcycle, d.refobjid, d.refobjsubid, d.deptype
from pg_class c join pg_sequence s on s.seqrelid = c.oid
  left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0 and d.refclassid = 'pg_class'::regclass
    and d.refobjsubid > 0 and d.deptype in ('a', 'i')
where c.relnamespace in )" + kUserSchemas + " order by c.oid", readSequences}};
}

}  // namespace schemac::parser::catalog
