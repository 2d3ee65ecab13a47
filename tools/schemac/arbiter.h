#pragma once
#include <iosfwd>
#include <memory>
#include <string>

#include "ir/equality.h"
#include "ir/schema.h"

namespace schemac::tool {

// --oracle live: what the analyser leaves unknown is put to the live database. Both expressions become temporary objects in one transaction that is
// always rolled back, and what the server shows for them decides. Each question and its answer is said on `out`. Where the server cannot be asked (no right
// to make temporary objects, a standby, a relation that is not there in the desired shape) the answer stays unknown.
std::unique_ptr<ir::Equality> makeArbiter(std::unique_ptr<ir::Equality> analyser, std::string conninfo, std::ostream& out);

}  // namespace schemac::tool
