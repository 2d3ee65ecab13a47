#include "tests/support/catalog_queries.h"

// Written against PostgreSQL 14 to 18. Where a catalog's column came or went between those versions it is read through
// to_jsonb(row) ->> 'column', which is NULL where the column does not exist.

namespace schemac::testing {

std::string_view catalogHelpers() {
  return R"sql(
create function pg_temp.who(r oid) returns text language sql as
  $$ select case when r = 0 then 'PUBLIC' else pg_get_userbyid(r)::text end $$;

-- Privileges as they take effect: the built-in default where nothing is written, whoever granted them.
create function pg_temp.acl(a aclitem[], kind "char", owner oid) returns text language sql as
  $$ select coalesce(string_agg(g, ' ' order by g), 'nobody') from
     (select pg_temp.who(x.grantee) || '=' || x.privilege_type || case when bool_or(x.is_grantable) then '*' else '' end as g
      from aclexplode(coalesce(a, acldefault(kind, owner))) x group by x.grantee, x.privilege_type) s $$;

create function pg_temp.column_acl(a aclitem[]) returns text language sql as
  $$ select string_agg(g, ' ' order by g) from
     (select pg_temp.who(x.grantee) || '=' || x.privilege_type || case when bool_or(x.is_grantable) then '*' else '' end as g
      from aclexplode(a) x group by x.grantee, x.privilege_type) s $$;

create function pg_temp.sorted(a text[]) returns text language sql as
  $$ select string_agg(o, ', ' order by o) from unnest(a) o $$;

-- Not the system's, not an extension's.
create function pg_temp.users(ns oid, class regclass, obj oid) returns boolean language sql as
  $$ select (select n.nspname !~ '^pg_' and n.nspname <> 'information_schema' from pg_namespace n where n.oid = ns)
       and not exists (select from pg_depend d where d.classid = class and d.objid = obj and d.deptype = 'e') $$;

create function pg_temp.members(class regclass, obj oid) returns boolean language sql as
  $$ select exists (select from pg_depend d where d.classid = class and d.objid = obj and d.deptype = 'e') $$;

create function pg_temp.collation_of(c oid) returns text language sql as
  $$ select format('%I.%I', n.nspname, o.collname) from pg_collation o join pg_namespace n on n.oid = o.collnamespace where o.oid = c $$;
)sql";
}

const std::vector<CatalogQuery>& catalogQueries() {
  static const std::vector<CatalogQuery> queries{
      {"schema", 14, R"sql(
select quote_ident(nspname), pg_temp.who(nspowner) as owner, pg_temp.acl(nspacl, 'n', nspowner) as acl, obj_description(oid, 'pg_namespace') as comment
from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' and not pg_temp.members('pg_namespace', oid))sql"},

      {"extension", 14, R"sql(
select quote_ident(extname), extnamespace::regnamespace as schema, extversion as version, obj_description(oid, 'pg_extension') as comment
from pg_extension)sql"},

      {"type", 14, R"sql(
select t.oid::regtype, t.typtype as kind, pg_temp.who(t.typowner) as owner, pg_temp.acl(t.typacl, 'T', t.typowner) as acl,
  obj_description(t.oid, 'pg_type') as comment,
  (select string_agg(quote_literal(enumlabel), ' ' order by enumsortorder) from pg_enum where enumtypid = t.oid) as labels,
  case t.typtype when 'd' then format_type(t.typbasetype, t.typtypmod) end as base,
  case t.typtype when 'd' then t.typnotnull end as not_null,
  t.typdefault as default,
  case t.typtype when 'd' then pg_temp.collation_of(t.typcollation) end as collation,
  case t.typtype when 'b' then concat_ws(' ', t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typlen, t.typbyval,
    t.typalign, t.typstorage, t.typcategory, t.typispreferred, t.typdelim, t.typelem::regtype, pg_temp.collation_of(t.typcollation)) end as base_type,
  (select concat_ws(' ', r.rngsubtype::regtype, pg_temp.collation_of(r.rngcollation), o.opcname, r.rngcanonical, r.rngsubdiff, r.rngmultitypid::regtype)
   from pg_range r join pg_opclass o on o.oid = r.rngsubopc where r.rngtypid = t.oid) as range
from pg_type t left join pg_class c on c.oid = t.typrelid
where t.oid >= 16384 and pg_temp.users(t.typnamespace, 'pg_type', t.oid)
  and (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c')
       or (t.typtype = 'b' and not exists (select from pg_type e where e.typarray = t.oid))
       or (t.typtype = 'p' and not t.typisdefined)))sql"},

      {"attribute", 14, R"sql(
select format('%s.%I', a.attrelid::regclass, a.attname), format_type(a.atttypid, a.atttypmod) as type, pg_temp.collation_of(a.attcollation) as collation,
  (select count(*) from pg_attribute b where b.attrelid = a.attrelid and b.attnum > 0 and b.attnum <= a.attnum and not b.attisdropped) as position,
  col_description(a.attrelid, a.attnum) as comment
from pg_attribute a join pg_class c on c.oid = a.attrelid
where c.relkind = 'c' and a.attnum > 0 and not a.attisdropped and c.oid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', c.oid)
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = c.reltype and d.deptype = 'e'))sql"},

      {"sequence", 14, R"sql(
select c.oid::regclass, format_type(s.seqtypid, null) as type, s.seqstart as start, s.seqincrement as increment, s.seqmin as min, s.seqmax as max,
  s.seqcache as cache, s.seqcycle as cycle, c.relpersistence as persistence, pg_temp.who(c.relowner) as owner, pg_temp.acl(c.relacl, 's', c.relowner) as acl,
  obj_description(c.oid, 'pg_class') as comment,
  (select format('%s.%I (%s)', d.refobjid::regclass, a.attname, d.deptype) from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')) as owned_by
from pg_sequence s join pg_class c on c.oid = s.seqrelid where c.oid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', c.oid))sql"},

      {"relation", 14, R"sql(
select c.oid::regclass, c.relkind as kind, c.relpersistence as persistence, pg_temp.sorted(c.reloptions) as options,
  (select pg_temp.sorted(t.reloptions) from pg_class t where t.oid = c.reltoastrelid) as toast_options,
  c.relrowsecurity as row_security, c.relforcerowsecurity as force_row_security, c.relreplident as replica_identity,
  (select spcname from pg_tablespace where oid = c.reltablespace) as tablespace, (select amname from pg_am where oid = c.relam) as access_method,
  pg_temp.who(c.relowner) as owner, pg_temp.acl(c.relacl, 'r', c.relowner) as acl, obj_description(c.oid, 'pg_class') as comment,
  pg_get_partkeydef(c.oid) as partition_key, pg_get_expr(c.relpartbound, c.oid) as partition_bound,
  (select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno) from pg_inherits i where i.inhrelid = c.oid) as inherits,
  nullif(c.reloftype, 0)::regtype as of_type,
  case c.relkind when 'm' then c.relispopulated end as populated,
  case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as definition,
  (select format('%I (%s)', s.srvname, pg_temp.sorted(f.ftoptions)) from pg_foreign_table f join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid) as server
from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.oid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', c.oid))sql"},

      // attislocal and attinhcount tell a column of the table's own from an inherited one.
      {"column", 14, R"sql(
select format('%s.%I', c.oid::regclass, a.attname), format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
  pg_get_expr(d.adbin, d.adrelid) as default, nullif(a.attidentity, '') as identity, nullif(a.attgenerated, '') as generated,
  case when a.attcollation <> t.typcollation then pg_temp.collation_of(a.attcollation) end as collation,
  case when c.relkind <> 'v' then a.attstorage end as storage, nullif(a.attcompression, '') as compression,
  case when a.attstattarget >= 0 then a.attstattarget end as statistics,
  (select pg_temp.sorted(array_agg(o)) from unnest(a.attoptions) o where o not like 'pg_attver=%') as options, pg_temp.sorted(a.attfdwoptions) as fdw_options,
  a.attislocal as local, a.attinhcount > 0 as inherited, pg_temp.column_acl(a.attacl) as acl, col_description(c.oid, a.attnum) as comment
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
where c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped and c.oid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', c.oid))sql"},

      {"constraint", 14, R"sql(
select format('%s %I', coalesce(nullif(c.conrelid, 0)::regclass::text, c.contypid::regtype::text), c.conname),
  c.contype as kind, pg_get_constraintdef(c.oid) as definition, c.convalidated as validated, c.conislocal as local, c.coninhcount > 0 as inherited,
  c.connoinherit as no_inherit, c.conindid::regclass as index, to_jsonb(c) ->> 'conenforced' as enforced,
  (select format('%s %I', p.conrelid::regclass, p.conname) from pg_constraint p where p.oid = c.conparentid) as parent,
  obj_description(c.oid, 'pg_constraint') as comment
from pg_constraint c where c.contype <> 't' and (c.conrelid = 0 or c.conrelid >= 16384 and pg_temp.users((select relnamespace from pg_class r where r.oid = c.conrelid), 'pg_class', c.conrelid))
  and (c.contypid = 0 or c.contypid >= 16384 and pg_temp.users((select typnamespace from pg_type t where t.oid = c.contypid), 'pg_type', c.contypid)))sql"},

      {"index", 14, R"sql(
select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid) as definition, i.indisprimary as primary_key, i.indisunique as is_unique, i.indisvalid as valid, i.indisready as ready,
  i.indisclustered as clustered, i.indisreplident as replica_identity, i.indimmediate as immediate, (select spcname from pg_tablespace where oid = c.reltablespace) as tablespace,
  (select p.inhparent::regclass from pg_inherits p where p.inhrelid = c.oid) as parent, obj_description(c.oid, 'pg_class') as comment,
  (select string_agg(format('%s:%s', a.attnum, a.attstattarget), ' ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attstattarget >= 0) as statistics
from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', i.indrelid))sql"},

      {"rule", 14, R"sql(
select format('%s %I', r.ev_class::regclass, r.rulename), pg_get_ruledef(r.oid) as definition, r.ev_enabled as enabled, obj_description(r.oid, 'pg_rewrite') as comment
from pg_rewrite r join pg_class c on c.oid = r.ev_class where r.rulename <> '_RETURN' and c.oid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', c.oid))sql"},

      {"trigger", 14, R"sql(
select format('%s %I', t.tgrelid::regclass, t.tgname), pg_get_triggerdef(t.oid) as definition, t.tgenabled as enabled,
  (select format('%s %I', p.tgrelid::regclass, p.tgname) from pg_trigger p where p.oid = t.tgparentid) as parent, obj_description(t.oid, 'pg_trigger') as comment
from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.oid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', c.oid))sql"},

      // ALTER TABLE … DISABLE TRIGGER ALL reaches the triggers behind foreign keys as well.
      {"constraint triggers", 14, R"sql(
select format('%s %I', t.tgrelid::regclass, o.conname), string_agg(t.tgenabled::text, '' order by t.tgenabled) as enabled
from pg_trigger t join pg_constraint o on o.oid = t.tgconstraint join pg_class c on c.oid = t.tgrelid
where t.tgisinternal and t.tgenabled <> 'O' and c.oid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', c.oid) group by 1)sql"},

      {"policy", 14, R"sql(
select format('%s %I', p.polrelid::regclass, p.polname), p.polcmd as command, p.polpermissive as permissive,
  (select string_agg(pg_temp.who(r), ', ' order by pg_temp.who(r)) from unnest(p.polroles) r) as roles,
  pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check, obj_description(p.oid, 'pg_policy') as comment
from pg_policy p join pg_class c on c.oid = p.polrelid where c.oid >= 16384 and pg_temp.users(c.relnamespace, 'pg_class', c.oid))sql"},

      // A range type's constructors hang on the type (deptype i).
      {"routine", 14, R"sql(
select p.oid::regprocedure, p.prokind as kind, case when p.prokind <> 'a' then pg_get_functiondef(p.oid) end as definition,
  pg_get_function_arguments(p.oid) as arguments, pg_get_function_result(p.oid) as result, pg_temp.who(p.proowner) as owner,
  pg_temp.acl(p.proacl, 'f', p.proowner) as acl, p.proparallel as parallel, obj_description(p.oid, 'pg_proc') as comment,
  (select concat_ws(' ', a.aggkind, a.aggnumdirectargs, a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn, a.aggdeserialfn, a.aggmtransfn,
     a.aggminvtransfn, a.aggmfinalfn, a.aggfinalextra, a.aggmfinalextra, a.aggfinalmodify, a.aggmfinalmodify, a.aggsortop::regoperator, a.aggtranstype::regtype,
     a.aggtransspace, a.aggmtranstype::regtype, a.aggmtransspace, 'init', coalesce(quote_literal(a.agginitval), 'null'), coalesce(quote_literal(a.aggminitval), 'null'))
   from pg_aggregate a where a.aggfnoid = p.oid) as aggregate
from pg_proc p where p.oid >= 16384 and pg_temp.users(p.pronamespace, 'pg_proc', p.oid)
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i'))sql"},

      // Schema, role or database options of a routine are in its definition; those of roles and databases are not compared.
      {"default privileges", 14, R"sql(
select format('%s in %s for %s', coalesce(nullif(d.defaclnamespace, 0)::regnamespace::text, 'any schema'), pg_temp.who(d.defaclrole), d.defaclobjtype),
  case when d.defaclnamespace = 0 then pg_temp.acl(d.defaclacl, d.defaclobjtype, d.defaclrole) else pg_temp.column_acl(d.defaclacl) end as acl
from pg_default_acl d)sql"},

      {"operator", 14, R"sql(
select o.oid::regoperator, o.oprcode as function, o.oprcom::regoperator as commutator, o.oprnegate::regoperator as negator, o.oprrest as restrict, o.oprjoin as join,
  o.oprcanhash as hashes, o.oprcanmerge as merges, pg_temp.who(o.oprowner) as owner, obj_description(o.oid, 'pg_operator') as comment
from pg_operator o where o.oprcode <> 0 and o.oid >= 16384 and pg_temp.users(o.oprnamespace, 'pg_operator', o.oid))sql"},

      {"operator family", 14, R"sql(
select format('%s.%I using %I', f.opfnamespace::regnamespace, f.opfname, m.amname), pg_temp.who(f.opfowner) as owner, obj_description(f.oid, 'pg_opfamily') as comment,
  (select string_agg(format('%s %s %s %s', a.amopstrategy, a.amopopr::regoperator, a.amoppurpose, (select sf.opfname from pg_opfamily sf where sf.oid = a.amopsortfamily)), ', '
     order by a.amopstrategy, a.amopopr::regoperator::text) from pg_amop a where a.amopfamily = f.oid) as operators,
  (select string_agg(format('%s %s (%s, %s)', a.amprocnum, a.amproc::regprocedure, a.amproclefttype::regtype, a.amprocrighttype::regtype), ', '
     order by a.amprocnum, a.amproc::regprocedure::text) from pg_amproc a where a.amprocfamily = f.oid) as functions
from pg_opfamily f join pg_am m on m.oid = f.opfmethod where f.oid >= 16384 and pg_temp.users(f.opfnamespace, 'pg_opfamily', f.oid))sql"},

      {"operator class", 14, R"sql(
select format('%s.%I using %I', o.opcnamespace::regnamespace, o.opcname, m.amname), o.opcintype::regtype as type, o.opcdefault as is_default,
  nullif(o.opckeytype, 0)::regtype as storage, (select format('%s.%I', f.opfnamespace::regnamespace, f.opfname) from pg_opfamily f where f.oid = o.opcfamily) as family,
  pg_temp.who(o.opcowner) as owner, obj_description(o.oid, 'pg_opclass') as comment
from pg_opclass o join pg_am m on m.oid = o.opcmethod where o.oid >= 16384 and pg_temp.users(o.opcnamespace, 'pg_opclass', o.oid))sql"},

      {"cast", 14, R"sql(
select format('%s to %s', c.castsource::regtype, c.casttarget::regtype), nullif(c.castfunc, 0)::regprocedure as function, c.castcontext as context, c.castmethod as method,
  obj_description(c.oid, 'pg_cast') as comment
from pg_cast c where c.oid >= 16384 and not pg_temp.members('pg_cast', c.oid))sql"},

      {"transform", 14, R"sql(
select format('%s in %I', t.trftype::regtype, l.lanname), t.trffromsql as from_sql, t.trftosql as to_sql, obj_description(t.oid, 'pg_transform') as comment
from pg_transform t join pg_language l on l.oid = t.trflang where not pg_temp.members('pg_transform', t.oid))sql"},

      // Any encoding's (-1) and the database's own are one: only CREATE COLLATION … FROM makes the former, and a dump cannot tell.
      {"collation", 14, R"sql(
select format('%s.%I', c.collnamespace::regnamespace, c.collname), c.collprovider as provider, c.collisdeterministic as deterministic,
  case when c.collencoding not in (-1, (select encoding from pg_database where datname = current_database())) then c.collencoding end as encoding,
  c.collcollate as lc_collate, c.collctype as lc_ctype, coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale') as locale, to_jsonb(c) ->> 'collicurules' as rules,
  pg_temp.who(c.collowner) as owner, obj_description(c.oid, 'pg_collation') as comment
from pg_collation c where c.oid >= 16384 and pg_temp.users(c.collnamespace, 'pg_collation', c.oid))sql"},

      {"conversion", 14, R"sql(
select format('%s.%I', c.connamespace::regnamespace, c.conname), pg_encoding_to_char(c.conforencoding) as source, pg_encoding_to_char(c.contoencoding) as target,
  c.conproc as function, c.condefault as is_default, pg_temp.who(c.conowner) as owner, obj_description(c.oid, 'pg_conversion') as comment
from pg_conversion c where c.oid >= 16384 and pg_temp.users(c.connamespace, 'pg_conversion', c.oid))sql"},

      {"language", 14, R"sql(
select quote_ident(l.lanname), l.lanpltrusted as trusted, l.lanplcallfoid::regproc as handler, l.laninline::regproc as inline, l.lanvalidator::regproc as validator,
  pg_temp.acl(l.lanacl, 'l', l.lanowner) as acl, pg_temp.who(l.lanowner) as owner, obj_description(l.oid, 'pg_language') as comment
from pg_language l where l.lanispl)sql"},

      {"access method", 14, R"sql(
select quote_ident(m.amname), m.amhandler as handler, m.amtype as type, obj_description(m.oid, 'pg_am') as comment
from pg_am m where m.oid >= 16384 and not pg_temp.members('pg_am', m.oid))sql"},

      {"event trigger", 14, R"sql(
select quote_ident(e.evtname), e.evtevent as event, e.evtfoid::regprocedure as function, e.evtenabled as enabled, pg_temp.sorted(e.evttags) as tags,
  pg_temp.who(e.evtowner) as owner, obj_description(e.oid, 'pg_event_trigger') as comment
from pg_event_trigger e where not pg_temp.members('pg_event_trigger', e.oid))sql"},

      {"publication", 14, R"sql(
select quote_ident(p.pubname), p.puballtables as all_tables, concat_ws(' ', p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate) as publishes, p.pubviaroot as via_root,
  to_jsonb(p) ->> 'pubgencols' as generated_columns, pg_temp.who(p.pubowner) as owner, obj_description(p.oid, 'pg_publication') as comment
from pg_publication p)sql"},

      {"publication table", 14, R"sql(
select format('%I %s', p.pubname, r.prrelid::regclass), true as published from pg_publication_rel r join pg_publication p on p.oid = r.prpubid)sql"},

      {"publication filter", 15, R"sql(
select format('%I %s', p.pubname, r.prrelid::regclass), pg_get_expr(r.prqual, r.prrelid) as where,
  (select string_agg(quote_ident(a.attname), ', ' order by a.attname) from pg_attribute a where a.attrelid = r.prrelid and a.attnum = any (r.prattrs::int2[])) as columns
from pg_publication_rel r join pg_publication p on p.oid = r.prpubid)sql"},

      {"publication schema", 15, R"sql(
select format('%I %s', p.pubname, s.pnnspid::regnamespace), true as published from pg_publication_namespace s join pg_publication p on p.oid = s.pnpubid)sql"},

      {"subscription", 14, R"sql(
select quote_ident(s.subname), s.subconninfo as conninfo, pg_temp.sorted(s.subpublications) as publications, s.subenabled as enabled, s.subslotname as slot,
  s.subsynccommit as synchronous_commit, s.subbinary as is_binary, s.substream as streaming, to_jsonb(s) ->> 'suborigin' as origin, to_jsonb(s) ->> 'subtwophasestate' as two_phase,
  to_jsonb(s) ->> 'subdisableonerr' as disable_on_error, to_jsonb(s) ->> 'subrunasowner' as run_as_owner, to_jsonb(s) ->> 'subpasswordrequired' as password_required,
  to_jsonb(s) ->> 'subfailover' as failover, pg_temp.who(s.subowner) as owner, shobj_description(s.oid, 'pg_subscription') as comment
from pg_subscription s where s.subdbid = (select oid from pg_database where datname = current_database()))sql"},

      {"foreign data wrapper", 14, R"sql(
select quote_ident(w.fdwname), w.fdwhandler::regproc as handler, w.fdwvalidator::regproc as validator, pg_temp.sorted(w.fdwoptions) as options,
  pg_temp.acl(w.fdwacl, 'F', w.fdwowner) as acl, pg_temp.who(w.fdwowner) as owner, obj_description(w.oid, 'pg_foreign_data_wrapper') as comment
from pg_foreign_data_wrapper w where not pg_temp.members('pg_foreign_data_wrapper', w.oid))sql"},

      {"server", 14, R"sql(
select quote_ident(s.srvname), w.fdwname as wrapper, s.srvtype as type, s.srvversion as version, pg_temp.sorted(s.srvoptions) as options,
  pg_temp.acl(s.srvacl, 'S', s.srvowner) as acl, pg_temp.who(s.srvowner) as owner, obj_description(s.oid, 'pg_foreign_server') as comment
from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw where not pg_temp.members('pg_foreign_server', s.oid))sql"},

      {"user mapping", 14, R"sql(
select format('%I for %I', m.srvname, m.usename), coalesce(pg_temp.sorted(m.umoptions), '') as options from pg_user_mappings m)sql"},

      {"statistics", 14, R"sql(
select format('%s.%I', s.stxnamespace::regnamespace, s.stxname), pg_get_statisticsobjdef(s.oid) as definition, case when s.stxstattarget >= 0 then s.stxstattarget end as target,
  pg_temp.who(s.stxowner) as owner, obj_description(s.oid, 'pg_statistic_ext') as comment
from pg_statistic_ext s where s.oid >= 16384 and pg_temp.users(s.stxnamespace, 'pg_statistic_ext', s.oid))sql"},

      {"text search configuration", 14, R"sql(
select c.oid::regconfig, p.prsname as parser, pg_temp.who(c.cfgowner) as owner, obj_description(c.oid, 'pg_ts_config') as comment,
  (select string_agg(format('%s.%s %s', m.maptokentype, m.mapseqno, m.mapdict::regdictionary), ', ' order by m.maptokentype, m.mapseqno) from pg_ts_config_map m where m.mapcfg = c.oid) as mappings
from pg_ts_config c join pg_ts_parser p on p.oid = c.cfgparser where c.oid >= 16384 and pg_temp.users(c.cfgnamespace, 'pg_ts_config', c.oid))sql"},

      {"text search dictionary", 14, R"sql(
select d.oid::regdictionary, t.tmplname as template, d.dictinitoption as options, pg_temp.who(d.dictowner) as owner, obj_description(d.oid, 'pg_ts_dict') as comment
from pg_ts_dict d join pg_ts_template t on t.oid = d.dicttemplate where d.oid >= 16384 and pg_temp.users(d.dictnamespace, 'pg_ts_dict', d.oid))sql"},

      {"text search parser", 14, R"sql(
select format('%s.%I', p.prsnamespace::regnamespace, p.prsname), concat_ws(' ', p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype) as functions, obj_description(p.oid, 'pg_ts_parser') as comment
from pg_ts_parser p where p.oid >= 16384 and pg_temp.users(p.prsnamespace, 'pg_ts_parser', p.oid))sql"},

      {"text search template", 14, R"sql(
select format('%s.%I', t.tmplnamespace::regnamespace, t.tmplname), concat_ws(' ', t.tmplinit, t.tmpllexize) as functions, obj_description(t.oid, 'pg_ts_template') as comment
from pg_ts_template t where t.oid >= 16384 and pg_temp.users(t.tmplnamespace, 'pg_ts_template', t.oid))sql"},

      {"security label", 14, R"sql(
select format('%s %s', objtype, objname), provider, label from pg_seclabels)sql"},
  };
  return queries;
}

}  // namespace schemac::testing
