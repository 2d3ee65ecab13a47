#include <algorithm>

#include "ir/identity.h"
#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readFamilies(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid(), schema = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::OperatorFamily family;
    family.method = row.text();
    reader.makeOther(kPgOpfamily, oid, schema, name, owner, std::move(family));
  }
}

// What a member belongs to: the class that it came with, or the family that it was added to.
struct Lists {
  std::vector<ir::FamilyOperator>* operators = nullptr;
  std::vector<ir::FamilyFunction>* functions = nullptr;
};
Lists listsOf(Reader& reader, Oid opclass, Oid family) {
  if (opclass) {
    ir::Object* const object = reader.other(kPgOpclass, opclass);
    if (!object) return {};
    auto& data = std::get<ir::OperatorClass>(object->data);
    return {&data.operators, &data.functions};
  }
  ir::Object* const object = reader.other(kPgOpfamily, family);
  if (!object) return {};
  auto& data = std::get<ir::OperatorFamily>(object->data);
  return {&data.operators, &data.functions};
}

// By number, then types, as the replayer has them.
template <class Member>
void insertSorted(std::vector<Member>& members, int Member::*number, Member member) {
  const auto key = [&](const Member& m) { return std::tuple(m.*number, ir::formatType(m.left), ir::formatType(m.right)); };
  const auto at = std::upper_bound(members.begin(), members.end(), member, [&](const Member& a, const Member& b) { return key(a) < key(b); });
  members.insert(at, std::move(member));
}

void readOperators(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid opclass = row.oid(), family = row.oid();
    const Lists lists = listsOf(reader, opclass, family);
    if (!lists.operators) continue;
    ir::FamilyOperator member;
    member.strategy = static_cast<int>(row.number());
    member.left = reader.type(row.oid());
    member.right = reader.type(row.oid());
    const Oid op = row.oid();
    member.op = reader.named(kPgOperator, op, row.text());
    const Oid sort = row.oid();
    member.sortFamily = reader.named(kPgOpfamily, sort, row.text());
    insertSorted(*lists.operators, &ir::FamilyOperator::strategy, std::move(member));
  }
}

void readFunctions(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid opclass = row.oid(), family = row.oid();
    const Lists lists = listsOf(reader, opclass, family);
    if (!lists.functions) continue;
    ir::FamilyFunction member;
    member.support = static_cast<int>(row.number());
    member.left = reader.type(row.oid());
    member.right = reader.type(row.oid());
    member.function = reader.function(row);
    insertSorted(*lists.functions, &ir::FamilyFunction::support, std::move(member));
  }
}

// A member hangs on its class by an internal or normal dependency (deptype 'i', 'n'), on a family alone where it is loose.
const std::string kClassOf = "(select d.refobjid from pg_depend d where d.classid = m.tableoid and d.objid = m.oid and d.refclassid = 'pg_opclass'::regclass limit 1)";

}  // namespace

template <>
std::vector<Query> queries<ir::Kind::OperatorFamily>(int) {
  return {{Stage::Names, "select f.oid, f.opfnamespace, f.opfname, f.opfowner, a.amname from pg_opfamily f join pg_am a on a.oid = f.opfmethod where f.opfnamespace in " +
               kUserSchemas + " order by f.oid", readFamilies},
          {Stage::Parts, "select " + kClassOf + R"(, m.amopfamily, m.amopstrategy, m.amoplefttype, m.amoprighttype, m.amopopr,
  case when n.nspname = 'pg_catalog' then o.oprname else n.nspname || '.' || o.oprname end, m.amopsortfamily,
  case when sn.nspname = 'pg_catalog' then s.opfname else sn.nspname || '.' || s.opfname end
from pg_amop m join pg_operator o on o.oid = m.amopopr join pg_namespace n on n.oid = o.oprnamespace
  left join pg_opfamily s on s.oid = m.amopsortfamily left join pg_namespace sn on sn.oid = s.opfnamespace where m.oid >= 16384)", readOperators},
          {Stage::Parts, "select " + kClassOf + R"(, m.amprocfamily, m.amprocnum, m.amproclefttype, m.amprocrighttype, m.amproc::oid, p.proname
from pg_amproc m join pg_proc p on p.oid = m.amproc where m.oid >= 16384)", readFunctions}};
}

}  // namespace schemac::parser::catalog
