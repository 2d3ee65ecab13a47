// SECURITY LABEL (seclabel.c).
#include <fmt/format.h>

#include "ir/identity.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;

void replay(Replay& replay, const SecLabelStmt& statement) {
  // Without FOR the one provider that is loaded is meant, which no SQL tells.
  if (!statement.provider) return replay.notModelled("SECURITY LABEL", "it does not say FOR which provider");
  const Found found = findObject(replay, statement.objtype, statement.object, false);
  if (!found.modelled) return notCompared(replay, fmt::format("SECURITY LABEL ON {}", wordOf(statement.objtype)), "objects of the kind are not modelled");
  if (!found.object || found.builtin) return notCompared(replay, fmt::format("SECURITY LABEL ON a built-in {}", wordOf(statement.objtype)));
  const Object* old = ir::childOf(*found.object, Kind::SecurityLabel, statement.provider);
  if (!statement.label) {
    if (old) replay.schema.drop(*old);
  } else if (old) {
    Object& label = replay.schema.edit(*old);
    label.data = ir::SecurityLabel{statement.label};
    label.origin = replay.origin;
    label.location = replay.at(-1);
  } else {
    replay.make(found.object, statement.provider, ir::SecurityLabel{statement.label});
  }
}

}  // namespace schemac::parser
