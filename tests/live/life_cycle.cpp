#include "tests/live/life_cycle.h"

#include "tests/live/runner.h"
#include "tests/support/catalog_print.h"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

std::string joined(const std::string& title, const std::vector<std::string>& lines) {
  std::string text = title + ":";
  for (const auto& line : lines) text += "\n    " + line;
  return text;
}

// The tables that the migration makes have their columns in the written order.
std::vector<std::string> orderProblems(const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& wanted,
                                       const std::map<std::string, std::string>& got) {
  std::vector<std::string> problems;
  for (const auto& [table, columns] : wanted) {
    const auto made = got.find(table);
    if (before.contains(table) || made == got.end() || made->second == columns) continue;
    problems.push_back(table + ": " + made->second + " instead of " + columns);
  }
  return problems;
}

// Each file in a session of its own.
void load(const std::string& conninfo, const std::vector<fs::path>& files) {
  for (const auto& file : files) {
    Connection session(conninfo);
    loadAsPsql(session, readFile(file));
  }
}

}  // namespace

LifeCycle::LifeCycle(const Server& server) : server_(server) {}

// A run that broke off half way, statement by statement, and was begun again.
std::vector<std::string> LifeCycle::resume(const GoldenCase& golden, const std::vector<fs::path>& files, const std::vector<std::string>& goal) {
  const std::string interrupted = createDatabase("interrupted", golden.profile);
  load(interrupted, golden.beforeFiles());
  std::vector<std::string> statements;
  for (const auto& file : files) {
    for (auto& statement : splitStatements(readFile(file))) statements.push_back(std::move(statement));
  }
  {
    Connection session(interrupted);
    for (std::size_t at = 0; at < (statements.size() + 1) / 2; ++at) session.run(statements[at]);
  }
  for (const auto& file : files) applyMigration(interrupted, file);
  Connection session(interrupted);
  return compareCatalogs(goal, printCatalog(session));
}

void LifeCycle::makePlatform() {
  if (platformMade_) return;
  Connection(server_.conninfo("postgres")).run("create database platform");
  Connection database(server_.conninfo("platform"));
  for (const auto& statement : splitStatements(readFile(fs::path(SCHEMAC_SOURCE_DIR) / "schemas/platform/supabase.sql"))) {
    try {
      database.run(statement);
    } catch (const ServerError& error) {
      // The platform's own extensions are not on every server.
      if (std::string(error.what()).find("extension \"supabase_vault\"") == std::string::npos) throw;
    }
  }
  platformMade_ = true;
}

std::string LifeCycle::createDatabase(const std::string& name, const std::string& profile) {
  if (profile == "supabase") makePlatform();
  Connection admin(server_.conninfo("postgres"));
  admin.run("drop database if exists " + name + " with (force)");
  admin.run("create database " + name + " template " + (profile == "supabase" ? "platform" : "template0"));
  return server_.conninfo(name);
}

std::vector<std::string> LifeCycle::run(const GoldenCase& golden) {
  std::string step = "loading before";
  try {
    Connection admin(server_.conninfo("postgres"));
    for (const auto& role : golden.roles) {
      if (admin.query("select from pg_roles where rolname = '" + role + "'").rows.empty()) admin.run("create role \"" + role + "\"");
    }
    const std::string subject = createDatabase("subject", golden.profile), wanted = createDatabase("wanted", golden.profile);
    load(subject, golden.beforeFiles());
    step = "loading after";
    loadDeclared(wanted, golden.afterFiles());
    std::vector<std::string> problems;
    std::vector<std::string> atFirst, goal;
    std::map<std::string, std::string> orderAtFirst, orderWanted;
    {
      Connection left(subject), right(wanted);
      atFirst = printCatalog(left), goal = printCatalog(right);
      orderAtFirst = columnOrder(left), orderWanted = columnOrder(right);
    }

    step = "schemac diff";
    const TemporaryFolder out;
    const ToolRun diff = runSchemac(golden.folder, diffArguments(golden, out.path().string(), server_.version()));
    if (diff.exitCode != 0) return {"schemac diff: exit code " + std::to_string(diff.exitCode) + "\n" + diff.err};
    const auto files = out.sqlFiles();

    for (const char* round : {"applying", "applying again"}) {
      for (const auto& file : files) {
        step = std::string(round) + " " + file.filename().string();
        applyMigration(subject, file);
      }
      step = std::string("reading the catalog after ") + round;
      Connection session(subject);
      const auto differences = compareCatalogs(goal, printCatalog(session));
      if (!differences.empty()) problems.push_back(joined(std::string("after ") + round + ", - wanted + there", differences));
      const auto order = orderProblems(orderAtFirst, orderWanted, columnOrder(session));
      if (!order.empty()) problems.push_back(joined("columns in another order", order));
      if (!problems.empty()) return problems;
    }
    step = "resuming a run that broke off half way";
    if (!files.empty()) {
      const auto differences = resume(golden, files, goal);
      if (!differences.empty()) return {joined("resumed after half of the statements, - wanted + there", differences)};
    }
    if (!golden.rollsBack || files.empty()) return problems;

    step = "schemac rollback";
    std::vector<std::string> arguments{"rollback"};
    for (const auto& file : files) arguments.push_back(file.string());
    const ToolRun rollback = runSchemac(golden.folder, arguments);
    if (rollback.exitCode != 0) return {"schemac rollback: exit code " + std::to_string(rollback.exitCode) + "\n" + rollback.err};
    step = "rolling back";
    {
      Connection session(subject);
      loadAsPsql(session, rollback.out);
    }
    Connection session(subject);
    auto differences = compareCatalogs(atFirst, printCatalog(session));
    if (!differences.empty()) return {joined("after the rollback, - wanted + there", differences)};
    for (const auto& file : files) {
      step = "applying, after the rollback, " + file.filename().string();
      applyMigration(subject, file);
    }
    differences = compareCatalogs(goal, printCatalog(session));
    if (!differences.empty()) return {joined("applied after the rollback, - wanted + there", differences)};
    return problems;
  } catch (const std::exception& error) {
    return {step + ": " + error.what()};
  }
}

}  // namespace schemac::testing
