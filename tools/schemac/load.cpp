#include "tools/schemac/load.h"

#include <sys/resource.h>

#include <future>

#include "fmt/format.h"
#include "ir/embedded.h"
#include "parser/catalog/read_catalog.h"
#include "parser/sql/replay.h"

namespace schemac::tool {

using ir::Code;
using Type = SourceSpec::Type;

long Timings::peakKilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

namespace {

// The profile's SQL: a hosted project is a bare server and what the platform adds.
std::string platformSql(const std::string& profile) {
  const auto& files = embedded::platform();
  std::string text(files.at("postgres"));
  if (profile == "supabase") text += "\n" + std::string(files.at("supabase"));
  return text;
}

// What a live side holds that is not the user's: the ground under the SQL side.
std::unique_ptr<ir::Schema> platformLayer(const ir::Schema& live) {
  // Members go with their extension: the user's own extensions are made anew by the SQL side.
  auto layer = live.clone([](const ir::Object& object) {
    const ir::Object* implying = object.derivedFrom;
    while (implying && implying->derivedFrom) implying = implying->derivedFrom;
    return object.origin != ir::Origin::User && (!implying || implying->origin != ir::Origin::User);
  });
  layer->live = false;
  layer->unfollowed.clear();
  return layer;
}

std::shared_ptr<ir::Schema> readSide(const SourceFiles& files, const std::string& profile, int version, const ir::Schema* live,
                                     ir::Diagnostics& diagnostics) {
  parser::ReplayOptions options;
  options.serverVersion = version;
  options.profile = profile;
  options.declarative = files.declarative;
  options.load = loadFile;
  if (live) {
    std::shared_ptr<ir::Schema> schema = platformLayer(*live);
    parser::replayInto(*schema, files.files, options, diagnostics);
    return schema;
  }
  options.platformSql = platformSql(profile);
  return parser::readSql(files.files, options, diagnostics);
}

}  // namespace

std::optional<Ends> loadEnds(const Job& job, std::istream& in, Timings& timings, ir::Diagnostics& diagnostics) {
  Ends ends;
  if (job.from.type == Type::Files) ends.fromFiles = loadFiles(job.from, in, diagnostics);
  if (job.to.type == Type::Files) ends.toFiles = loadFiles(job.to, in, diagnostics);
  ends.fromLabel = labelOf(job.from, ends.fromFiles);
  ends.toLabel = labelOf(job.to, ends.toFiles);
  if (diagnostics.hasErrors()) return std::nullopt;

  std::optional<int> version = job.serverVersion;
  std::optional<std::string> profile = job.profile;
  for (const bool isFrom : {true, false}) {
    const SourceSpec& spec = isFrom ? job.from : job.to;
    if (spec.type != Type::Live) continue;
    const auto phase = timings.phase(isFrom ? "read from (live)" : "read to (live)");
    parser::CatalogOptions options;
    options.profile = profile.value_or("");
    std::shared_ptr<ir::Schema> schema = parser::readCatalog(spec.conninfo, options, diagnostics);
    if (!schema) return std::nullopt;
    if (version && *version != schema->serverVersion) {
      diagnostics.add(Code::ServerVersion, {}, fmt::format("the live database is PostgreSQL {}, not {}", schema->serverVersion, *version),
                      "Leave --server-version out: the live side tells it.");
      diagnostics.add(Code::Usage, {}, "--server-version contradicts the live database");
      return std::nullopt;
    }
    version = schema->serverVersion;
    profile = options.profile;
    (isFrom ? ends.from : ends.to) = std::move(schema);
  }
  ends.serverVersion = version.value_or(17);
  ends.profile = profile.value_or("postgres");
  const ir::Schema* live = job.from.type == Type::Live ? ends.from.get() : job.to.type == Type::Live ? ends.to.get() : nullptr;

  const auto read = [&](const SourceFiles& files, const char* name, ir::Diagnostics& sink) {
    const auto phase = timings.phase(name);
    return readSide(files, ends.profile, ends.serverVersion, live, sink);
  };
  ir::Diagnostics fromDiagnostics;
  std::future<std::shared_ptr<ir::Schema>> from;
  if (!ends.from) from = std::async(std::launch::async, [&] { return read(ends.fromFiles, "read from", fromDiagnostics); });
  if (!ends.to) ends.to = read(ends.toFiles, "read to", diagnostics);
  if (from.valid()) ends.from = from.get();
  diagnostics.append(fromDiagnostics);
  if (!ends.from || !ends.to || diagnostics.hasErrors()) return std::nullopt;
  return ends;
}

}  // namespace schemac::tool
