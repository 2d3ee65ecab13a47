#pragma once
#include <map>
#include <string>
#include <vector>

#include "tests/support/connection.h"

namespace schemac::testing {

// The schema of a database as sorted lines `kind identity: attribute = value`, read by queries of the tests' own: the oracle
// for what schemac wrote, so it shares no code with schemac's reader. OIDs, the order in which things were made and the
// physical order of columns do not show.
std::vector<std::string> printCatalog(Connection& database);
// The same inside a transaction that the caller has begun; leaves functions in pg_temp behind.
std::vector<std::string> printCatalogInTransaction(Connection& database);

// The columns of each table (and composite type), in physical order.
std::map<std::string, std::string> columnOrder(Connection& database);

// What stands in one list and not in the other, as `- line` and `+ line`; empty when they are equal.
std::vector<std::string> compareCatalogs(const std::vector<std::string>& expected, const std::vector<std::string>& actual);

}  // namespace schemac::testing
