#pragma once
#include <optional>
#include <string>
#include <vector>

#include "emitters/migration.h"
#include "ir/diagnostic.h"

namespace schemac::tool {

// The version for the first new file: `wanted`, else SOURCE_DATE_EPOCH, else now (UTC), and strictly above every version in `existing`
// (names of migration files). Nothing, with an error, if `wanted` is no version.
std::optional<std::string> chooseStamp(const std::optional<std::string>& wanted, const std::vector<std::string>& existing, ir::Diagnostics& diagnostics);

// Names of the migration files of a folder; none if it is not there.
std::vector<std::string> migrationNames(const std::string& folder);

// Writes all files or none: to temporary names, fsync, then rename. Makes the folder if it is missing. False with an error if it cannot.
bool writeFiles(const std::string& folder, const std::vector<emitters::File>& files, ir::Diagnostics& diagnostics);

// Writes one file, in the place of one that is there.
bool replaceFile(const std::string& folder, const emitters::File& file, ir::Diagnostics& diagnostics);

}  // namespace schemac::tool
