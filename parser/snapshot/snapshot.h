#pragma once
// A whole Schema as one JSON file (schemas/json/snapshot.schema.json): what `schemac dump --format snapshot` writes and every command reads as a
// source. Objects and their fields come from ir's own list of them (ir/fields.h): a new kind or field needs nothing here.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ir/diagnostic.h"
#include "ir/schema.h"

namespace schemac::parser {

// Raised when files written before can no longer be read as they were meant: a field renamed or with another meaning. More kinds and fields are no reason.
inline constexpr int kSnapshotFormat = 1;

// The file's text: the same schema gives the same bytes. `profile` is what lies under it, `version` that of schemac. Everything that is compared
// is in it, and what emission needs to know; of places only the files of what could not be followed. What a live side keeps secret is masked.
// Nothing, with an error, for a schema whose text is not UTF-8.
std::optional<std::string> writeSnapshot(const ir::Schema& schema, const std::string& profile, const std::string& version, ir::Diagnostics& diagnostics);

// Does a text begin as a snapshot does?
bool isSnapshot(std::string_view text);

struct Snapshot {
  std::unique_ptr<ir::Schema> schema;
  std::string profile;
};
// Nothing, with an error, for a text that is no snapshot or a newer one. What the schema could not follow is said again.
std::optional<Snapshot> readSnapshot(const std::shared_ptr<const ir::Source>& source, ir::Diagnostics& diagnostics);

}  // namespace schemac::parser
