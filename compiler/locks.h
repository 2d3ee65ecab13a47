#pragma once
// How each operation locks the tables that are there before the plan, and whether it reads or rewrites them meanwhile: tablecmds.c
// (AlterTableGetLockLevel), manual 13.3.1. tests/live/locks_test.cpp compares it with pg_locks and relfilenode.
#include "ir/plan.h"

namespace schemac::compiler {

// Fills Operation::locks. A lock of a partitioned or inherited table goes to its children too, which are not listed for it.
void findLocks(ir::Plan& plan);

// Can the column's values stay as they are on disk (ATColumnChangeRequiresRewrite)?
bool keepsStorage(const ir::TypeRef& before, const ir::TypeRef& after);

}  // namespace schemac::compiler
