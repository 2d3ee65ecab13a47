#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ir/builtins.h"
#include "ir/schema.h"

namespace schemac::parser {

// Looks names up as PostgreSQL does (manual, 5.10.3): a schema's name is looked into alone; a bare name goes through the path, with pg_catalog first
// unless the path names it. One set of rules for the replayer, the expression binder and the catalog reader (whose path is empty).
// Built-in relations, functions and operators are no objects: see ir/builtins.h; built-in types are (Schema::builtinType).
// Schemas of the path that do not exist are skipped, as the server does.
class Names {
 public:
  Names(ir::Schema& schema, std::vector<ir::Name> path) : schema_(&schema), path_(std::move(path)) {}

  ir::Schema& schema() const { return *schema_; }
  const std::vector<ir::Name>& path() const { return path_; }
  // Where CREATE puts an object without a schema: the first schema of the path that exists; null = none.
  const ir::Object* creationSchema() const;

  // `schemaName` empty = through the path. Null: there is none that is known.
  const ir::Object* relation(ir::Name schemaName, ir::Name name) const;   // table, view, index, sequence, composite, …
  // Any type: user's, built in, a table's row type; `_name` resolves to the array type. A null TypeRef: none that is known.
  ir::TypeRef type(ir::Name schemaName, ir::Name name) const;
  // All user functions of that name that the path can see, nearest schema first (built-in ones: ir::builtins::functions).
  std::vector<const ir::Object*> functions(ir::Name schemaName, ir::Name name) const;
  std::vector<const ir::Object*> routines(ir::Name schemaName, ir::Name name) const;  // the same with aggregates
  // All user objects of a space and name that the path can see, nearest schema first: operators, operator classes and families, collations,
  // text search objects.
  std::vector<const ir::Object*> all(ir::Space space, ir::Name schemaName, ir::Name name) const;
  bool builtinFunction(ir::Name name) const;                  // is there any of that name in pg_catalog
  const ir::builtins::Relation* builtinRelation(ir::Name schemaName, ir::Name name) const;
  // Members of installed extensions (ir::builtins extension facts) are objects with Origin::Extension where they are types, relations and functions;
  // operators and operator classes of extensions are looked up here: the extension that has it, or null.
  const ir::Object* extensionOperator(ir::Name schemaName, ir::Name name) const;
  ir::NamedRef operatorClass(ir::Name schemaName, ir::Name name, ir::Name method) const;  // qualified unless in pg_catalog; as written if unknown
  ir::NamedRef operatorFamily(ir::Name schemaName, ir::Name name, ir::Name method) const;  // the same
  ir::NamedRef collation(ir::Name schemaName, ir::Name name) const;                        // the same
  // A text search object; empty: there is none.
  ir::NamedRef textSearch(ir::Space space, ir::Name schemaName, ir::Name name) const;
  // An operator by its operands (both null: whatever they are): empty if there is none that is known.
  ir::NamedRef op(ir::Name schemaName, ir::Name name, const ir::TypeRef& left, const ir::TypeRef& right) const;
  ir::NamedRef language(ir::Name name) const;

  // A name of the same space close to `name` (one or two edits), for "did you mean"; "" = none.
  std::string nearRelation(ir::Name name) const;
  std::string nearColumn(const ir::Object& relation, ir::Name name) const;
  std::string nearType(ir::Name name) const;
  std::string nearFunction(ir::Name name) const;

 private:
  ir::Schema* schema_;
  std::vector<ir::Name> path_;
};

}  // namespace schemac::parser
