#pragma once
#include <memory>
#include <string>

#include "ir/diagnostic.h"
#include "ir/schema.h"
#include "tools/schemac/scratch.h"
#include "tools/schemac/sources.h"

namespace schemac::tool {

// Runs SQL files on a database of a scratch server, on top of the profile's SQL, and reads the Schema from its catalog (--replay server): for what
// cannot be followed in memory. What only a server says (owners that nothing gave, versions of extensions) is left out, as a replay in memory has none of it.
// migrations: each file in a session and, where its statements allow it, a transaction of its own. declarative: what is refused waits for the next round.
// Null, with errors that name file, line and statement, where the server refuses one.
std::shared_ptr<ir::Schema> replayOnServer(Scratch& scratch, const SourceFiles& files, const std::string& profile, ir::Diagnostics& diagnostics);

// The conninfo of a new database of the scratch server on which the profile's SQL and the files were run; "" where there is none. Errors name what the
// server refuses: of declarative files, the rest is there all the same. The caller drops it (or the Scratch does).
std::string loadOnServer(Scratch& scratch, const SourceFiles& files, const std::string& profile, ir::Diagnostics& diagnostics);

}  // namespace schemac::tool
