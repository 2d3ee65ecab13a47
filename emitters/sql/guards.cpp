#include "emitters/sql/guards.h"

#include "emitters/sql/text.h"

namespace schemac::emitters {

using ir::Kind;
using ir::Object;

namespace {

std::string named(const std::string& name) { return literal(name); }

char constraintType(const Object& constraint) {
  switch (constraint.kind) {
    case Kind::Check: return 'c';
    case Kind::ForeignKey: return 'f';
    case Kind::Exclusion: return 'x';
    case Kind::NotNull: return 'n';
    default: return constraint.as<ir::Key>().primary ? 'p' : 'u';
  }
}

// "exists (select from C where …)" of a part, by the name of the whole it has now.
std::string partRow(const Object& part, const Object& whole, std::string_view term = {}) {
  const std::string relation = regclass(whole);
  const std::string name = literal(part.name);
  switch (part.kind) {
    case Kind::Column: return "exists (select from pg_attribute where attrelid = " + relation + " and attname = " + name + " and not attisdropped)";
    case Kind::Trigger: return "exists (select from pg_trigger where tgrelid = " + relation + " and tgname = " + name + ")";
    case Kind::Rule: return "exists (select from pg_rewrite where ev_class = " + relation + " and rulename = " + name + ")";
    case Kind::Policy: return "exists (select from pg_policy where polrelid = " + relation + " and polname = " + name + ")";
    default: {
      const std::string on = whole.kind == Kind::Domain ? "contypid = " + regtype(ir::TypeRef{&whole, {}}) : "conrelid = " + relation;
      return "exists (select from pg_constraint where " + on + " and conname = " + name + " and contype = '" + constraintType(part) + "'" +
             (term.empty() ? "" : " and ") + std::string(term) + ")";
    }
  }
}

std::string publicationId(const Object& publication) {
  return "(select oid from pg_publication where pubname = " + literal(publication.name) + ")";
}

// By name and schema: "exists (select from pg_ts_dict where dictname = 'd' and dictnamespace = to_regnamespace('s'))".
std::string inSchema(const Object& object, std::string_view catalog, std::string_view prefix, const std::string& more = {}) {
  return "exists (select from " + std::string(catalog) + " where " + std::string(prefix) + "name = " + literal(object.name) + " and " + std::string(prefix) +
         "namespace = to_regnamespace(" + named(ir::quoteIdentifier(object.parent->name)) + ")" + more + ")";
}

std::string method(ir::Name name, std::string_view column) {
  return " and " + std::string(column) + " = (select oid from pg_am where amname = " + literal(name) + ")";
}

// The look-up and whether it is of the form "… is not null".
struct Lookup {
  std::string text;
  bool function;
};

Lookup lookup(const Object& object) {
  if (ir::isRelation(object.kind) && object.kind != Kind::Composite) return {toRegclass(object), true};
  if (ir::isType(object.kind)) return {"to_regtype(" + named(ir::qualifiedName(object)) + ")", true};
  switch (object.kind) {
    case Kind::Function: case Kind::Aggregate: return {"to_regprocedure(" + named(ir::displayName(object)) + ")", true};
    // An operator that another has named as its commutator or negator is there without a function until it is made.
    case Kind::Operator: return {"exists (select from pg_operator where oid = to_regoperator(" + named(ir::displayName(object)) + ") and oprcode <> 0)", false};
    case Kind::OperatorFamily: return {inSchema(object, "pg_opfamily", "opf", method(object.as<ir::OperatorFamily>().method, "opfmethod")), false};
    case Kind::OperatorClass: return {inSchema(object, "pg_opclass", "opc", method(object.as<ir::OperatorClass>().method, "opcmethod")), false};
    case Kind::Cast: {
      const auto& cast = object.as<ir::Cast>();
      const auto type = [](const ir::TypeRef& t) { return "to_regtype(" + named(ir::formatType(ir::TypeRef{t.type, {}, t.array})) + ")"; };
      return {"exists (select from pg_cast where castsource = " + type(cast.source) + " and casttarget = " + type(cast.target) + ")", false};
    }
    case Kind::Collation: return {inSchema(object, "pg_collation", "coll"), false};
    case Kind::TextSearchParser: return {inSchema(object, "pg_ts_parser", "prs"), false};
    case Kind::TextSearchTemplate: return {inSchema(object, "pg_ts_template", "tmpl"), false};
    case Kind::TextSearchDictionary: return {inSchema(object, "pg_ts_dict", "dict"), false};
    case Kind::TextSearchConfiguration: return {inSchema(object, "pg_ts_config", "cfg"), false};
    case Kind::Language: return {"exists (select from pg_language where lanname = " + literal(object.name) + ")", false};
    case Kind::Schema: return {"to_regnamespace(" + named(ir::quoteIdentifier(object.name)) + ")", true};
    case Kind::Role: return {"exists (select from pg_roles where rolname = " + literal(object.name) + ")", false};
    case Kind::ForeignDataWrapper: return {"exists (select from pg_foreign_data_wrapper where fdwname = " + literal(object.name) + ")", false};
    case Kind::ForeignServer: return {"exists (select from pg_foreign_server where srvname = " + literal(object.name) + ")", false};
    case Kind::EventTrigger: return {"exists (select from pg_event_trigger where evtname = " + literal(object.name) + ")", false};
    case Kind::Statistics:
      return {"exists (select from pg_statistic_ext where stxnamespace = " + literal(ir::quoteIdentifier(object.parent->name)) +
                  "::regnamespace and stxname = " + literal(object.name) + ")", false};
    case Kind::Subscription:
      // Other databases have their own, and all see this catalog.
      return {"exists (select from pg_subscription where subname = " + literal(object.name) +
                  " and subdbid = (select oid from pg_database where datname = current_database()))", false};
    case Kind::Publication: return {"exists (select from pg_publication where pubname = " + literal(object.name) + ")", false};
    case Kind::PublicationMember: {
      const auto& member = object.as<ir::PublicationMember>();
      if (member.schema)
        return {"exists (select from pg_publication_namespace where pnpubid = " + publicationId(*object.parent) +
                    " and pnnspid = " + literal(ir::quoteIdentifier(member.schema->name)) + "::regnamespace)", false};
      return {"exists (select from pg_publication_rel where prpubid = " + publicationId(*object.parent) +
                  " and prrelid = " + toRegclass(*member.table) + ")", false};
    }
    default: return {partRow(object, *object.parent), false};
  }
}

}  // namespace

std::string regclass(const Object& relation) { return named(ir::qualifiedName(relation)) + "::regclass"; }
std::string toRegclass(const Object& relation) { return "to_regclass(" + named(ir::qualifiedName(relation)) + ")"; }
std::string regtype(const ir::TypeRef& type) { return named(ir::formatType(ir::TypeRef{type.type, {}, type.array})) + "::regtype"; }

Condition both(const Condition& a, const Condition& b) { return a + "\n     and " + b; }

Condition exists(const Object& object) {
  const Lookup found = lookup(object);
  return found.function ? found.text + " is not null" : found.text;
}

Condition missing(const Object& object) {
  const Lookup found = lookup(object);
  return found.function ? found.text + " is null" : "not " + found.text;
}

Condition existsAsKind(const Object& object) {
  const auto row = [&](std::string_view catalog, const std::string& oid, std::string_view column, std::string_view letter) {
    return "exists (select from " + std::string(catalog) + " where oid = " + oid + " and " + std::string(column) + " = '" + std::string(letter) + "')";
  };
  switch (object.kind) {
    case Kind::Table: {
      const auto& table = object.as<ir::Table>();
      return row("pg_class", toRegclass(object), "relkind", table.foreign() ? "f" : table.partitioned() ? "p" : "r");
    }
    case Kind::View: return row("pg_class", toRegclass(object), "relkind", "v");
    case Kind::MaterializedView: return row("pg_class", toRegclass(object), "relkind", "m");
    case Kind::Sequence: return row("pg_class", toRegclass(object), "relkind", "S");
    case Kind::Index: return row("pg_class", toRegclass(object), "relkind", "i");
    case Kind::Composite: return row("pg_class", toRegclass(object), "relkind", "c");
    case Kind::Enum: return row("pg_type", lookup(object).text, "typtype", "e");
    case Kind::Domain: return row("pg_type", lookup(object).text, "typtype", "d");
    case Kind::Range: return row("pg_type", lookup(object).text, "typtype", "r");
    case Kind::BaseType: return row("pg_type", lookup(object).text, "typtype", "b");
    case Kind::Function: {
      const auto routine = object.as<ir::Function>().routine;
      return row("pg_proc", lookup(object).text, "prokind", routine == ir::Routine::Procedure ? "p" : routine == ir::Routine::Window ? "w" : "f");
    }
    case Kind::Aggregate: return row("pg_proc", lookup(object).text, "prokind", "a");
    default: return exists(object);
  }
}

Condition existsIn(const Object& part, const Object& whole) { return partRow(part, whole); }
Condition missingIn(const Object& part, const Object& whole) { return "not " + partRow(part, whole); }

Condition constraintWhere(const Object& constraint, std::string_view term) { return partRow(constraint, *constraint.parent, term); }

Condition columnWhere(const Object& column, const Object& relation, std::string_view term) {
  return "exists (select from pg_attribute where attrelid = " + regclass(relation) + " and attname = " + literal(column.name) + " and " +
         std::string(term) + ")";
}

}  // namespace schemac::emitters
