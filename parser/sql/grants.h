#pragma once
// GRANT and REVOKE, as far as ALTER DEFAULT PRIVILEGES shares them.
#include "ir/objects/facts.h"
#include "parser/sql/replay.h"

namespace schemac::parser {

// What one GRANT or REVOKE does to one grantee's entry.
struct PrivilegeChange {
  bool grant = true;
  bool optionOnly = false;      // REVOKE GRANT OPTION FOR
  bool withOption = false;      // GRANT … WITH GRANT OPTION
  ir::Privileges bits = 0;
};
void applyChange(const PrivilegeChange& change, ir::Privileges& privileges, ir::Privileges& grantable);

// The bits that a statement's privilege words stand for on objects of a kind; ALL (or none written) is all of the kind's.
ir::Privileges privilegeBits(Replay& replay, const List* words, ir::Kind kind);

}  // namespace schemac::parser
