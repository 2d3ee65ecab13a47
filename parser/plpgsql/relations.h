#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ir/schema.h"
#include "parser/plpgsql/value.h"

namespace schemac::parser::plpgsql {

// A row of a catalog relation: the object it describes and, where an object has several rows (labels of an enum, columns of a key), which.
struct CatalogRow {
  const ir::Object* object = nullptr;
  int position = 0;
};

// pg_catalog's and information_schema's relations, answered from the Schema: the twenty or so that migrations ask.
struct CatalogRelation {
  std::vector<CatalogRow> (*rows)(const ir::Schema& schema);
  // Columns by name; one that is not here is not known (Unknowable).
  std::map<std::string_view, Value (*)(const ir::Schema& schema, const CatalogRow& row)> columns;
};

// Null for a relation that is not answered. `schemaName` is "" or "pg_catalog" or "information_schema".
const CatalogRelation* catalogRelation(std::string_view schemaName, std::string_view name);

}  // namespace schemac::parser::plpgsql
