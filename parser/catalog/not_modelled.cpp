#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

void readNotModelled(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const std::string_view kind = row.text(), name = row.text();
    const Oid schemaOid = row.oid(), owner = row.oid(), catalog = row.oid(), oid = row.oid();
    if (reader.members.contains({catalog, oid})) continue;
    const ir::Object* const home = reader.home(schemaOid);
    if (schemaOid && (!home || home->origin == ir::Origin::Extension || reader.schemaOrigin(*home) != ir::Origin::User)) continue;
    const ir::Name role = reader.role(owner);
    if (owner && role != "postgres" && reader.platformRole(role)) continue;
    reader.notModelled(kind, name);
  }
}

void readUnreadable(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const std::string what(row.text()), name(row.text()), role(row.text());
    reader.diagnostics.add(ir::Code::NotReadable, reader.location, what + " " + name + " cannot be read by role \"" + role + "\"");
  }
}

struct Part {
  const char* kind;
  const char* rest;  // name, schema, owner, catalog, oid and FROM
};
// oid >= 16384: PostgreSQL's own objects are below.
constexpr Part kParts[]{
    {"rule", "quote_ident(r.rulename) || ' on ' || c.oid::regclass, c.relnamespace, c.relowner, c.tableoid, c.oid "
             "from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and r.oid >= 16384"},
    {"event trigger", "quote_ident(evtname), 0::oid, evtowner, tableoid, oid from pg_event_trigger where true"},
    {"conversion", "format('%s.%I', connamespace::regnamespace, conname), connamespace, conowner, tableoid, oid from pg_conversion where oid >= 16384"},
    {"statistics", "format('%s.%I', stxnamespace::regnamespace, stxname), stxnamespace, stxowner, tableoid, oid from pg_statistic_ext where true"},
    {"foreign-data wrapper", "quote_ident(fdwname), 0::oid, fdwowner, tableoid, oid from pg_foreign_data_wrapper where true"},
    {"server", "quote_ident(srvname), 0::oid, srvowner, tableoid, oid from pg_foreign_server where true"},
    {"user mapping", "usename || ' on server ' || quote_ident(srvname), 0::oid, 0::oid, 0::oid, umid from pg_user_mappings where true"},
    {"foreign table", "oid::regclass::text, relnamespace, relowner, tableoid, oid from pg_class where relkind = 'f'"},
    // Not even its tableoid may be read by everybody.
    {"subscription", "quote_ident(subname), 0::oid, subowner, 0::oid, oid from pg_subscription "
                     "where subdbid = (select oid from pg_database where datname = current_database())"},
    {"transform", "format_type(trftype, null) || ' for ' || l.lanname, 0::oid, 0::oid, t.tableoid, t.oid "
                  "from pg_transform t join pg_language l on l.oid = t.trflang where true"},
    {"access method", "quote_ident(amname), 0::oid, 0::oid, tableoid, oid from pg_am where oid >= 16384"},
    {"base type", "oid::regtype::text, typnamespace, typowner, tableoid, oid from pg_type t where oid >= 16384 and typtype in ('b', 'p') "
                  "and not exists (select 1 from pg_type e where e.typarray = t.oid)"},
    {"security label", "objtype || ' ' || objname, coalesce(objnamespace, 0), 0::oid, 0::oid, 0::oid from pg_seclabels "
                       "where objtype not in ('database', 'role', 'tablespace')"},
};

}  // namespace

std::vector<Query> notModelledQueries(int version) {
  std::string all;
  // From 18 on NOT NULL is a constraint, with a name and these properties; that a column has one is all that is read.
  if (version >= 18)
    all = "select 'constraint', quote_ident(conname) || ' (not null, ' || case when convalidated then 'no inherit' else 'not valid' end || ') of ' || "
          "conrelid::regclass, connamespace, 0::oid, tableoid, oid from pg_constraint where contype = 'n' and conrelid <> 0 and oid >= 16384 "
          "and (connoinherit or not convalidated)";
  for (const Part& part : kParts) all += std::string(all.empty() ? "" : " union all ") + "select '" + part.kind + "', " + part.rest;
  return {{Stage::Facts, "select * from (" + all + ") x (kind, name, schema, owner, catalog, oid) order by kind, name", readNotModelled},
          // Who may not read it is told so; NULL options of a mapping that has none look the same to him.
          {Stage::Facts, R"(
select 'the connection of subscription', quote_ident(subname), current_user from pg_subscription
where subdbid = (select oid from pg_database where datname = current_database()) and not has_column_privilege('pg_subscription', 'subconninfo', 'select')
union all
select 'options of the user mapping for', usename || ' on server ' || quote_ident(srvname), current_user from pg_user_mappings
where umoptions is null and not (select rolsuper from pg_roles where rolname = current_user))", readUnreadable}};
}

}  // namespace schemac::parser::catalog
