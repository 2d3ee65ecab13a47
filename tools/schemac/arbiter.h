#pragma once
#include <iosfwd>
#include <memory>

#include "ir/equality.h"
#include "tools/schemac/oracle_ground.h"

namespace schemac::tool {

// --oracle: what the analyser leaves unknown is put to a server. Each expression becomes a temporary object in a transaction that is always rolled back,
// and what the server shows for the two decides. Each question and its answer is said on `out`. Where the server cannot be asked (no right to make
// temporary objects, a standby, a relation that is not there in that shape) the answer stays unknown.
std::unique_ptr<ir::Equality> makeArbiter(std::unique_ptr<ir::Equality> analyser, std::unique_ptr<OracleGround> ground, std::ostream& out);

}  // namespace schemac::tool
