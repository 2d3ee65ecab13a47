#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission&, const ir::Operation&, const ir::Rule*, const ir::Rule*) {}

}  // namespace schemac::emitters
