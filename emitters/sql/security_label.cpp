#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission&, const ir::Operation&, const ir::SecurityLabel*, const ir::SecurityLabel*) {}

}  // namespace schemac::emitters
