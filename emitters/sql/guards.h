#pragma once
// The look-ups that emitted DO blocks make. parser/sql answers them from the in-memory catalog when a file is replayed, so this list is
// closed: a new form here needs its answer there.
//
//   do $$ begin                    the tag may be named: $guard$
//     BODY
//   end $$;
//   BODY      := { if COND then BODY end if; | raise exception 'text' [using hint = 'text']; | an SQL statement; }
//   COND      := LOOKUP | not (COND) | COND and COND | COND or COND | (COND)
//   LOOKUP    := [not] exists (select from CATALOG where TERM [and TERM …])
//              | to_regclass('s.n') is [not] null                           relation, index, sequence
//              | to_regtype('s.n') is [not] null
//              | to_regprocedure('s.f(integer)') is [not] null
//              | to_regnamespace('s') is [not] null
//              | pg_get_partkeydef(to_regclass('s.n')) <> 'RANGE (a, b)'    (null, so false, where the table is missing or not partitioned)
//   TERM      := COLUMN OP VALUE | [not] BOOLEAN_COLUMN | format_type(atttypid, atttypmod) OP VALUE (typbasetype, typtypmod too) | (TERM [and TERM …] [or …])
//   OP        := = | <>
//   VALUE     := 'literal' | 1 | 'x'::regclass | 'x'::regtype | 'x'::regnamespace | to_regclass('x') | to_regtype('x') | to_regoperator('x') | to_regnamespace('x')
//              | (select oid from pg_publication where pubname = 'p') | (select oid from pg_am where amname = 'm') | (select oid from pg_database where datname = current_database())
//              A cast of a name that is missing is an error on the server; to_reg…() is null and compares as false.
//   CATALOG and its columns:
//     pg_attribute     attrelid attname attisdropped attnotnull atttypid attidentity attgenerated (no arrays in atttypid)
//                      (format_type only for built-in types: the search path does not matter to them)
//     pg_class         oid relkind reloftype
//     pg_constraint    conrelid contypid conname contype
//     pg_event_trigger evtname
//     pg_enum          enumtypid enumlabel enumsortorder
//     pg_foreign_data_wrapper   fdwname
//     pg_foreign_server         srvname
//     pg_index         indexrelid indisvalid
//     pg_inherits      inhrelid inhparent
//     pg_policy        polrelid polname
//     pg_publication   pubname puballtables
//     pg_publication_rel        prpubid prrelid
//     pg_publication_namespace  pnpubid pnnspid
//     pg_rewrite       ev_class rulename
//     pg_roles         rolname
//     pg_sequence      seqrelid seqmin seqmax
//     pg_statistic_ext stxnamespace stxname
//     pg_subscription  subname subdbid
//     pg_trigger       tgrelid tgname
//     pg_type          oid typtype typbasetype typtypmod (a domain's; no arrays)
//     pg_proc          oid prokind
//     pg_operator      oid oprcode
//     pg_opclass, pg_opfamily   opcname opcnamespace opcmethod, opfname …; pg_am oid amname
//     pg_cast          castsource casttarget
//     pg_collation, pg_ts_parser, pg_ts_template, pg_ts_dict, pg_ts_config   collname collnamespace, prsname …
//     pg_language      lanname
//     information_schema.foreign_tables                foreign_table_schema foreign_table_name foreign_server_name
//     information_schema.foreign_data_wrapper_options  foreign_data_wrapper_name option_name
//     information_schema.foreign_server_options        foreign_server_name option_name
//     information_schema.user_mapping_options          foreign_server_name authorization_identifier option_name
//     information_schema.foreign_table_options         foreign_table_schema foreign_table_name option_name
//     information_schema.column_options                table_schema table_name column_name option_name
#include <string>
#include <string_view>

#include "ir/object.h"

namespace schemac::emitters {

// A condition on the catalog, as text.
using Condition = std::string;

Condition both(const Condition& a, const Condition& b);  // a and b, over two lines

// Is the object there, under this name? Relations, types, functions, schemas by to_reg…; parts by their row in a catalog.
Condition exists(const ir::Object& object);
Condition missing(const ir::Object& object);
// The same of a part whose whole has been renamed meanwhile.
Condition existsIn(const ir::Object& part, const ir::Object& whole);
Condition missingIn(const ir::Object& part, const ir::Object& whole);
// Is the object there as one of its own kind (and not another that has its name)? Relations, types and functions.
Condition existsAsKind(const ir::Object& object);
// A constraint of which a term holds: "convalidated".
Condition constraintWhere(const ir::Object& constraint, std::string_view term);
// A column of which a term holds: "not attnotnull".
Condition columnWhere(const ir::Object& column, const ir::Object& relation, std::string_view term);

// 's.n'::regclass, to_regclass('s.n'), 's.t'::regtype
std::string regclass(const ir::Object& relation);
std::string toRegclass(const ir::Object& relation);
std::string regtype(const ir::TypeRef& type);

}  // namespace schemac::emitters
