#pragma once
#include <optional>
#include <string>
#include <vector>

#include "compiler/compile.h"
#include "ir/diagnostic.h"
#include "tools/schemac/options.h"
#include "tools/schemac/sources.h"

namespace schemac::tool {

// What a command works on, with every default decided: from the command line, schemac.toml and supabase/config.toml, in this order.
struct Job {
  SourceSpec from, to;
  std::optional<std::string> profile;  // not set: told by a live side or a snapshot, else "postgres"
  std::optional<int> serverVersion;    // not set: told by a live side or a snapshot, else 17
  std::string migrations;              // the folder that migrations are written to
  std::vector<std::string> exposedSchemas;
  bool replayOnServer = false;         // --replay server
  std::optional<std::string> scratch;
  compiler::Options compile;
  std::string oracle;                  // "none", "live" or "scratch": who decides what the analyser leaves unknown
};

// Nothing, with errors, if it cannot be told what to compare.
std::optional<Job> planJob(const Options& options, ir::Diagnostics& diagnostics);

}  // namespace schemac::tool
