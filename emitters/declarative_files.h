#pragma once
// Which statement of a declarative dump stands in which file, and how the files are called.
#include <string>
#include <vector>

#include "ir/plan.h"

namespace schemac::emitters {

struct DeclarativeFile {
  std::string name;                    // "400-table-projects.sql"
  std::vector<const ir::Step*> steps;  // in the plan's order
};

// Every step that makes a statement, file by file, in the order of the files' names, so that no step needs one of a later file.
std::vector<DeclarativeFile> declarativeFiles(const ir::Plan& plan);

}  // namespace schemac::emitters
