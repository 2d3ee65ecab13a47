#include "emitters/sql/constraint_text.h"
#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission& e, const ir::Operation& op, const ir::ForeignKey*, const ir::ForeignKey* after) {
  std::vector<std::string> inPlace;
  if (op.verb == ir::Verb::Alter) {
    const std::string name = ir::quoteIdentifier(op.after->name);
    const auto has = [&](std::string_view field) {
      for (const ir::FieldChange& change : op.changes)
        if (change.field == field) return true;
      return false;
    };
    std::size_t handled = 0;
    if (has("deferrable") || has("initially deferred")) {
      handled += has("deferrable") + has("initially deferred");
      inPlace.push_back("alter constraint " + name +
                        (after->initiallyDeferred ? " deferrable initially deferred" : after->deferrable ? " deferrable initially immediate" : " not deferrable"));
    }
    if (has("enforced") && e.version() >= 18) {
      ++handled;
      inPlace.push_back("alter constraint " + name + (after->enforced ? " enforced" : " not enforced"));
    }
    if (has("validated") && after->validated) {
      ++handled;
      if (!has("enforced")) inPlace.push_back("validate constraint " + name);
    }
    if (handled != op.changes.size()) inPlace.clear();
  }
  emitConstraint(e, op, inPlace);
}

}  // namespace schemac::emitters
