#pragma once
#include <iosfwd>
#include <memory>
#include <string>

#include "ir/diagnostic.h"
#include "ir/schema.h"
#include "tools/schemac/project.h"
#include "tools/schemac/timings.h"

namespace schemac::tool {

// Both ends of a comparison.
struct Ends {
  std::shared_ptr<ir::Schema> from, to;
  std::string fromLabel, toLabel;
  std::string profile;
  int serverVersion = 17;
  SourceFiles fromFiles, toFiles;
};

// Reads both sources, at once where neither needs the other. A live side gives the platform layer, the profile and the version to an SQL side.
// Nothing, with errors reported, if one cannot be read.
std::optional<Ends> loadEnds(const Job& job, std::istream& in, Timings& timings, ir::Diagnostics& diagnostics);

// Replays files as an SQL side beside these ends is: over the same ground, for the same server.
std::shared_ptr<ir::Schema> replayBeside(const Ends& ends, const SourceFiles& files, ir::Diagnostics& diagnostics);

}  // namespace schemac::tool
