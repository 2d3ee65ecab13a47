#pragma once
#include <string>
#include <vector>

#include "ir/diagnostic.h"

namespace schemac::parser {

struct PsqlInclude {
  std::string path;
  bool relative = false;  // \ir
  std::uint32_t offset = 0;
};

struct PsqlLines {
  bool changed = false;
  std::string text;  // of the same length, where changed
  std::vector<PsqlInclude> includes;
};

// What psql reads and the server never sees, blanked out so that offsets stay: a BOM, display commands (\pset, \echo, \restrict, …), the data of
// COPY … FROM stdin. \i and \ir are returned; other commands (\connect, \if, \gexec, …) are errors by name.
PsqlLines blankPsqlLines(const ir::Source& source, ir::Diagnostics& diagnostics);

}  // namespace schemac::parser
