#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission&, const ir::Operation&, const ir::UserMapping*, const ir::UserMapping*) {}

}  // namespace schemac::emitters
