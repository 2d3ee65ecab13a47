#pragma once
// Privileges as they take effect (DESIGN.md, 2): an absent Grant is PostgreSQL's own default.
#include <vector>

#include "ir/plan.h"

namespace schemac::compiler {

bool hasPrivileges(ir::Kind kind);

struct Held {
  ir::Privileges privileges = 0, grantable = 0;
  friend bool operator==(const Held&, const Held&) = default;
};

// What a grantee holds on an object of `kind` that has no Grant for it.
Held builtinDefault(ir::Kind kind, ir::Name grantee, int serverVersion);
// What a new object of `kind` in `schema` (null: none) gets from the default privileges that `role` has in `state`.
Held defaultFor(const ir::Schema& state, ir::Name role, ir::Kind kind, const ir::Object* schema, ir::Name grantee);

// One difference of an object's privileges: `before` and `after` are the Grants (null where a side has none).
struct PrivilegeChange {
  const ir::Object* before = nullptr;
  const ir::Object* after = nullptr;
  ir::GrantChange grant;
};

// Privileges of an object that is on both sides. `onPlatform` becomes true where a difference is left alone because platform defaults
// alone explain it.
std::vector<PrivilegeChange> privilegeChanges(const ir::Object& before, const ir::Object& after, int serverVersion, bool& onPlatform);

// The default privileges that `role` has in `state`.
std::vector<const ir::Object*> defaultPrivilegesOf(const ir::Schema& state, ir::Name role);

// What a new object needs to end with the privileges of `after`: grants that are written or that the target's defaults do not give, and
// revocations of what they give too much. For the latter Grants may be needed that no Schema has: they are put into `made`.
// `defaults` is defaultPrivilegesOf(from, role). `before`, where not null, is what `after` is made anew from: differences that the platform
// explains stay as they were.
std::vector<PrivilegeChange> privilegesOfNew(const ir::Object* before, const ir::Object& after, const ir::Schema& from, ir::Name role,
                                             const std::vector<const ir::Object*>& defaults, std::vector<std::shared_ptr<const ir::Object>>& made,
                                             bool& onPlatform);

}  // namespace schemac::compiler
