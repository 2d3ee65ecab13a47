#pragma once
#include <memory>
#include <string>

#include "ir/diagnostic.h"
#include "ir/schema.h"

namespace schemac::parser {

struct CatalogOptions {
  std::string profile;   // "supabase", "postgres" or "" = tell by the database (DESIGN.md, 2, Platform)
};

// Reads a live database (14 to 18) in one REPEATABLE READ READ ONLY transaction, with a fixed number of set-based queries, as whatever role
// connects. `conninfo`: a URL, a conninfo string or service=NAME. Null if there is no connection or the read failed (reported, password masked).
// What the role may not read, and objects of kinds that are not modelled, are named in the diagnostics. `profile` is set to the one in force.
std::unique_ptr<ir::Schema> readCatalog(const std::string& conninfo, CatalogOptions& options, ir::Diagnostics& diagnostics);

}  // namespace schemac::parser
