#include "tools/schemac/replay_server.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <deque>
#include <filesystem>
#include <set>

#include "fmt/format.h"
#include "ir/embedded.h"
#include "ir/identity.h"
#include "parser/catalog/read_catalog.h"
#include "parser/sql/encoding.h"
#include "parser/sql/parse.h"
#include "tools/schemac/git.h"
#include "tools/schemac/server_session.h"

namespace schemac::tool {

using ir::Code;
using SourcePointer = std::shared_ptr<const ir::Source>;

namespace {

// A statement as the server gets it, and where it stands.
struct Step {
  SourcePointer source;
  ir::Location place;
  std::string text, copyData;
  std::vector<std::string> words;  // its first ones, lower case

  bool is(std::initializer_list<std::string_view> start) const {
    return words.size() >= start.size() && std::equal(start.begin(), start.end(), words.begin());
  }
};

std::vector<std::string> wordsOf(const std::string& statement, std::size_t most) {
  std::vector<std::string> words;
  for (const parser::Token& token : parser::tokenize(statement, 0, static_cast<std::uint32_t>(statement.size()))) {
    if (words.size() == most) break;
    std::string& word = words.emplace_back(statement.substr(token.begin, token.end - token.begin));
    for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return words;
}

// What stands behind COPY … FROM STDIN, to the line with \. alone.
std::string copyDataAfter(const std::string& text, std::size_t end) {
  const std::size_t begin = text.find('\n', end);
  if (begin == std::string::npos) return {};
  std::size_t line = begin + 1;
  while (line < text.size() && text.compare(line, 2, "\\.") != 0) {
    const std::size_t next = text.find('\n', line);
    if (next == std::string::npos) return {};
    line = next + 1;
  }
  return text.substr(begin + 1, line - begin - 1);
}

class Steps {
 public:
  Steps(const SourceFiles& files, ir::Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  std::vector<Step> of(const SourcePointer& source, int depth = 0) {
    diagnostics_.keep(source);
    parser::ParseMemory memory;
    const parser::ParsedFile file = parser::parseFile(source, memory, diagnostics_);
    std::vector<Step> steps;
    for (const parser::Statement& statement : file.statements) {
      if (!statement.include.empty()) {
        for (Step& step : included(*source, statement, depth)) steps.push_back(std::move(step));
        continue;
      }
      Step step{source, statement.location, file.parsedText->substr(statement.location.begin, statement.location.end - statement.location.begin), {}, {}};
      step.words = wordsOf(step.text, 3);
      if (step.is({"copy"})) step.copyData = copyDataAfter(source->text, statement.location.end);
      steps.push_back(std::move(step));
    }
    return steps;
  }

 private:
  std::vector<Step> included(const ir::Source& from, const parser::Statement& statement, int depth) {
    namespace fs = std::filesystem;
    const fs::path beside = fs::path(from.name).parent_path() / statement.include;
    SourcePointer source;
    if (depth < 20 && !statement.includeRelative) source = load(statement.include);
    if (depth < 20 && !source) source = load(beside.string());
    if (source) return of(source, depth + 1);
    diagnostics_.add(Code::CannotRead, statement.location, fmt::format("cannot read the included file \"{}\"", statement.include));
    return {};
  }
  SourcePointer load(const std::string& path) const { return loadFile(files_.revision.empty() || parseGitPath(path) ? path : files_.revision + path); }

  const SourceFiles& files_;
  ir::Diagnostics& diagnostics_;
};

// Of the cluster, not of a schema: no business of a scratch server that others may use.
bool isCluster(const Step& step) {
  if (step.is({"alter", "system"})) return true;
  for (const std::string_view what : {"database", "tablespace"})
    for (const std::string_view verb : {"create", "alter", "drop"})
      if (step.is({verb, what})) return true;
  return false;
}

bool controlsTransactions(const Step& step) {
  constexpr std::array<std::string_view, 8> kWords{"begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release"};
  return !step.words.empty() && std::find(kWords.begin(), kWords.end(), step.words.front()) != kWords.end();
}

// What later statements of the file rest on.
bool isSetting(const Step& step) {
  return step.is({"set"}) || step.is({"reset"}) || step.text.find("set_config") != std::string::npos;
}

class Runner {
 public:
  Runner(std::string conninfo, const std::string& profile, ir::Diagnostics& diagnostics) : conninfo_(std::move(conninfo)), diagnostics_(diagnostics) {
    // As the platform sets it for the role that runs migrations.
    const std::string path = profile == "supabase" ? R"( -c search_path="$user",public,extensions)" : "";
    conninfo_ += " " + conninfoPart("options", "-c lc_messages=C" + path);
  }

  // As the platform's own script runs: extensions that only the hosted one has may be missing.
  bool platform(const std::vector<Step>& steps) {
    ServerSession session(conninfo_);
    for (const Step& step : steps)
      if (const auto refused = session.run(step.text); refused && !step.is({"create", "extension"})) return report(step, *refused), false;
    return true;
  }

  bool migration(const std::vector<Step>& steps) {
    const bool own = std::any_of(steps.begin(), steps.end(), controlsTransactions);
    const bool marked = !steps.empty() && steps.front().source->text.starts_with("-- pg-delta: transaction=false");
    if (!own && !marked) {
      bool again = false;
      if (inTransaction(steps, again)) return true;
      if (!again) return false;
    }
    ServerSession session(conninfo_);
    for (const Step& step : steps)
      if (const auto refused = run(session, step)) return report(step, *refused), false;
    return true;
  }

  bool declarative(std::vector<std::vector<Step>> files) {
    std::vector<std::pair<Step, Refusal>> waiting;
    std::size_t left = SIZE_MAX;
    for (;;) {
      waiting.clear();
      for (std::vector<Step>& steps : files) {
        ServerSession session(conninfo_);
        std::vector<Step> again;
        const std::size_t before = waiting.size();
        for (Step& step : steps) {
          const auto refused = run(session, step);
          if (refused) waiting.emplace_back(step, *refused);
          if (refused || isSetting(step)) again.push_back(std::move(step));
        }
        steps = waiting.size() == before ? std::vector<Step>{} : std::move(again);
      }
      if (waiting.empty()) return true;
      if (waiting.size() >= left) break;
      left = waiting.size();
    }
    for (const auto& [step, refused] : waiting) report(step, refused);
    return false;
  }

 private:
  std::optional<Refusal> run(ServerSession& session, const Step& step) {
    if (isCluster(step)) return std::nullopt;
    auto refused = session.run(step.text, step.copyData);
    while (refused && makeRole(*refused)) refused = session.run(step.text, step.copyData);
    return refused;
  }

  // Roles are the cluster's: one that the files name and do not make is taken to be there. False: that was not it.
  bool makeRole(const Refusal& refused) {
    constexpr std::string_view start = "role \"", end = "\" does not exist";
    const std::string_view message = refused.message;
    if (refused.state != "42704" || !message.starts_with(start) || !message.ends_with(end)) return false;
    const std::string name(message.substr(start.size(), message.size() - start.size() - end.size()));
    if (!roles_.insert(name).second || ServerSession(conninfo_).run("create role " + ir::quoteIdentifier(name))) return false;
    diagnostics_.add(Code::UnknownName, {}, fmt::format("role \"{}\" is not made by the files: it is made on the scratch server", name));
    return true;
  }

  // `again`: a statement wants to stand alone, as psql would send it.
  bool inTransaction(const std::vector<Step>& steps, bool& again) {
    ServerSession session(conninfo_);
    session.run("begin");
    for (const Step& step : steps) {
      const auto refused = isCluster(step) ? std::nullopt : session.run(step.text, step.copyData);
      if (!refused) continue;
      if (makeRole(*refused)) return inTransaction(steps, again);
      again = refused->state == "25001" || refused->state == "55P04";  // not in a transaction; a new label's use
      if (!again) report(step, *refused);
      return false;
    }
    if (const auto refused = session.run("commit")) return report(steps.back(), *refused), false;
    return true;
  }

  void report(const Step& step, const Refusal& refused) {
    ir::Location where = step.place;
    if (refused.position) {
      where.begin += static_cast<std::uint32_t>(parser::byteOffset(step.text, refused.position));
      where.end = where.begin + 1;
    }
    diagnostics_.add(Code::InvalidStatement, where, "the scratch server refuses it: " + refused.message, refused.hint);
  }

  std::string conninfo_;
  ir::Diagnostics& diagnostics_;
  std::set<std::string> roles_;
};

// Extensions whose version, or schema, the files say.
struct Said {
  std::set<std::string> versions, schemas;
};

void note(Said& said, const Step& step) {
  if (!step.is({"create", "extension"}) && !step.is({"alter", "extension"})) return;
  const std::vector<std::string> words = wordsOf(step.text, 32);
  std::size_t at = 2;
  while (at + 1 < words.size() && (words[at] == "if" || words[at] == "not" || words[at] == "exists")) ++at;
  if (at >= words.size()) return;
  std::string name = words[at];
  if (name.size() > 2 && name.front() == '"') name = name.substr(1, name.size() - 2);
  const auto has = [&](std::string_view word) { return std::find(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end(), word) != words.end(); };
  if (has("version") || (has("update") && has("to"))) said.versions.insert(name);
  if (has("schema")) said.schemas.insert(name);
}

// A replay in memory says of owners and extensions what the files say.
void leaveUnsaid(ir::Schema& schema, const Said& said, const std::string& runner) {
  std::vector<const ir::Object*> unsaid;
  for (const ir::Object& object : schema.objects()) {
    if (object.dropped) continue;
    const auto* owner = object.get<ir::Owner>();
    if (owner && owner->role.view() == runner && object.parent->origin == ir::Origin::User) unsaid.push_back(&object);
    if (object.kind != ir::Kind::Extension) continue;
    auto& extension = schema.edit<ir::Extension>(object);
    if (!said.versions.contains(object.name.str())) extension.version = {};
    if (!said.schemas.contains(object.name.str())) extension.schemaSaid = false;
  }
  for (const ir::Object* owner : unsaid)
    if (!owner->dropped) schema.drop(*owner);
  schema.live = false;
  schema.forget();
}

}  // namespace

namespace {

// True: the server took all.
bool runAll(const std::string& database, std::vector<std::vector<Step>> all, const SourceFiles& files, const std::string& profile,
            ir::Diagnostics& diagnostics) {
  Runner runner(database, profile, diagnostics);
  Steps steps(files, diagnostics);
  bool done = profile != "supabase" || runner.platform(steps.of(std::make_shared<ir::Source>(ir::Source{"platform:supabase", std::string(embedded::platform().at(profile))})));
  if (files.declarative) return runner.declarative(std::move(all)) && done;
  for (std::size_t i = 0; done && i < all.size(); ++i) done = runner.migration(all[i]);
  return done;
}

std::vector<std::vector<Step>> stepsOf(const SourceFiles& files, ir::Diagnostics& diagnostics) {
  Steps steps(files, diagnostics);
  std::vector<std::vector<Step>> all;
  for (const SourcePointer& file : files.files) all.push_back(steps.of(file));
  return all;
}

}  // namespace

std::string loadOnServer(Scratch& scratch, const SourceFiles& files, const std::string& profile, ir::Diagnostics& diagnostics) {
  const std::string database = scratch.makeDatabase(diagnostics);
  if (!database.empty()) runAll(database, stepsOf(files, diagnostics), files, profile, diagnostics);
  return database;
}

std::shared_ptr<ir::Schema> replayOnServer(Scratch& scratch, const SourceFiles& files, const std::string& profile, ir::Diagnostics& diagnostics) {
  ir::Diagnostics own;
  const auto give = [&](std::shared_ptr<ir::Schema> schema) {
    diagnostics.append(own);
    return schema;
  };
  std::vector<std::vector<Step>> all = stepsOf(files, own);
  if (own.hasErrors()) return give(nullptr);
  Said said;
  for (const auto& steps : all)
    for (const Step& step : steps) note(said, step);
  const std::string database = scratch.makeDatabase(own);
  if (database.empty()) return give(nullptr);
  std::shared_ptr<ir::Schema> schema;
  if (runAll(database, std::move(all), files, profile, own)) {
    parser::CatalogOptions options;
    options.profile = profile;
    schema = parser::readCatalog(database, options, own);
  }
  if (schema) {
    for (const SourcePointer& file : files.files) schema->sources.push_back(file);
    leaveUnsaid(*schema, said, ServerSession(database).column("select current_user").front());
  }
  scratch.drop(database);
  return give(schema);
}

}  // namespace schemac::tool
