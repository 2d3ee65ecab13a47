#pragma once
#include <memory>
#include <string>
#include <vector>

#include "parser/plpgsql/evaluate.h"
#include "parser/plpgsql/relations.h"

namespace schemac::parser::plpgsql {

// One FROM item with the row it stands at.
struct FromItem {
  std::string alias;
  const CatalogRelation* relation = nullptr;  // a catalog relation, or
  std::shared_ptr<const Result> result;       // a subquery, VALUES, a function
  std::vector<CatalogRow> rows;               // of the relation
  std::size_t at = 0;
  bool outerJoined = false, nullRow = false;  // LEFT JOIN

  std::size_t count() const { return relation ? rows.size() : result->rows.size(); }
  bool has(const std::string& column) const;
  Value column(const ir::Schema& schema, const std::string& name) const;
  std::vector<std::string> columnNames() const;
};

struct Evaluator::Frame {
  const Frame* outer = nullptr;
  std::vector<FromItem> items;
  const std::vector<std::vector<std::size_t>>* group = nullptr;  // rows an aggregate runs over, as positions of each item
};

// The aggregates that are interpreted, by name.
bool isAggregate(std::string_view name);

}  // namespace schemac::parser::plpgsql
