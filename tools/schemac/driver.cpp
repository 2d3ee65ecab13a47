#include "tools/schemac/driver.h"

#include <fnmatch.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>

#include "compiler/compile.h"
#include "compiler/online.h"
#include "emitters/migration.h"
#include "emitters/report.h"
#include "emitters/report_steps.h"
#include "fmt/format.h"
#include "ir/identity.h"
#include "parser/analyze/equality.h"
#include "tools/schemac/advice.h"
#include "tools/schemac/arbiter.h"
#include "tools/schemac/dump.h"
#include "tools/schemac/load.h"
#include "tools/schemac/options.h"
#include "tools/schemac/project.h"
#include "tools/schemac/renames.h"
#include "tools/schemac/self_check.h"
#include "tools/schemac/states.h"
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

// What could not be followed and `[ignore] unfollowed = […]` does not name: by what it is ("aggregate public.total*", "DO block") or by its file.
std::vector<ir::Unfollowed> unfollowedOf(const ir::Schema& schema, const compiler::Options& options) {
  const auto ignored = [&](const ir::Unfollowed& unfollowed) {
    return std::any_of(options.ignore.begin(), options.ignore.end(), [&](const compiler::Ignore& ignore) {
      const char* file = unfollowed.where ? unfollowed.where.source->name.c_str() : "";
      return ignore.kind == "unfollowed" &&
             (fnmatch(ignore.pattern.c_str(), unfollowed.what.c_str(), 0) == 0 || fnmatch(ignore.pattern.c_str(), file, 0) == 0);
    });
  };
  std::vector<ir::Unfollowed> result;
  std::remove_copy_if(schema.unfollowed.begin(), schema.unfollowed.end(), std::back_inserter(result), ignored);
  return result;
}

void printRefusals(const ir::Plan& plan, std::ostream& err) {
  for (const ir::Hazard& hazard : plan.hazards)
    if (hazard.refused) err << fmt::format("refused: {} [{}]\n  hint: Give --allow {}, or write \"-- schemac: allow {}\" above it (or above what it is part of), if that is meant.\n",
                                           hazard.message, hazard.code, hazard.code, hazard.code);
}

// From both ends to the plan and what takes it back.
struct Compiled {
  ir::Plan plan;
  std::vector<ir::Plan> back;
};

// The analyser, and behind it the server that --oracle names. `from`: after its renames.
std::unique_ptr<ir::Equality> equalityOf(const std::shared_ptr<const ir::Schema>& from, const Ends& ends, const Job& job, std::ostream& err) {
  auto analyser = parser::makeEquality(*from, *ends.to);
  if (job.oracle == "live") return makeArbiter(std::move(analyser), liveGround((job.from.type == SourceSpec::Type::Live ? job.from : job.to).conninfo), err);
  if (job.oracle == "scratch") return makeArbiter(std::move(analyser), scratchGround(from, ends, job), err);
  return analyser;
}

// What the annotations rename, and `from` as it is afterwards; null, with errors, where that cannot be replayed.
std::shared_ptr<const ir::Schema> afterRenames(const Ends& ends, compiler::Renames& renames, ir::Diagnostics& diagnostics) {
  renames = compiler::findRenames(*ends.from, *ends.to, diagnostics);
  return renames.empty() ? ends.from : applyRenames(*ends.from, renames, ends, diagnostics);
}

std::optional<Compiled> compileEnds(const Ends& ends, const Job& job, bool rollback, Timings& timings, ir::Diagnostics& diagnostics, std::ostream& err) {
  Compiled result;
  {
    const auto phase = timings.phase("compile");
    compiler::RenamedFrom renamed{ends.from, {}};
    const std::shared_ptr<const ir::Schema> from = afterRenames(ends, renamed.renames, diagnostics);
    if (!from) return std::nullopt;
    const auto equality = equalityOf(from, ends, job, err);
    auto plan = compiler::compile(from, ends.to, job.compile, *equality, diagnostics, renamed);
    if (!plan) return std::nullopt;
    result.plan = std::move(*plan);
  }
  if (rollback && !result.plan.empty()) {
    const auto phase = timings.phase("compile rollback");
    ir::Diagnostics repeated;  // says again what the way there said
    const compiler::Renaming renaming{
        [&](const ir::Schema& schema, const compiler::Renames& renames) { return applyRenames(schema, renames, ends, repeated); }, parser::makeEquality};
    if (compiler::isOnline(result.plan)) {
      const auto states = statesBetween(result.plan, ends);
      if (!states) {
        // What cannot be followed between two files is not torn into two.
        Job plain = job;
        plain.compile.online = false;
        ir::Diagnostics again;
        return compileEnds(ends, plain, rollback, timings, again, err);
      }
      result.back = compiler::rollbackThrough(result.plan, *states, job.compile, repeated, renaming);
    } else {
      const auto equality = parser::makeEquality(*ends.to, *ends.from);
      result.back = compiler::rollbackOf(result.plan, job.compile, *equality, repeated, renaming);
    }
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
  const auto compiled = compileEnds(*ends, *job, true, timings, diagnostics, streams.err);
  if (!compiled) return kError;
  const ir::Plan& plan = compiled->plan;
  if (options.verbose)
    for (const ir::Change& change : plan.changes) streams.err << changeLine(change, true);
  const bool reports = !options.format.empty() && options.format != "sql";  // for a reader: nothing is written, whatever is in it
  if (plan.empty() && !reports) return kDone;
  adviseOnRowSecurity(plan, *ends, job->exposedSchemas, diagnostics);

  const bool refused = std::any_of(plan.hazards.begin(), plan.hazards.end(), [](const ir::Hazard& hazard) { return hazard.refused; });
  if (refused) printRefusals(plan, streams.err);
  if (refused && !reports) return kRefused;
  const std::string folder = options.out.value_or(ends->fromFiles.folder.value_or(job->migrations));
  std::vector<std::string> existing = migrationNames(folder);
  if (!ends->fromFiles.declarative)
    for (const auto& file : ends->fromFiles.files) existing.push_back(file->name.substr(file->name.rfind('/') + 1));
  const auto stamp = chooseStamp(options.stamp, existing, diagnostics);
  if (!stamp) return kError;
  const emitters::MigrationOptions migration{options.name, *stamp, ends->fromLabel, ends->toLabel, SCHEMAC_VERSION};
  std::vector<emitters::File> files;
  {
    const auto phase = timings.phase("emit");
    files = emitters::emitMigration(plan, compiled->back, migration);
  }
  if (reports) {
    streams.out << (options.format == "json" ? emitters::planJson(plan, files, migration)
                    : options.format == "dot" ? emitters::planDot(plan) : emitters::planMarkdown(plan, files, migration));
    return refused ? kRefused : options.exitCode && !plan.empty() ? kDifferences : kDone;
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
  compiler::Renames renames;
  const std::shared_ptr<const ir::Schema> from = afterRenames(*ends, renames, diagnostics);
  if (!from) return kError;
  const auto equality = equalityOf(from, *ends, *job, streams.err);
  std::vector<ir::Change> changes;
  {
    const auto phase = timings.phase("diff");
    changes = compiler::diff(*from, *ends->to, job->compile, *equality, diagnostics, notCompared);
  }
  for (const auto& [before, after] : renames) changes.push_back({before, after, {{"name", {ir::Answer::Different, {}}}}});
  std::vector<ir::Unfollowed> unfollowed = unfollowedOf(*ends->from, job->compile);
  for (ir::Unfollowed& entry : unfollowedOf(*ends->to, job->compile)) unfollowed.push_back(std::move(entry));
  const bool json = options.format == "json";
  const auto lines = emitters::changesAlone(changes);
  if (json) streams.out << emitters::checkJson({ends->serverVersion, ends->fromLabel, ends->toLabel, SCHEMAC_VERSION, changes, notCompared, unfollowed});
  else for (const ir::Change* change : lines) streams.out << changeLine(*change, options.verbose > 0);
  if (!unfollowed.empty()) {
    streams.err << fmt::format("{} statement{} or object{} could not be followed: not all was compared\n", unfollowed.size(),
                               unfollowed.size() == 1 ? "" : "s", unfollowed.size() == 1 ? "" : "s");
    return kError;
  }
  if (changes.empty()) return kDone;
  if (!json) streams.out << fmt::format("{} difference{}\n", lines.size(), lines.size() == 1 ? "" : "s");
  return kDifferences;
}

int explainCommand(const Options& options, Streams& streams, Timings& timings, ir::Diagnostics& diagnostics) {
  const auto job = planJob(options, diagnostics);
  if (!job) return kError;
  const auto ends = loadEnds(*job, streams.in, timings, diagnostics);
  if (!ends) return kError;
  const auto compiled = compileEnds(*ends, *job, false, timings, diagnostics, streams.err);
  if (!compiled) return kError;
  streams.out << emitters::explain(compiled->plan);
  return kDone;
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
    case Command::Explain: exitCode = explainCommand(*options, streams, timings, diagnostics); break;
    case Command::Dump: exitCode = dump(*options, in, out, timings, diagnostics) ? kDone : kError; break;
    case Command::None: break;
  }
  printDiagnostics(*options, diagnostics, err);
  printTimings(*options, timings, err);
  return diagnostics.hasErrors() ? kError : exitCode;
}

}  // namespace schemac::tool
