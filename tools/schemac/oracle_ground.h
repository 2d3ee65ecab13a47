#pragma once
#include <memory>
#include <optional>
#include <string>

#include "tools/schemac/load.h"

namespace schemac::tool {

// Where the arbiter puts its questions (--oracle).
class OracleGround {
 public:
  // Conninfos of databases that hold what the expressions of each side name.
  struct Databases {
    std::string from, to;
  };
  virtual ~OracleGround() = default;
  // Nothing, with the reason in `why`, where there are none. Asked again, it says the same.
  virtual std::optional<Databases> open(std::string& why) = 0;
};

// The live database for both sides.
std::unique_ptr<OracleGround> liveGround(std::string conninfo);

// Two databases on a throw-away server (tools/schemac/scratch.h), each filled with its side's objects when first asked for. What the server refuses there
// is left out: the question that needs it then has no answer. `ends` is looked at until the ground goes.
std::unique_ptr<OracleGround> scratchGround(std::shared_ptr<const ir::Schema> from, const Ends& ends, const Job& job);

}  // namespace schemac::tool
