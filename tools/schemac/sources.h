#pragma once
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ir/diagnostic.h"
#include "ir/schema.h"

namespace schemac::tool {

// One side of a comparison, as its notation says (DESIGN.md, 2, Sources).
struct SourceSpec {
  enum class Type { Files, Live, Snapshot, Empty } type = Type::Files;
  enum class Reading { Auto, Migrations, Schema } reading = Reading::Auto;
  std::vector<std::string> paths;  // Files: folders, files, globs, git:REV:PATH, "-"; Snapshot: the file
  std::string conninfo;            // Live
};
// Nothing, with an error, for a notation that is not understood.
std::optional<SourceSpec> parseSource(const std::vector<std::string>& values, ir::Diagnostics& diagnostics);

// The texts of a Files source, in the order in which they are read, and how they are read. Reports what cannot be read and names nothing twice.
struct SourceFiles {
  std::vector<std::shared_ptr<const ir::Source>> files;
  bool declarative = false;
  std::optional<std::string> folder;  // the one folder of migrations it came from
  std::string revision;               // "git:REV:" where files came from a commit: what they include comes from it, too
};
SourceFiles loadFiles(const SourceSpec& spec, std::istream& in, ir::Diagnostics& diagnostics);
std::shared_ptr<const ir::Source> loadFile(const std::string& path);  // or "git:REV:PATH"; null if it cannot be read

// "supabase/migrations (12 files)", "db:app", "empty": for headers and messages; never a password.
std::string labelOf(const SourceSpec& spec, const SourceFiles& files);

}  // namespace schemac::tool
