#include "tests/support/catalog_print.h"

#include <algorithm>

#include "tests/support/catalog_queries.h"

namespace schemac::testing {
namespace {

std::string oneLine(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\n') out += "\\n";
    else out += c;
  }
  return out;
}

}  // namespace

std::vector<std::string> printCatalog(Connection& database) {
  database.run("begin isolation level repeatable read");
  auto lines = printCatalogInTransaction(database);
  database.run("rollback");
  return lines;
}

std::vector<std::string> printCatalogInTransaction(Connection& database) {
  std::vector<std::string> lines;
  const int version = database.majorVersion();
  database.run("set local search_path = ''; set local client_min_messages = error");
  database.run(catalogHelpers());
  for (const CatalogQuery& query : catalogQueries()) {
    if (version < query.minVersion) continue;
    const Rows result = database.query(query.sql);
    for (const auto& row : result.rows) {
      const std::string object = std::string(query.kind) + " " + oneLine(row.front().value_or("?"));
      lines.push_back(object);
      for (std::size_t column = 1; column < row.size(); ++column) {
        if (row[column]) lines.push_back(object + ": " + result.columns[column] + " = " + oneLine(*row[column]));
      }
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::map<std::string, std::string> columnOrder(Connection& database) {
  std::map<std::string, std::string> tables;
  const Rows result = database.query(
      "select n.nspname || '.' || c.relname, string_agg(a.attname, ', ' order by a.attnum) from pg_catalog.pg_attribute a "
      "join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace "
      "where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'f', 'c') "
      "and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' group by 1");
  for (const auto& row : result.rows) tables[row[0].value_or("")] = row[1].value_or("");
  return tables;
}

std::vector<std::string> compareCatalogs(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  std::vector<std::string> missing, extra, differences;
  std::set_difference(expected.begin(), expected.end(), actual.begin(), actual.end(), std::back_inserter(missing));
  std::set_difference(actual.begin(), actual.end(), expected.begin(), expected.end(), std::back_inserter(extra));
  for (const auto& line : missing) differences.push_back("- " + line);
  for (const auto& line : extra) differences.push_back("+ " + line);
  // An attribute's two values stand one below the other.
  std::stable_sort(differences.begin(), differences.end(), [](const std::string& a, const std::string& b) {
    return a.substr(2, a.find(" = ")) < b.substr(2, b.find(" = "));
  });
  return differences;
}

}  // namespace schemac::testing
