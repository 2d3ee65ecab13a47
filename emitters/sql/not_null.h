#pragma once
#include <string_view>

#include "emitters/sql/emission.h"

namespace schemac::emitters {

// A step of SET NOT NULL by way of a check (ir/not_null_proof.h): kAddsProof, kValidatesProof, kProved or kDropsProof.
void emitProof(Emission& e, const ir::Object& column, std::string_view step);

}  // namespace schemac::emitters
