#include "tools/schemac/driver.h"

#include <fnmatch.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>

#include "compiler/compile.h"
#include "emitters/migration.h"
#include "fmt/format.h"
#include "ir/identity.h"
#include "parser/analyze/equality.h"
#include "tools/schemac/advice.h"
#include "tools/schemac/dump.h"
#include "tools/schemac/load.h"
#include "tools/schemac/options.h"
#include "tools/schemac/project.h"
#include "tools/schemac/self_check.h"
#include "tools/schemac/write.h"

namespace schemac::tool {

using ir::Code;

namespace {

constexpr int kDone = 0, kError = 1, kDifferences = 2, kRefused = 3;

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

void printDiagnostics(const Options& options, const ir::Diagnostics& diagnostics, std::ostream& err) {
  const bool color = options.color == "always" || (options.color == "auto" && &err == &std::cerr && isatty(STDERR_FILENO));
  for (const ir::Diagnostic* d : diagnostics.sorted())
    if (!options.quiet || ir::severityOf(d->code) == ir::Severity::Error) err << ir::format(*d, color);
}

void printTimings(const Options& options, const Timings& timings, std::ostream& err) {
  if (!options.timings) return;
  for (const auto& entry : timings.entries()) err << fmt::format("{:24} {:9.1f} ms\n", entry.phase, entry.milliseconds);
  err << fmt::format("{:24} {:9.1f} MB\n", "peak memory", static_cast<double>(Timings::peakKilobytes()) / 1024.0);
}

// "+ table public.a", "- index public.i", "~ column public.t.c: type, not null".
std::string changeLine(const ir::Change& change, bool verbose) {
  if (!change.before) return "+ " + ir::describe(*change.after) + "\n";
  if (!change.after) return "- " + ir::describe(*change.before) + "\n";
  std::string line = "~ " + ir::describe(*change.after);
  for (std::size_t i = 0; i < change.fields.size(); ++i) {
    const ir::FieldChange& field = change.fields[i];
    line += (i ? ", " : ": ") + std::string(field.field);
    if (field.verdict.answer == ir::Answer::Unknown) line += " (not decided)";
    if (verbose && !field.verdict.reason.empty()) line += " (" + field.verdict.reason + ")";
  }
  return line + "\n";
}

// Changes worth a line: what comes or goes with its whole is left out.
std::vector<const ir::Change*> listed(const std::vector<ir::Change>& changes) {
  std::set<const ir::Object*> alone;
  for (const ir::Change& change : changes)
    if (!change.before || !change.after) alone.insert(change.before ? change.before : change.after);
  const auto withItsWhole = [&](const ir::Object& object) {
    for (const ir::Object* whole = object.parent; whole; whole = whole->parent)
      if (whole->kind != ir::Kind::Schema && alone.contains(whole)) return true;
    return false;
  };
  std::vector<const ir::Change*> result;
  for (const ir::Change& change : changes)
    if ((change.before && change.after) || !withItsWhole(change.before ? *change.before : *change.after)) result.push_back(&change);
  return result;
}

// What could not be followed and `[ignore] unfollowed = […]` does not name: by what it is ("aggregate public.total*", "DO block") or by its file.
std::ptrdiff_t countUnfollowed(const ir::Schema& schema, const compiler::Options& options) {
  const auto ignored = [&](const ir::Unfollowed& unfollowed) {
    return std::any_of(options.ignore.begin(), options.ignore.end(), [&](const compiler::Ignore& ignore) {
      const char* file = unfollowed.where ? unfollowed.where.source->name.c_str() : "";
      return ignore.kind == "unfollowed" &&
             (fnmatch(ignore.pattern.c_str(), unfollowed.what.c_str(), 0) == 0 || fnmatch(ignore.pattern.c_str(), file, 0) == 0);
    });
  };
  return std::count_if(schema.unfollowed.begin(), schema.unfollowed.end(), [&](const ir::Unfollowed& u) { return !ignored(u); });
}

void printRefusals(const ir::Plan& plan, std::ostream& err) {
  for (const ir::Hazard& hazard : plan.hazards)
    if (hazard.refused) err << fmt::format("refused: {} [{}]\n  hint: Give --allow {} if that is meant.\n", hazard.message, hazard.code, hazard.code);
}

// From both ends to the plan and what takes it back.
struct Compiled {
  ir::Plan plan;
  std::vector<ir::Plan> back;
};

std::optional<Compiled> compileEnds(const Ends& ends, const Job& job, bool rollback, Timings& timings, ir::Diagnostics& diagnostics) {
  Compiled result;
  {
    const auto phase = timings.phase("compile");
    const auto equality = parser::makeEquality(*ends.from, *ends.to);
    auto plan = compiler::compile(ends.from, ends.to, job.compile, *equality, diagnostics);
    if (!plan) return std::nullopt;
    result.plan = std::move(*plan);
  }
  if (rollback && !result.plan.empty()) {
    const auto phase = timings.phase("compile rollback");
    const auto equality = parser::makeEquality(*ends.to, *ends.from);
    ir::Diagnostics repeated;  // says again what the way there said
    result.back = compiler::rollbackOf(result.plan, job.compile, *equality, repeated);
    if (repeated.hasErrors()) {
      diagnostics.append(repeated);
      return std::nullopt;
    }
  }
  return result;
}

int diffCommand(const Options& options, Streams& streams, Timings& timings, ir::Diagnostics& diagnostics) {
  const auto job = planJob(options, diagnostics);
  if (!job) return kError;
  const auto ends = loadEnds(*job, streams.in, timings, diagnostics);
  if (!ends) return kError;
  const auto compiled = compileEnds(*ends, *job, true, timings, diagnostics);
  if (!compiled) return kError;
  const ir::Plan& plan = compiled->plan;
  if (options.verbose)
    for (const ir::Change& change : plan.changes) streams.err << changeLine(change, true);
  if (plan.empty()) return kDone;
  adviseOnRowSecurity(plan, *ends, job->exposedSchemas, diagnostics);

  for (const ir::Hazard& hazard : plan.hazards) {
    if (!hazard.refused) continue;
    printRefusals(plan, streams.err);
    return kRefused;
  }
  const std::string folder = options.out.value_or(ends->fromFiles.folder.value_or(job->migrations));
  std::vector<std::string> existing = migrationNames(folder);
  if (!ends->fromFiles.declarative)
    for (const auto& file : ends->fromFiles.files) existing.push_back(file->name.substr(file->name.rfind('/') + 1));
  const auto stamp = chooseStamp(options.stamp, existing, diagnostics);
  if (!stamp) return kError;
  std::vector<emitters::File> files;
  {
    const auto phase = timings.phase("emit");
    files = emitters::emitMigration(plan, compiled->back, {options.name, *stamp, ends->fromLabel, ends->toLabel, SCHEMAC_VERSION});
  }
  if (options.selfCheck) {
    const auto phase = timings.phase("self-check");
    if (!selfCheck(*ends, *job, plan, compiled->back, files, diagnostics)) return kError;
  }
  if (options.toStdout) {
    for (const emitters::File& file : files) streams.out << (files.size() > 1 ? "-- file: " + file.name + "\n" : "") << file.text;
  } else {
    if (!writeFiles(folder, files, diagnostics)) return kError;
    for (const emitters::File& file : files) streams.out << folder << (folder.ends_with('/') ? "" : "/") << file.name << "\n";
  }
  return options.exitCode ? kDifferences : kDone;
}

int checkCommand(const Options& options, Streams& streams, Timings& timings, ir::Diagnostics& diagnostics) {
  const auto job = planJob(options, diagnostics);
  if (!job) return kError;
  const auto ends = loadEnds(*job, streams.in, timings, diagnostics);
  if (!ends) return kError;
  std::vector<std::string> notCompared;
  const auto equality = parser::makeEquality(*ends->from, *ends->to);
  std::vector<ir::Change> changes;
  {
    const auto phase = timings.phase("diff");
    changes = compiler::diff(*ends->from, *ends->to, job->compile, *equality, diagnostics, notCompared);
  }
  const auto lines = listed(changes);
  for (const ir::Change* change : lines) streams.out << changeLine(*change, options.verbose > 0);
  const auto unfollowed = static_cast<std::size_t>(countUnfollowed(*ends->from, job->compile) + countUnfollowed(*ends->to, job->compile));
  if (unfollowed > 0) {
    streams.err << fmt::format("{} statement{} or object{} could not be followed: not all was compared\n", unfollowed, unfollowed == 1 ? "" : "s",
                               unfollowed == 1 ? "" : "s");
    return kError;
  }
  if (changes.empty()) return kDone;
  streams.out << fmt::format("{} difference{}\n", lines.size(), lines.size() == 1 ? "" : "s");
  return kDifferences;
}

int rollbackCommand(const Options& options, Streams& streams, ir::Diagnostics& diagnostics) {
  std::vector<std::string> files = options.files;
  std::sort(files.begin(), files.end(), [](const std::string& a, const std::string& b) {
    return a.substr(a.rfind('/') + 1) > b.substr(b.rfind('/') + 1);  // last file first
  });
  std::string sql;
  for (const std::string& path : files) {
    const auto source = loadFile(path);
    if (!source) {
      diagnostics.add(Code::CannotRead, {}, fmt::format("cannot read \"{}\"", path));
      continue;
    }
    std::string text;
    if (!emitters::rollbackText(source->text, text))
      diagnostics.add(Code::NoRollback, {}, fmt::format("\"{}\" holds no rollback", path), "Only files that schemac wrote have one.");
    sql += text;
  }
  if (diagnostics.hasErrors()) return kError;
  streams.out << sql;
  return kDone;
}

}  // namespace

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err) {
  int exitCode = kDone;
  const auto options = parseOptions(arguments, out, err, exitCode);
  if (!options) return exitCode;
  Streams streams{in, out, err};
  Timings timings;
  ir::Diagnostics diagnostics;
  switch (options->command) {
    case Command::Diff: exitCode = diffCommand(*options, streams, timings, diagnostics); break;
    case Command::Check: exitCode = checkCommand(*options, streams, timings, diagnostics); break;
    case Command::Rollback: exitCode = rollbackCommand(*options, streams, diagnostics); break;
    case Command::Dump: exitCode = dump(*options, in, out, timings, diagnostics) ? kDone : kError; break;
    case Command::None: break;
  }
  printDiagnostics(*options, diagnostics, err);
  printTimings(*options, timings, err);
  return diagnostics.hasErrors() ? kError : exitCode;
}

}  // namespace schemac::tool
