#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission&, const ir::Operation&, const ir::EventTrigger*, const ir::EventTrigger*) {}

}  // namespace schemac::emitters
