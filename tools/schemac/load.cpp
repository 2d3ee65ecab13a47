#include "tools/schemac/load.h"

#include <sys/resource.h>

#include <future>

#include "fmt/format.h"
#include "ir/embedded.h"
#include "parser/catalog/read_catalog.h"
#include "parser/snapshot/snapshot.h"
#include "parser/sql/replay.h"
#include "tools/schemac/git.h"
#include "tools/schemac/replay_server.h"

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

// With nothing but the platform on this side, what the live one has taken from schema public, or given to it, is the user's: the bundled profile's
// privileges stand there.
void resetPublic(ir::Schema& layer, const parser::ReplayOptions& options) {
  const ir::Object* home = layer.schema("public");
  if (!home) return;
  ir::Diagnostics said;
  const auto bundled = parser::readSql({}, options, said);
  const ir::Object* standard = bundled->schema("public");
  if (!standard) return;
  for (const ir::Object* child : std::vector<ir::Object*>(home->children))
    if (child->kind == ir::Kind::Grant) layer.drop(*child);
  for (const ir::Object* child : standard->children) {
    if (child->kind != ir::Kind::Grant) continue;
    ir::Grant grant = child->as<ir::Grant>();
    grant.written = 0;
    layer.make(home, child->name, grant).origin = ir::Origin::Platform;
  }
  layer.forget();
}

std::shared_ptr<ir::Schema> readSide(const SourceFiles& files, const std::string& profile, int version, const ir::Schema* live,
                                     ir::Diagnostics& diagnostics) {
  parser::ReplayOptions options;
  options.serverVersion = version;
  options.profile = profile;
  options.declarative = files.declarative;
  options.load = [&files](const std::string& path) {
    // What a commit's file includes is of that commit: never a file that lies here by that name.
    return loadFile(files.revision.empty() || parseGitPath(path) ? path : files.revision + path);
  };
  options.platformSql = platformSql(profile);
  if (live) {
    std::shared_ptr<ir::Schema> schema = platformLayer(*live);
    if (files.files.empty()) resetPublic(*schema, options);
    parser::replayInto(*schema, files.files, options, diagnostics);
    return schema;
  }
  return parser::readSql(files.files, options, diagnostics);
}

std::shared_ptr<ir::Schema> readLive(const SourceSpec& spec, std::string& profile, ir::Diagnostics& diagnostics) {
  parser::CatalogOptions options;
  options.profile = profile;
  std::shared_ptr<ir::Schema> schema = parser::readCatalog(spec.conninfo, options, diagnostics);
  profile = options.profile;
  return schema;
}

std::shared_ptr<ir::Schema> readSnapshotFile(const SourceSpec& spec, std::string& profile, ir::Diagnostics& diagnostics) {
  const auto source = loadFile(spec.paths.front());
  if (!source) {
    diagnostics.add(Code::CannotRead, {}, fmt::format("cannot read \"{}\"", spec.paths.front()));
    return nullptr;
  }
  auto snapshot = parser::readSnapshot(source, diagnostics);
  if (!snapshot) return nullptr;
  profile = snapshot->profile;
  return std::move(snapshot->schema);
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
  const ir::Schema* live = nullptr;  // gives its platform layer to an SQL side
  for (const bool isFrom : {true, false}) {
    const SourceSpec& spec = isFrom ? job.from : job.to;
    if (spec.type != Type::Live && spec.type != Type::Snapshot) continue;
    const bool isSnapshot = spec.type == Type::Snapshot;
    const auto phase = timings.phase(fmt::format("read {} ({})", isFrom ? "from" : "to", isSnapshot ? "snapshot" : "live"));
    std::string itsProfile = profile.value_or("");
    std::shared_ptr<ir::Schema> schema = isSnapshot ? readSnapshotFile(spec, itsProfile, diagnostics) : readLive(spec, itsProfile, diagnostics);
    if (!schema) return std::nullopt;
    if (version && *version != schema->serverVersion) {
      diagnostics.add(Code::ServerVersion, {},
                      fmt::format("{} is PostgreSQL {}, not {}", isSnapshot ? "the snapshot" : "the live database", schema->serverVersion, *version),
                      fmt::format("Leave --server-version out: {} tells it.", isSnapshot ? "the snapshot" : "the live side"));
      diagnostics.add(Code::Usage, {}, fmt::format("--server-version contradicts the {}", isSnapshot ? "snapshot" : "live database"));
      return std::nullopt;
    }
    version = schema->serverVersion;
    profile = itsProfile;
    // A snapshot of SQL files has the bundled platform below it, as the other side's files have.
    if (schema->live && !live) live = schema.get();
    (isFrom ? ends.from : ends.to) = std::move(schema);
  }
  ends.profile = profile.value_or("postgres");
  if (job.replayOnServer && (!ends.from || !ends.to)) {
    const auto phase = timings.phase("replay on a server");
    const auto scratch = Scratch::open(job.scratch, version, diagnostics);
    if (!scratch) return std::nullopt;
    version = scratch->version();
    for (const bool isFrom : {true, false}) {
      auto& end = isFrom ? ends.from : ends.to;
      const SourceFiles& files = isFrom ? ends.fromFiles : ends.toFiles;
      if (!end) end = replayOnServer(*scratch, files, ends.profile, diagnostics);
    }
  }
  ends.serverVersion = version.value_or(17);
  if (diagnostics.hasErrors()) return std::nullopt;

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

std::shared_ptr<ir::Schema> replayBeside(const Ends& ends, const SourceFiles& files, ir::Diagnostics& diagnostics) {
  const ir::Schema* live = ends.from->live ? ends.from.get() : ends.to->live ? ends.to.get() : nullptr;
  return readSide(files, ends.profile, ends.serverVersion, live, diagnostics);
}

}  // namespace schemac::tool
