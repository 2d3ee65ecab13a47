#pragma once
#include <iosfwd>

#include "ir/diagnostic.h"
#include "tools/schemac/options.h"
#include "tools/schemac/timings.h"

namespace schemac::tool {

// schemac dump: a source as declarative files or as a snapshot, into --out or onto `out`. False with errors in the diagnostics. Declarative files
// are read again and compared with the source, both ways, before they are written: what they do not say is an error that names it.
bool dump(const Options& options, std::istream& in, std::ostream& out, Timings& timings, ir::Diagnostics& diagnostics);

}  // namespace schemac::tool
