#pragma once
#include <string>
#include <vector>

#include "ir/plan.h"

namespace schemac::emitters {

struct MigrationOptions {
  std::string name = "schema";   // slug
  std::string stamp;             // version of the first file, 14 digits; the others one second apart
  std::string fromLabel, toLabel;  // what was compared, for the header: "supabase/migrations (1 file)"
  std::string version;           // of schemac
};

struct File {
  std::string name;  // 20260101000000_schema.sql
  std::string text;
};

// The migration files of a plan, one a segment, with header, guards and rollback. `back[i]` takes back segment i (compiler::rollbackOf).
std::vector<File> emitMigration(const ir::Plan& plan, const std::vector<ir::Plan>& back, const MigrationOptions& options);

// The SQL of one plan without header and rollback: what `schemac rollback` prints and tests look at.
std::string emitStatements(const ir::Plan& plan);

// The rollback in the text of a migration file, as SQL: the lines behind "-- rollback: ". False if the file has none.
bool rollbackText(const std::string& migration, std::string& sql);

}  // namespace schemac::emitters
