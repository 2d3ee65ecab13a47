#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace schemac::testing {

// Runs migration files, each in its transaction, and compares the lock that its header names for each table that was there (and whether the table is
// written anew) with pg_locks and relfilenode. What differs, or nothing. Locks that stop neither reader nor writer of rows and are not said do not
// count, nor do those of children that come with their parent's.
std::string checkLocks(const std::string& conninfo, const std::vector<std::filesystem::path>& files);

}  // namespace schemac::testing
