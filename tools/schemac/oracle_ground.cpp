#include "tools/schemac/oracle_ground.h"

#include "compiler/compile.h"
#include "emitters/migration.h"
#include "parser/analyze/equality.h"
#include "tools/schemac/replay_server.h"
#include "tools/schemac/scratch.h"

namespace schemac::tool {

namespace {

class LiveGround : public OracleGround {
 public:
  explicit LiveGround(std::string conninfo) : conninfo_(std::move(conninfo)) {}
  std::optional<Databases> open(std::string&) override { return Databases{conninfo_, conninfo_}; }

 private:
  std::string conninfo_;
};

class ScratchGround : public OracleGround {
 public:
  ScratchGround(std::shared_ptr<const ir::Schema> from, const Ends& ends, const Job& job) : from_(std::move(from)), ends_(ends), job_(job) {}

  std::optional<Databases> open(std::string& why) override {
    if (!tried_) fill();
    tried_ = true;
    if (databases_.from.empty() || databases_.to.empty()) {
      why = why_;
      return std::nullopt;
    }
    return databases_;
  }

 private:
  void fill() {
    ir::Diagnostics own;
    scratch_ = Scratch::open(job_.scratch, job_.serverVersion, own);
    if (scratch_) {
      databases_.from = load(from_, own);
      databases_.to = load(ends_.to, own);
    }
    for (const ir::Diagnostic* diagnostic : own.sorted())
      if (why_.empty() && ir::severityOf(diagnostic->code) == ir::Severity::Error) why_ = diagnostic->message;
  }

  // The conninfo of a database that holds `side`.
  std::string load(const std::shared_ptr<const ir::Schema>& side, ir::Diagnostics& diagnostics) {
    compiler::Options options;
    options.allow = {"all"};
    options.online = false;
    const std::shared_ptr<const ir::Schema> nothing = replayBeside(ends_, {}, diagnostics);
    if (!nothing) return {};
    const auto plan = compiler::compile(nothing, side, options, *parser::makeEquality(*nothing, *side), diagnostics);
    if (!plan) return {};
    SourceFiles files;
    files.declarative = true;
    files.files = {std::make_shared<const ir::Source>(ir::Source{"scratch.sql", emitters::emitStatements(*plan)})};
    return loadOnServer(*scratch_, files, ends_.profile, diagnostics);
  }

  std::shared_ptr<const ir::Schema> from_;
  const Ends& ends_;
  const Job& job_;
  std::unique_ptr<Scratch> scratch_;
  Databases databases_;
  std::string why_;
  bool tried_ = false;
};

}  // namespace

std::unique_ptr<OracleGround> liveGround(std::string conninfo) { return std::make_unique<LiveGround>(std::move(conninfo)); }

std::unique_ptr<OracleGround> scratchGround(std::shared_ptr<const ir::Schema> from, const Ends& ends, const Job& job) {
  return std::make_unique<ScratchGround>(std::move(from), ends, job);
}

}  // namespace schemac::tool
