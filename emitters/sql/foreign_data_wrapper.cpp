#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission&, const ir::Operation&, const ir::ForeignDataWrapper*, const ir::ForeignDataWrapper*) {}

}  // namespace schemac::emitters
