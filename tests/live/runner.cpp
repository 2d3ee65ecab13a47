#include "tests/live/runner.h"

#include <pg_query.h>

#include <regex>

#include "tests/support/files.h"

namespace schemac::testing {
namespace {

// SET, RESET and set_config: what later statements of the file rest on.
bool isSetting(const std::string& statement) {
  static const std::regex setting(R"re(^(\s|--[^\n]*\n)*(set|reset|select\s+(pg_catalog\.)?set_config)\b)re", std::regex::icase);
  return std::regex_search(statement, setting);
}

}  // namespace

std::vector<std::string> splitStatements(const std::string& text) {
  const PgQuerySplitResult split = pg_query_split_with_parser(text.c_str());
  std::vector<std::string> statements;
  std::string problem;
  if (split.error) problem = split.error->message;
  for (int at = 0; at < split.n_stmts && !split.error; ++at) {
    statements.push_back(text.substr(static_cast<std::size_t>(split.stmts[at]->stmt_location), static_cast<std::size_t>(split.stmts[at]->stmt_len)));
  }
  pg_query_free_split_result(split);
  if (!problem.empty()) throw std::runtime_error("cannot split: " + problem);
  return statements;
}

void loadAsPsql(Connection& database, const std::string& text) {
  for (const auto& statement : splitStatements(text)) {
    try {
      database.run(statement);
    } catch (const ServerError& error) {
      throw ServerError(std::string(error.what()) + "\n  in: " + statement);
    }
  }
}

void loadDeclared(const std::string& conninfo, const std::vector<std::filesystem::path>& files) {
  std::vector<std::vector<std::string>> waiting;
  std::size_t left = 0, before = 0;
  for (const auto& file : files) left += waiting.emplace_back(splitStatements(readFile(file))).size();
  std::string last;
  // Settings hold for their own file and stay in it: each round begins every file in a fresh session.
  do {
    before = left;
    left = 0;
    for (auto& statements : waiting) {
      Connection session(conninfo);
      std::vector<std::string> again;
      bool open = false;
      for (const auto& statement : statements) {
        try {
          session.run(statement);
          if (isSetting(statement)) again.push_back(statement);
        } catch (const ServerError& error) {
          last = std::string(error.what()) + "\n  in: " + statement;
          again.push_back(statement);
          open = true;
        }
      }
      statements = open ? std::move(again) : std::vector<std::string>{};
      left += statements.size();
    }
    if (left == before && left > 0) throw ServerError(last);
  } while (left > 0);
}

void applyMigration(const std::string& conninfo, const std::filesystem::path& file) {
  Connection session(conninfo);
  const std::string text = readFile(file);
  if (text.starts_with("-- pg-delta: transaction=false\n")) {
    loadAsPsql(session, text);
  } else {
    session.run(text);
  }
}

}  // namespace schemac::testing
