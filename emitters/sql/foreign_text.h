#pragma once
// OPTIONS (…) of foreign data.
#include <optional>

#include "emitters/sql/emission.h"

namespace schemac::emitters {

// The options of an object as they may be printed: what was read from a server shows no secret, and a note says so.
ir::Options printable(Emission& e, const ir::Object& object, const ir::Options& options);
// "options (host 'x', "user" 'y')"; "" for none.
std::string optionsClause(const ir::Options& options);

// ALTER … OPTIONS fails where an option to add is there or one to drop is not, so it runs only where the first such option says that it has
// not run yet. `rows` are the object's options: "information_schema.foreign_server_options where foreign_server_name = 's'".
struct ForeignOptionsChange {
  std::string clause;  // "options (set a 'x', add b 'y', drop c)"
  Condition when;      // "" = it can run any time
};
ForeignOptionsChange foreignOptionsChange(const ir::Options& before, const ir::Options& after, const std::string& rows);
// Writes `head` and the clause.
void alterForeignOptions(Emission& e, const std::string& head, const ir::Object& object, const ir::Options& before, const ir::Options& after,
                         const std::string& rows);

// Of a column of a foreign table.
void alterColumnOptions(Emission& e, const ir::Object& column, const ir::Options& before, const ir::Options& after);

}  // namespace schemac::emitters
