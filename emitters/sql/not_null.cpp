#include "emitters/sql/not_null.h"

#include "emitters/sql/statements.h"
#include "ir/not_null_proof.h"

namespace schemac::emitters {

void emitProof(Emission& e, const ir::Object& column, std::string_view step) {
  const ir::Object& table = *column.parent;
  const std::string target = alterTarget(table);
  const std::string name = ir::quoteIdentifier(column.name), proof = ir::quoteIdentifier(ir::proofName(column));
  ir::Object check;
  check.kind = ir::Kind::Check;
  check.name = ir::Name(ir::proofName(column));
  check.parent = &table;
  check.data = ir::Check{};
  const std::string add = target + " add constraint " + proof + " check (" + name + " is not null) not valid";
  const Condition unset = columnWhere(column, table, "not attnotnull");
  if (step == ir::kAddsProof) return e.out.guarded(both(unset, missing(check)), add);
  if (step == ir::kValidatesProof)
    // After a rollback of this file alone the check is gone.
    return e.out.guarded(unset, "if " + missing(check) + " then\n  " + add + ";\nend if;\n" + target + " validate constraint " + proof);
  if (step == ir::kProved) return e.out.action(target, "alter column " + name + " set not null");
  // Not in one ALTER TABLE with it: PostgreSQL would drop the check first (AT_PASS_DROP), and read the table through for want of it.
  e.out.statement(target + " drop constraint if exists " + proof);
}

}  // namespace schemac::emitters
