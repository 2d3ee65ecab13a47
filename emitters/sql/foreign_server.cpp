#include "emitters/sql/statements.h"

namespace schemac::emitters {

void emit(Emission&, const ir::Operation&, const ir::ForeignServer*, const ir::ForeignServer*) {}

}  // namespace schemac::emitters
