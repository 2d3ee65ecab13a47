#pragma once
// What comment lines above an object say to schemac (README.md, Annotations).
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ir/object.h"

namespace schemac::compiler {

// A name as it is written in an annotation: "title", "public.projects", "\"Odd Name\"", "is_member(uuid)".
struct WrittenName {
  ir::Name schema;                       // "" = not said
  ir::Name name;
  std::optional<std::string> arguments;  // what stands in the parentheses, without white space; none = not said
};

struct Annotations {
  std::optional<WrittenName> renamedFrom;             // -- schemac: renamed from OLD, -- @renamed from=OLD
  std::vector<std::pair<ir::Text, ir::Text>> labels;  // of an enum: new and old label
  std::vector<std::string> allow;                     // -- schemac: allow CODE, CODE
  std::vector<std::string> unknown;                   // lines that are none of these
};

// Of the lines above the object itself; a part that begins with its whole has none.
Annotations annotationsOf(const ir::Object& object);

}  // namespace schemac::compiler
