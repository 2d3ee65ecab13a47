#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission&, const ir::Operation&, const ir::Statistics*, const ir::Statistics*) {}

}  // namespace schemac::emitters
