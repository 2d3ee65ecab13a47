#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission&, const ir::Operation&, const ir::Subscription*, const ir::Subscription*) {}

}  // namespace schemac::emitters
