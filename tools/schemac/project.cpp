#include "tools/schemac/project.h"

#include <cstdlib>
#include <filesystem>

#include "fmt/format.h"
#include "parser/config/config.h"

namespace schemac::tool {

namespace fs = std::filesystem;
using ir::Code;

namespace {

// Paths of a configuration file are relative to its folder.
std::vector<std::string> relativeTo(const fs::path& folder, const std::vector<std::string>& paths) {
  std::vector<std::string> result;
  for (const std::string& path : paths) {
    const std::size_t prefix = path.starts_with("migrations:") ? 11 : path.starts_with("schema:") ? 7 : 0;
    const bool other = path == "-" || path == "empty" || path.substr(prefix).starts_with("git:") || path.find("://") != std::string::npos ||
                       path.find('=') != std::string::npos || fs::path(path.substr(prefix)).is_absolute() || folder.empty();
    result.push_back(other ? path : path.substr(0, prefix) + (folder / path.substr(prefix)).string());
  }
  return result;
}

struct Project {
  parser::Config config;
  std::optional<parser::SupabaseConfig> supabase;
  bool supabaseFolder = false;
};

std::optional<Project> readProject(const Options& options, ir::Diagnostics& diagnostics) {
  Project project;
  std::error_code ignored;
  project.supabaseFolder = fs::is_directory("supabase", ignored);
  if (options.noConfig) return project;
  const std::string path = options.config.value_or("schemac.toml");
  if (options.config || fs::exists(path, ignored)) {
    const auto config = parser::readConfig(path, diagnostics);
    if (!config) return std::nullopt;
    project.config = *config;
    const fs::path folder = fs::path(path).parent_path();
    project.config.from = relativeTo(folder, config->from);
    project.config.to = relativeTo(folder, config->to);
  }
  if (fs::exists("supabase/config.toml", ignored)) {
    project.supabase = parser::readSupabaseConfig("supabase/config.toml", diagnostics);
    if (!project.supabase) return std::nullopt;
  }
  return project;
}

std::vector<std::string> desiredOf(const Project& project) {
  if (!project.config.to.empty()) return project.config.to;
  std::vector<std::string> paths;
  if (project.supabase && !project.supabase->schemaPaths.empty()) {
    for (const std::string& path : project.supabase->schemaPaths) paths.push_back((fs::path("supabase") / path).lexically_normal().string());
  } else if (fs::is_directory("supabase/schemas")) {
    paths.emplace_back("supabase/schemas");
  }
  if (!paths.empty()) paths.front().insert(0, "schema:");
  return paths;
}

std::vector<std::string> presentOf(const Options& options, const Project& project) {
  if (options.dbUrl) return {*options.dbUrl};
  if (const char* url = std::getenv("SCHEMAC_DB_URL"); url && *url) return {url};
  if (!project.config.from.empty()) return project.config.from;
  if (fs::is_directory("supabase/migrations")) return {"migrations:supabase/migrations"};
  if (project.supabaseFolder) return {"empty"};  // a project that has no migration yet
  return {};
}

}  // namespace

std::optional<Job> planJob(const Options& options, ir::Diagnostics& diagnostics) {
  const auto project = readProject(options, diagnostics);
  if (!project) return std::nullopt;
  if (options.dbUrl && !options.from.empty()) {
    diagnostics.add(Code::Usage, {}, "--db-url stands in --from's place: give one of them");
    return std::nullopt;
  }
  const bool dump = options.command == Command::Dump;  // one source, and nothing on the other side
  const auto present = options.from.empty() ? presentOf(options, *project) : options.from;
  const auto from = dump ? std::vector<std::string>{"empty"} : present;
  const auto to = dump ? present : options.to.empty() ? desiredOf(*project) : options.to;
  if (dump && to.empty()) {
    diagnostics.add(Code::Usage, {}, "nothing to dump", "Give --from or --db-url, or run schemac where supabase/migrations is.");
    return std::nullopt;
  }
  if (from.empty() || to.empty()) {
    diagnostics.add(Code::Usage, {}, fmt::format("nothing to compare {}", from.empty() ? "from" : "to"),
                    from.empty() ? "Give --from or --db-url, or run schemac where supabase/migrations is."
                                 : "Give --to, or run schemac where supabase/schemas is.");
    return std::nullopt;
  }
  if (options.scratch && options.replay != "server" && options.oracle != "scratch") {
    diagnostics.add(Code::Usage, {}, "--scratch names the server of --replay server and --oracle scratch: give one of them too");
    return std::nullopt;
  }
  Job job;
  job.replayOnServer = options.replay == "server";
  job.scratch = options.scratch;
  const auto fromSpec = parseSource(from, diagnostics);
  const auto toSpec = parseSource(to, diagnostics);
  if (!fromSpec || !toSpec) return std::nullopt;
  job.from = *fromSpec;
  job.to = *toSpec;
  job.profile = options.profile ? options.profile : project->config.profile;
  const auto tells = [](const SourceSpec& spec) { return spec.type == SourceSpec::Type::Live || spec.type == SourceSpec::Type::Snapshot; };
  const bool live = tells(job.from) || tells(job.to);
  if (!job.profile && !live) job.profile = project->supabaseFolder ? "supabase" : "postgres";
  job.serverVersion = options.serverVersion ? options.serverVersion : project->config.serverVersion;
  if (!job.serverVersion && !live && project->supabase) job.serverVersion = project->supabase->majorVersion;
  job.migrations = project->config.migrations.value_or("supabase/migrations");
  job.exposedSchemas = project->supabase ? project->supabase->exposedSchemas : std::vector<std::string>{"public"};
  job.compile.allow = options.allow;
  job.compile.allow.insert(job.compile.allow.end(), project->config.allow.begin(), project->config.allow.end());
  job.compile.schemas = options.schemas.empty() ? project->config.schemas : options.schemas;
  job.compile.exclude = project->config.exclude;
  job.compile.exclude.insert(job.compile.exclude.end(), options.exclude.begin(), options.exclude.end());
  for (const auto& ignore : project->config.ignore) job.compile.ignore.push_back({ignore.kind, ignore.pattern});
  job.compile.roles = options.roles;
  job.compile.online = options.online;
  job.oracle = options.oracle;
  if (options.oracle == "live" && job.from.type != SourceSpec::Type::Live && job.to.type != SourceSpec::Type::Live) {
    diagnostics.add(Code::Usage, {}, "--oracle live asks a live database, and neither side is one", "Give --db-url, or --oracle scratch.");
    return std::nullopt;
  }
  return job;
}

}  // namespace schemac::tool
