#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/connection.h"

namespace schemac::testing {

// The statements of a text, without the empty ones. Throws std::runtime_error where PostgreSQL's grammar refuses it.
std::vector<std::string> splitStatements(const std::string& text);

// As psql does: statement by statement, each in a transaction of its own. Throws ServerError with the statement.
void loadAsPsql(Connection& database, const std::string& text);

// As a declarative folder means it: what fails for want of something later waits for the next round.
void loadDeclared(const std::string& conninfo, const std::vector<std::filesystem::path>& files);

// As the Supabase runner does, on a session of its own: one transaction for the file, or one for each statement where the
// first line is `-- pg-delta: transaction=false`.
void applyMigration(const std::string& conninfo, const std::filesystem::path& file);

}  // namespace schemac::testing
