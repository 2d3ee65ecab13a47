#include "parser/catalog/index_elements.h"

#include "parser/sql/tables.h"

namespace schemac::parser::catalog {
namespace {

// The collation of an expression is not in the catalog; the whole definition shows COLLATE behind it where it is another than its own.
bool collates(std::string_view definition, std::string_view expression) {
  const std::size_t at = definition.find(expression);
  return at != std::string_view::npos && definition.substr(at + expression.size()).starts_with(" COLLATE ");
}

}  // namespace

// A column without COLLATE has its type's collation: nearly always the default one, of name "C", of a domain the domain's.
ir::NamedRef columnCollation(const Reader& reader, const ir::Object& object) {
  const auto& column = object.as<ir::Column>();
  return column.collation.empty() && column.type ? typeCollation(reader.schema, column.type) : column.collation;
}

IndexParts readIndexParts(Reader& reader, Oid table, Row& row) {
  IndexParts parts;
  parts.method = row.text();
  const auto numbers = row.numbers();
  const std::size_t keys = static_cast<std::size_t>(row.number());
  const auto classes = row.numbers(), collations = row.numbers(), flags = row.numbers();
  const std::vector<std::string> expressions = row.texts();
  const std::string_view definition = row.text();
  std::size_t nextExpression = 0;
  for (std::size_t k = 0; k < numbers.size(); ++k) {
    const ir::Object* const column = reader.column(table, numbers[k]);
    if (k >= keys) {
      if (column) parts.include.emplace_back(column);
      continue;
    }
    ir::IndexElement element;
    const ir::NamedRef collation = reader.collation(static_cast<Oid>(collations[k]));
    if (numbers[k]) {
      element.column = column;
      const ir::NamedRef own = column ? columnCollation(reader, *column) : ir::NamedRef();
      if (collation != own && !(own.empty() && collation == "default")) element.collation = collation;
    } else if (nextExpression < expressions.size()) {
      const std::string& expression = expressions[nextExpression++];
      element.expression = reader.expression(expression);
      if (collates(definition, expression)) element.collation = collation;
    }
    element.opclass = reader.opclass(static_cast<Oid>(classes[k]), reader.columnType(table, numbers[k]));
    element.descending = flags[k] & 1;
    element.nullsFirst = flags[k] & 2;
    parts.elements.push_back(std::move(element));
  }
  parts.predicate = reader.maybeExpression(row.maybe());
  parts.options = parseOptions(row.texts());
  parts.tablespace = row.text();
  return parts;
}

}  // namespace schemac::parser::catalog
