#include <algorithm>
#include <array>

#include "ir/identity.h"

namespace schemac::ir {
namespace {

// Keywords of PostgreSQL 18 that are not UNRESERVED: quote_ident quotes them, ascending (src/include/parser/kwlist.h).
constexpr std::array<std::string_view, 164> kQuotedKeywords{
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization", "between",
    "bigint", "binary", "bit", "boolean", "both", "case", "cast", "char", "character", "check", "coalesce", "collate",
    "collation", "column", "concurrently", "constraint", "create", "cross", "current_catalog", "current_date",
    "current_role", "current_schema", "current_time", "current_timestamp", "current_user", "dec", "decimal",
    "default", "deferrable", "desc", "distinct", "do", "else", "end", "except", "exists", "extract", "false", "fetch",
    "float", "for", "foreign", "freeze", "from", "full", "grant", "greatest", "group", "grouping", "having", "ilike",
    "in", "initially", "inner", "inout", "int", "integer", "intersect", "interval", "into", "is", "isnull", "join",
    "json", "json_array", "json_arrayagg", "json_exists", "json_object", "json_objectagg", "json_query",
    "json_scalar", "json_serialize", "json_table", "json_value", "lateral", "leading", "least", "left", "like",
    "limit", "localtime", "localtimestamp", "merge_action", "national", "natural", "nchar", "none", "normalize",
    "not", "notnull", "null", "nullif", "numeric", "offset", "on", "only", "or", "order", "out", "outer", "overlaps",
    "overlay", "placing", "position", "precision", "primary", "real", "references", "returning", "right", "row",
    "select", "session_user", "setof", "similar", "smallint", "some", "substring", "symmetric", "system_user",
    "table", "tablesample", "then", "time", "timestamp", "to", "trailing", "treat", "trim", "true", "union", "unique",
    "user", "using", "values", "varchar", "variadic", "verbose", "when", "where", "window", "with", "xmlattributes",
    "xmlconcat", "xmlelement", "xmlexists", "xmlforest", "xmlnamespaces", "xmlparse", "xmlpi", "xmlroot",
    "xmlserialize", "xmltable",
};

struct TypeName {
  std::string_view internal, sql;
  bool modifiersInside = false;  // the modifiers stand before the last words: timestamp(3) with time zone
};
// format_type's names for the built-in types that have one of their own.
constexpr std::array kTypeNames{
    TypeName{"bit", "bit"}, TypeName{"bool", "boolean"}, TypeName{"bpchar", "character"}, TypeName{"char", "\"char\""},
    TypeName{"float4", "real"}, TypeName{"float8", "double precision"}, TypeName{"int2", "smallint"}, TypeName{"int4", "integer"},
    TypeName{"int8", "bigint"}, TypeName{"interval", "interval"}, TypeName{"json", "json"}, TypeName{"numeric", "numeric"},
    TypeName{"time", "time without time zone", true}, TypeName{"timestamp", "timestamp without time zone", true},
    TypeName{"timestamptz", "timestamp with time zone", true}, TypeName{"timetz", "time with time zone", true},
    TypeName{"varbit", "bit varying"}, TypeName{"varchar", "character varying"},
};

std::string builtinName(std::string_view name, std::string_view modifiers) {
  const std::string suffix = modifiers.empty() ? "" : "(" + std::string(modifiers) + ")";
  if (name == "interval" && !modifiers.empty()) {
    // "3" | "day to second" | "day to second(3)"
    return modifiers.front() >= '0' && modifiers.front() <= '9' ? "interval" + suffix : "interval " + std::string(modifiers);
  }
  // bpchar without a length is not character(1): format_type prints it as bpchar.
  if (name == "bpchar" && modifiers.empty()) return "bpchar";
  if (name == "bit" && modifiers.empty()) return "\"bit\"";
  for (const TypeName& type : kTypeNames) {
    if (type.internal != name) continue;
    if (!type.modifiersInside || suffix.empty()) return std::string(type.sql) + suffix;
    const std::size_t space = type.sql.find(' ');
    return std::string(type.sql.substr(0, space)) + suffix + std::string(type.sql.substr(space));
  }
  return quoteIdentifier(name) + suffix;
}

}  // namespace

std::string quoteIdentifier(std::string_view name) {
  bool plain = !name.empty() && !(name[0] >= '0' && name[0] <= '9') && name[0] != '$';
  for (const char c : name) plain = plain && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_');
  if (plain && !std::binary_search(kQuotedKeywords.begin(), kQuotedKeywords.end(), name)) return std::string(name);
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string quoteLiteral(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + "'";
}

std::string formatType(const TypeRef& type) {
  if (!type.type) return "?";
  const Object& object = *type.type;
  std::string out;
  if (object.origin == Origin::BuiltIn && object.parent && object.parent->name == "pg_catalog") {
    out = builtinName(object.name, type.modifiers);
  } else {
    out = quoteIdentifier(object.parent ? object.parent->name.view() : "") + "." + quoteIdentifier(object.name);
    if (!type.modifiers.empty()) out += "(" + type.modifiers.str() + ")";
  }
  return type.array ? out + "[]" : out;
}

}  // namespace schemac::ir
