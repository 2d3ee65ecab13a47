#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ir/diagnostic.h"
#include "ir/schema.h"
#include "parser/names.h"
#include "parser/sql/parse.h"

namespace schemac::parser {

// Binding: what each name in an expression means as its statement runs (DESIGN.md, 3). The result keeps the author's slice and lists the names in it.

// A relation whose columns an expression may name without a FROM of its own.
struct ScopeRelation {
  const ir::Object* relation = nullptr;  // its columns; null with `opaque`: any column may be there
  ir::Name alias;                        // "new", "old", "excluded", or the table's name
  bool bare = true;                      // columns can be named without the alias in front
};

struct BindScope {
  std::vector<ScopeRelation> relations;
  // Names that are values of their own: arguments of an SQL function (by name), VALUE of a domain. With their types (may be null).
  struct Variable { ir::Name name; ir::TypeRef type; };
  std::vector<Variable> variables;
  ir::Name functionName;                 // SQL function bodies: f.arg
  ir::TypeRef target;                    // what a default is assigned to; may be null
};

// Where the text stands: node locations are offsets into `text`, the expression is text[begin, end).
struct Slice {
  std::string_view text;
  std::uint32_t begin = 0, end = 0;
  const ir::Source* source = nullptr;    // for messages; offsets into it are slice offsets plus sourceShift
  std::int64_t sourceShift = 0;
};

// A name that certainly does not exist, for the caller to report (declarative sources: to wait for). `location` is an offset into Slice::text.
struct UnresolvedName {
  enum What { Relation, Column, Function, Type, Other } what = Relation;
  std::string name;      // as written
  std::string message;   // `column "usr_id" does not exist in public.posts`
  std::string hint;      // `Did you mean "user_id"?`, or ""
  std::uint32_t location = 0;
  bool certain = true;   // false: it could be something schemac has not seen (an extension's, a built-in of no table, …): then it is unknown, no error
};

struct Bound {
  ir::Expression expression;
  ir::TypeRef type;                      // of the whole, where known
  std::vector<UnresolvedName> unresolved;
};

struct OutputColumn {
  ir::Name name;
  ir::TypeRef type;                      // null = not known (yet)
  ir::NamedRef collation;
};
struct BoundQuery {
  ir::Expression expression;
  std::vector<OutputColumn> columns;     // of a SELECT or RETURNING; names as PostgreSQL makes them ("?column?", "count")
  bool columnsKnown = true;              // false: a star over something unknown
  std::vector<UnresolvedName> unresolved;
};

// `node` is a raw a_expr whose locations are offsets into slice.text.
Bound bindExpression(Node* node, const Slice& slice, const BindScope& scope, const Names& names);
// A SelectStmt, or INSERT/UPDATE/DELETE/MERGE (function bodies).
BoundQuery bindQuery(Node* query, const Slice& slice, const BindScope& scope, const Names& names);

// A query that parseQuery read: its locations are shifted.
BoundQuery bindShifted(const ParsedText& parsed, const Slice& slice, const BindScope& scope, const Names& names);

// What a function's body names, as far as it is static: relations, columns are not listed, functions, types. LANGUAGE sql bodies are parsed,
// PL/pgSQL bodies through libpg_query's PL/pgSQL parser. Nothing that does not resolve is an error here.
std::vector<ir::Ref> bodyUses(std::string_view body, std::string_view language, const BindScope& scope, const Names& names);

// From the text that a catalog prints (pg_get_expr, pg_get_viewdef): parses it and binds it with an empty search path.
Bound bindCatalogExpression(std::string_view text, const BindScope& scope, const Names& names);
BoundQuery bindCatalogQuery(std::string_view text, const Names& names, const BindScope& scope = {});

}  // namespace schemac::parser
