#pragma once
#include <vector>

#include "emitters/migration.h"
#include "ir/plan.h"

namespace schemac::emitters {

// The files that declare everything the plan makes, as a person would have written them: a file a table with its constraints, indexes, policies,
// triggers, privileges and comments; a file a view and a function; types, schemas, extensions and the rest by kind. `plan` leads from nothing
// (the platform alone) to the schema. Statements are plain: none has a guard. In the order of the files' names every statement finds what it needs:
// what would stand in the way (tables that refer to each other) goes into a later file, "…-2.sql".
std::vector<File> emitDeclarative(const ir::Plan& plan);

}  // namespace schemac::emitters
