#include <algorithm>
#include <filesystem>

#include "fmt/format.h"
#include "parser/sql/encoding.h"
#include "parser/sql/functions.h"
#include "parser/sql/platform.h"
#include "parser/sql/replay.h"
#include "parser/sql/waiting.h"

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Code;

// Runs the statements of a source through a Replay: what to do with the ones that fail is decided here.
class Runner {
 public:
  Runner(ir::Schema& schema, const ReplayOptions& options, ir::Diagnostics& diagnostics)
      : options_(options), diagnostics_(diagnostics), fresh_(Replay(schema, options, diagnostics).session), replay_(schema, options, diagnostics) {
    if (options.declarative) replay_.waiting_ = &waiting_;
  }

  Replay& replay() { return replay_; }

  void file(const std::shared_ptr<const ir::Source>& source, ParseMemory& memory) {
    replay_.session = fresh_;  // the Supabase runner resets between files (RESET ALL)
    statements(source, memory, 0);
    if (!options_.declarative) endSession();
  }

  void finish() {
    while (retry()) {}
    for (const Replay::Waiting& left : waiting_) report(left.error, left.statement.location);
    waiting_.clear();
    followBodies(replay_);
    endSession();
  }

 private:
  void statements(const std::shared_ptr<const ir::Source>& given, ParseMemory& memory, int depth) {
    const std::shared_ptr<const ir::Source> source = readable(inUtf8(given));
    replay_.schema.sources.push_back(source);
    diagnostics_.keep(source);
    const ParsedFile file = parseFile(source, memory, diagnostics_);
    std::string_view text = source->text;
    if (file.parsedText->data() != source->text.data()) {
      auto blanked = std::make_shared<ir::Source>(ir::Source{source->name, *file.parsedText});
      replay_.schema.sources.push_back(blanked);
      text = blanked->text;
    }
    for (const Statement& statement : file.statements) {
      replay_.source = source.get();
      replay_.text = text;
      if (statement.include.empty()) one(statement);
      else include(*source, statement, memory, depth);
    }
  }

  // Bytes that are no text are said, and blanked for the rest of the file to be read.
  std::shared_ptr<const ir::Source> readable(const std::shared_ptr<const ir::Source>& source) {
    const std::size_t first = findInvalidUtf8(source->text);
    if (first == std::string::npos) return source;
    std::string text = source->text;
    for (std::size_t at = first; at != std::string::npos; at = findInvalidUtf8(text, at)) text[at] = '?';
    auto blanked = std::make_shared<ir::Source>(ir::Source{source->name, std::move(text)});
    diagnostics_.keep(blanked);
    diagnostics_.add(Code::Syntax, {blanked.get(), static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + 1)},
                     fmt::format("invalid byte sequence for encoding \"UTF8\": 0x{:02x}", static_cast<unsigned char>(source->text[first])),
                     "Save the file as UTF-8, or name its encoding: SET client_encoding = 'latin1';");
    return blanked;
  }

  void one(const Statement& statement) {
    const std::size_t mark = replay_.schema.mark();
    try {
      replay_.dispatch(statement);
    } catch (const ReplayError& error) {
      replay_.schema.rollback(mark);
      if (options_.declarative && error.missing) {
        waiting_.push_back(Replay::Waiting::of(replay_, [statement](Replay& replay) { replay.dispatch(statement); }, error));
      } else {
        report(error, statement.location);
      }
    }
    if (!replay_.inTransaction()) replay_.schema.forget();
  }

  void include(const ir::Source& from, const Statement& statement, ParseMemory& memory, int depth) {
    namespace fs = std::filesystem;
    const fs::path path = statement.includeRelative ? fs::path(from.name).parent_path() / statement.include : fs::path(statement.include);
    auto source = options_.load && depth < 20 ? options_.load(path.string()) : nullptr;
    if (!source && options_.load && depth < 20 && !statement.includeRelative)  // \i is relative to where psql runs; mostly that is the file's folder
      source = options_.load((fs::path(from.name).parent_path() / statement.include).string());
    if (!source) {
      diagnostics_.add(Code::CannotRead, statement.location, fmt::format("cannot read the included file \"{}\"", statement.include));
      return;
    }
    statements(source, memory, depth + 1);
  }

  // One round over what waits, in the written order. True if something could be done.
  bool retry() {
    std::vector<Replay::Waiting> round;
    round.swap(waiting_);
    bool progress = false;
    for (Replay::Waiting& waiting : round) {
      const std::size_t mark = replay_.schema.mark();
      const std::size_t waitedBefore = waiting_.size();
      try {
        waiting.run(replay_);
        // Parts of it may wait again: that is progress only if the whole was waiting before.
        progress = true;
      } catch (const ReplayError& error) {
        replay_.schema.rollback(mark);
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(waitedBefore), waiting_.end());
        if (error.missing) {
          waiting.error = error;
          waiting_.push_back(std::move(waiting));
        } else {
          report(error, waiting.statement.location);
        }
      }
      replay_.schema.forget();
    }
    return progress && !waiting_.empty();
  }

  void report(const ReplayError& error, ir::Location statement) {
    ir::Location where = error.where ? error.where : statement;
    if (error.missing && replay_.mayBeUnseen()) {
      replay_.schema.unfollowed.push_back({statement, "statement", error.what()});
      diagnostics_.add(Code::NotFollowed, where, fmt::format("{}: the statement is not followed", error.what()),
                       "Something before it could not be followed and may have made it.");
      return;
    }
    diagnostics_.add(error.code, where, error.what(), error.hint);
  }

  void endSession() {
    dropTemporary(replay_);
    replay_.dropOnCommit.clear();
    replay_.prepared.clear();
    replay_.schema.forget();
  }

  const ReplayOptions& options_;
  ir::Diagnostics& diagnostics_;
  const Session fresh_;
  Replay replay_;
  std::vector<Replay::Waiting> waiting_;
};

void replayInto(ir::Schema& schema, const std::vector<std::shared_ptr<const ir::Source>>& files, const ReplayOptions& options,
                ir::Diagnostics& diagnostics) {
  Runner runner(schema, options, diagnostics);
  if (options.declarative) {
    ParseMemory memory;  // what waits points into the trees of all files
    for (const auto& file : files) runner.file(file, memory);
    runner.finish();
  } else {
    for (const auto& file : files) {
      ParseMemory memory;
      runner.file(file, memory);
    }
    runner.finish();
  }
}

std::unique_ptr<ir::Schema> readSql(const std::vector<std::shared_ptr<const ir::Source>>& files, const ReplayOptions& options,
                                    ir::Diagnostics& diagnostics) {
  auto schema = std::make_unique<ir::Schema>(options.serverVersion);
  ReplayOptions platform = options;
  platform.declarative = false;
  auto text = std::make_shared<ir::Source>(ir::Source{"platform:" + options.profile, platformFor(options.platformSql, options.serverVersion)});
  {
    ParseMemory memory;
    Runner runner(*schema, platform, diagnostics);
    runner.replay().origin = ir::Origin::Platform;
    runner.file(text, memory);
    runner.finish();
  }
  schema->unfollowed.clear();
  replayInto(*schema, files, options, diagnostics);
  return schema;
}

}  // namespace schemac::parser
