#include "tests/live/life_cycle.h"

#include <algorithm>
#include <regex>

#include "tests/live/locks.h"
#include "tests/live/runner.h"
#include "tests/support/catalog_print.h"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

// Each file in a session of its own.
void load(const std::string& conninfo, const std::vector<fs::path>& files) {
  for (const auto& file : files) {
    Connection session(conninfo);
    loadAsPsql(session, readFile(file));
  }
}

// A dump says <secret> where a server's own value must not be written: so does what it is compared with.
std::vector<std::string> withoutSecrets(std::vector<std::string> lines, const std::vector<std::string>& dumped) {
  static const std::regex secret("([a-z_]+)=<secret>");
  for (const auto& line : dumped) {
    const std::size_t value = line.find(" = ");
    if (value == std::string::npos) continue;
    for (std::sregex_iterator at(line.begin(), line.end(), secret), end; at != end; ++at) {
      for (auto& other : lines) {
        if (other.compare(0, value, line, 0, value) == 0) other = std::regex_replace(other, std::regex(at->str(1) + "=([^, ]| (?![a-z_]+=))*"), at->str());
      }
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

LifeCycle::LifeCycle(const Server& server, bool resumes) : server_(server), resumes_(resumes) {}

std::string LifeCycle::run(const GoldenCase& golden) {
  try {
    std::string problem = steps(golden);
    return problem.empty() ? "" : step_ + ": " + problem;
  } catch (const std::exception& error) {
    return step_ + ": " + error.what();
  }
}

std::string LifeCycle::steps(const GoldenCase& golden) {
  step_ = "loading before";
  files_.clear();
  makeRoles(golden);
  subject_ = createDatabase("subject", golden.profile);
  load(subject_, golden.beforeFiles());
  step_ = "loading after";
  wanted_ = createDatabase("wanted", golden.profile);
  loadDeclared(wanted_, golden.afterFiles());
  {
    Connection left(subject_), right(wanted_);
    atFirst_ = printCatalog(left), goal_ = printCatalog(right);
    orderAtFirst_ = columnOrder(left), orderWanted_ = columnOrder(right);
  }

  if (auto problem = dumped(golden); !problem.empty()) return problem;
  step_ = "schemac diff";
  const TemporaryFolder out;
  const ToolRun diff = runSchemac(golden.folder, diffArguments(golden, out.path().string(), server_.version()));
  if (diff.exitCode != 0) return "exit code " + std::to_string(diff.exitCode) + "\n" + diff.err;
  files_ = out.sqlFiles();

  for (const char* round : {"applying", "applying again"}) {
    step_ = round;
    applyAll(subject_);
    if (auto problem = compareWith(goal_, subject_); !problem.empty()) return problem;
    if (auto problem = compareColumnOrder(); !problem.empty()) return problem;
  }
  if (files_.empty()) return "";
  step_ = "the locks of the header";
  const std::string watched = createDatabase("watched", golden.profile);
  load(watched, golden.beforeFiles());
  if (auto problem = checkLocks(watched, files_); !problem.empty()) return problem;
  if (resumes_)
    if (auto problem = resume(golden); !problem.empty()) return problem;
  return golden.rollsBack ? rollBack(golden) : "";
}

// The database as declarative files, and a database made of them in the order of their names.
std::string LifeCycle::dumped(const GoldenCase& golden) {
  step_ = "schemac dump";
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "schemas").string();
  std::vector<std::string> arguments{"dump", "--no-config", "--profile", golden.profile, "--from", wanted_, "--out", out};
  for (const auto& argument : golden.arguments)
    if (argument == "--roles") arguments.push_back(argument);
  const ToolRun dump = runSchemac(golden.folder, arguments);
  if (dump.exitCode != 0) return "exit code " + std::to_string(dump.exitCode) + "\n" + dump.err;
  step_ = "loading a dump";
  const std::string copy = createDatabase("dumped", golden.profile);
  std::string text;
  if (fs::exists(out)) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(out)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) text += "-- file: " + file.filename().string() + "\n" + readFile(file);
    try {
      load(copy, files);
    } catch (const ServerError& error) {
      throw ServerError(std::string(error.what()) + "\n" + text);
    }
  }
  step_ = "comparing a dump";
  Connection session(copy);
  if (auto problem = compareWith(withoutSecrets(goal_, printCatalog(session)), copy); !problem.empty()) return problem + "\n" + text;
  return columnOrder(session) == orderWanted_ ? "" : "columns in another order\n" + text;
}

// Runs that break off after each of the statements, and are begun again.
std::string LifeCycle::resume(const GoldenCase& golden) {
  std::vector<std::string> statements;
  for (const auto& file : files_) {
    for (auto& statement : splitStatements(readFile(file))) statements.push_back(std::move(statement));
  }
  for (std::size_t stop = 1; stop < statements.size(); ++stop) {
    if (statements[stop - 1].starts_with("set ")) continue;
    step_ = "a run that breaks off after statement " + std::to_string(stop);
    const std::string interrupted = createDatabase("interrupted", golden.profile);
    load(interrupted, golden.beforeFiles());
    {
      Connection session(interrupted);
      for (std::size_t at = 0; at < stop; ++at) session.run(statements[at]);
    }
    step_ = "resuming a run that broke off after statement " + std::to_string(stop);
    applyAll(interrupted);
    if (auto problem = compareWith(goal_, interrupted); !problem.empty()) return problem;
  }
  return "";
}

std::string LifeCycle::rollBack(const GoldenCase& golden) {
  step_ = "schemac rollback";
  std::vector<std::string> arguments{"rollback"};
  for (const auto& file : files_) arguments.push_back(file.string());
  const ToolRun rollback = runSchemac(golden.folder, arguments);
  if (rollback.exitCode != 0) return "exit code " + std::to_string(rollback.exitCode) + "\n" + rollback.err;
  step_ = "rolling back";
  {
    Connection session(subject_);
    loadAsPsql(session, rollback.out);
  }
  if (auto problem = compareWith(atFirst_, subject_); !problem.empty()) return problem;
  step_ = "applying after the rollback";
  applyAll(subject_);
  return compareWith(goal_, subject_);
}

void LifeCycle::applyAll(const std::string& conninfo) {
  for (const auto& file : files_) {
    try {
      applyMigration(conninfo, file);
    } catch (const ServerError& error) {
      throw ServerError(file.filename().string() + ": " + error.what() + "\n" + readFile(file));
    }
  }
}

std::string LifeCycle::compareWith(const Lines& expected, const std::string& conninfo) {
  Connection session(conninfo);
  const auto differences = compareCatalogs(expected, printCatalog(session));
  if (differences.empty()) return "";
  std::string text = "the catalog is another one, - wanted + there";
  for (const auto& line : differences) text += "\n    " + line;
  for (const auto& file : files_) text += "\n" + file.filename().string() + ":\n" + readFile(file);
  return text;
}

// The tables that the migration makes have their columns in the written order.
std::string LifeCycle::compareColumnOrder() {
  Connection session(subject_);
  const auto there = columnOrder(session);
  std::string text;
  for (const auto& [table, columns] : orderWanted_) {
    const auto made = there.find(table);
    if (orderAtFirst_.contains(table) || made == there.end() || made->second == columns) continue;
    text += "\n    " + table + ": " + made->second + " instead of " + columns;
  }
  return text.empty() ? "" : "columns in another order" + text;
}

void LifeCycle::makePlatform() {
  if (platformMade_) return;
  Connection(server_.conninfo("postgres")).run("drop database if exists platform with (force)");
  Connection(server_.conninfo("postgres")).run("create database platform");
  Connection database(server_.conninfo("platform"));
  for (const auto& statement : splitStatements(readFile(fs::path(SCHEMAC_SOURCE_DIR) / "schemas/platform/supabase.sql"))) {
    try {
      database.run(statement);
    } catch (const ServerError&) {
      // The platform's own extensions are not on every server.
      if (statement.find("create extension") == std::string::npos) throw;
    }
  }
  platformMade_ = true;
}

void LifeCycle::makeRoles(const GoldenCase& golden) {
  Connection admin(server_.conninfo("postgres"));
  for (const auto& role : golden.roles) {
    if (admin.query("select from pg_roles where rolname = '" + role + "'").rows.empty()) admin.run("create role \"" + role + "\"");
  }
}

std::string LifeCycle::createDatabase(const std::string& name, const std::string& profile) {
  if (profile == "supabase") makePlatform();
  Connection admin(server_.conninfo("postgres"));
  const std::string mine = "from pg_subscription join pg_database d on d.oid = subdbid where datname = '" + name + "'";
  // A database goes after its subscriptions, and these after the slots that they name.
  if (const Rows left = admin.query("select quote_ident(subname) " + mine); !left.rows.empty()) {
    Connection old(server_.conninfo(name));
    for (const auto& row : left.rows) {
      const std::string subscription = "subscription " + row.front().value_or("");
      old.run("alter " + subscription + " disable");
      old.run("alter " + subscription + " set (slot_name = none)");
      old.run("drop " + subscription);
    }
  }
  admin.run("drop database if exists " + name + " with (force)");
  admin.run("create database " + name + " template " + (profile == "supabase" ? "platform" : "template0"));
  return server_.conninfo(name);
}

}  // namespace schemac::testing
