#include "tools/schemac/dump.h"

#include <filesystem>
#include <ostream>

#include "compiler/compile.h"
#include "emitters/declarative.h"
#include "fmt/format.h"
#include "ir/identity.h"
#include "parser/analyze/equality.h"
#include "parser/snapshot/snapshot.h"
#include "tools/schemac/load.h"
#include "tools/schemac/write.h"

namespace schemac::tool {

namespace fs = std::filesystem;
using ir::Code;

namespace {

bool dumpSnapshot(const Options& options, const Ends& ends, std::ostream& out, ir::Diagnostics& diagnostics) {
  const auto text = parser::writeSnapshot(*ends.to, ends.profile, SCHEMAC_VERSION, diagnostics);
  if (!text) return false;
  if (!options.out) {
    out << *text;
    return true;
  }
  // A snapshot may take an older one's place, never that of another file.
  if (const auto there = loadFile(*options.out); there && !there->text.empty() && !parser::isSnapshot(there->text)) {
    diagnostics.add(Code::CannotWrite, {}, fmt::format("\"{}\" is there and is no snapshot: it is left alone", *options.out));
    return false;
  }
  const fs::path path(*options.out);
  if (!replaceFile(path.parent_path().empty() ? "." : path.parent_path().string(), {path.filename().string(), *text}, diagnostics)) return false;
  out << *options.out << "\n";
  return true;
}

std::string nameOf(const ir::Change& change) { return ir::describe(change.after ? *change.after : *change.before); }

// What the files mean, compared with what they were made from. `what` says which way it is looked at.
void compareWith(const ir::Schema& from, const ir::Schema& to, const compiler::Options& options, bool sourceIsTo, ir::Diagnostics& diagnostics) {
  const auto equality = parser::makeEquality(from, to);
  ir::Diagnostics notes;  // said for the dump itself already
  std::vector<std::string> notCompared;
  for (const ir::Change& change : compiler::diff(from, to, options, *equality, notes, notCompared)) {
    const bool missing = sourceIsTo ? !change.before : !change.after;
    std::string fields;
    for (const ir::FieldChange& field : change.fields) fields += (fields.empty() ? ": " : ", ") + std::string(field.field);
    diagnostics.add(Code::SelfCheck, (sourceIsTo ? change.after : change.before) ? (sourceIsTo ? change.after : change.before)->location : ir::Location{},
                    fmt::format("the files {} {}{}", missing ? "do not say" : "say something else of", nameOf(change), fields),
                    "This is a defect of schemac: the rest of the files is right.");
  }
}

void selfCheck(const Ends& ends, const compiler::Options& options, const std::vector<emitters::File>& files, ir::Diagnostics& diagnostics) {
  SourceFiles sources;
  sources.declarative = true;
  for (const emitters::File& file : files) sources.files.push_back(std::make_shared<const ir::Source>(ir::Source{file.name, file.text}));
  ir::Diagnostics replaying;
  const auto again = replayBeside(ends, sources, replaying);
  if (!again || replaying.hasErrors()) {
    for (const auto& source : sources.files) diagnostics.keep(source);
    for (const ir::Diagnostic* d : replaying.sorted())
      if (ir::severityOf(d->code) == ir::Severity::Error)
        diagnostics.add(Code::SelfCheck, d->where, "the files are refused: " + d->message, "This is a defect of schemac: the rest of the files is right.");
    return;
  }
  compareWith(*again, *ends.to, options, true, diagnostics);
  if (!diagnostics.hasErrors()) compareWith(*ends.to, *again, options, false, diagnostics);
}

bool dumpSql(const Options& options, const Job& job, const Ends& ends, std::ostream& out, Timings& timings, ir::Diagnostics& diagnostics) {
  std::optional<ir::Plan> plan;
  {
    const auto phase = timings.phase("compile");
    const auto equality = parser::makeEquality(*ends.from, *ends.to);
    plan = compiler::compile(ends.from, ends.to, job.compile, *equality, diagnostics);
  }
  if (!plan) return false;
  std::vector<emitters::File> files;
  {
    const auto phase = timings.phase("emit");
    files = emitters::emitDeclarative(*plan);
  }
  {
    const auto phase = timings.phase("self-check");
    selfCheck(ends, job.compile, files, diagnostics);
  }
  if (!options.out) {
    for (const emitters::File& file : files) out << "-- file: " << file.name << "\n" << file.text << (&file == &files.back() ? "" : "\n");
    return true;
  }
  if (files.empty()) return true;
  if (!writeFiles(*options.out, files, diagnostics)) return false;
  for (const emitters::File& file : files) out << *options.out << (options.out->ends_with('/') ? "" : "/") << file.name << "\n";
  return true;
}

}  // namespace

bool dump(const Options& options, std::istream& in, std::ostream& out, Timings& timings, ir::Diagnostics& diagnostics) {
  auto job = planJob(options, diagnostics);
  if (!job) return false;
  job->compile.allow = {"all"};
  job->compile.online = false;
  const auto ends = loadEnds(*job, in, timings, diagnostics);
  if (!ends) return false;
  return options.format == "snapshot" ? dumpSnapshot(options, *ends, out, diagnostics) : dumpSql(options, *job, *ends, out, timings, diagnostics);
}

}  // namespace schemac::tool
