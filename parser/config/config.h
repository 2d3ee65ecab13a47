#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ir/diagnostic.h"

namespace schemac::parser {

// What schemac.toml says. Paths and globs as written, relative to its folder.
struct Config {
  std::vector<std::string> from, to;   // [sources] from, to
  std::optional<std::string> profile;  // "supabase", "postgres"
  std::optional<int> serverVersion;
  std::vector<std::string> schemas, exclude;                      // globs over schema names
  struct Ignore { std::string kind, pattern; };
  std::vector<Ignore> ignore;          // [ignore] table = ["public.tmp_*"], "*" = […]
  std::vector<std::string> allow;      // hazard codes
  std::optional<std::string> migrations;  // where migrations are written
};

// What schemac reads of supabase/config.toml (or config.json): see https://supabase.com/docs/guides/local-development/cli/config.
struct SupabaseConfig {
  std::vector<std::string> schemaPaths;             // [db.migrations] schema_paths, relative to supabase/
  std::optional<int> majorVersion;                  // [db] major_version
  std::vector<std::string> exposedSchemas{"public", "graphql_public"};  // [api] schemas
  std::optional<bool> autoExposeNewTables;          // [api] auto_expose_new_tables
};

// Nothing, with an error, if the file cannot be read or understood. Unknown keys are an error in schemac.toml, tolerated in config.toml.
std::optional<Config> readConfig(const std::string& path, ir::Diagnostics& diagnostics);
std::optional<SupabaseConfig> readSupabaseConfig(const std::string& path, ir::Diagnostics& diagnostics);

}  // namespace schemac::parser
