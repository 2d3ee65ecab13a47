#pragma once
#include <string_view>
#include <vector>

namespace schemac::testing {

// One kind of object as the tests read it from the server: the first column is the object's identity, every other column an
// attribute by its own name. NULL means that the attribute is not there.
struct CatalogQuery {
  std::string_view kind;
  int minVersion;  // first major version that has the catalogs it reads
  std::string_view sql;
};

// Functions in pg_temp that the queries lean on; they go with the transaction.
std::string_view catalogHelpers();
const std::vector<CatalogQuery>& catalogQueries();

}  // namespace schemac::testing
