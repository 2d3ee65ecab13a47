#pragma once
#include <string>

#include "emitters/sql/emission.h"

namespace schemac::emitters {

// "a text collate "C"" of a composite type.
std::string attributeDefinition(const ir::Object& column, int serverVersion);
// What stands behind a column's name: "text not null default 'x'"; `value` is its Default or null. `keyed`: a primary key in the same definition says NOT NULL.
std::string columnDefinition(const Emission& e, const ir::Object& column, const ir::Object* value, bool keyed = false, bool withType = true);
// Settings that a definition has no word for (storage, statistics, options), as actions of ALTER TABLE.
std::vector<std::string> columnSettings(const ir::Object& column);

// NOT NULL of its own, for a column that comes from a parent (or a type) that has none.
bool stricter(const ir::Object& column);

// CREATE TABLE with what the step folds into it. A partition that is attached later is LIKE its table.
std::string createTable(const Emission& e, const ir::Object& table, bool attachedLater);
// "FOR VALUES FROM …" as a person writes it.
std::string partitionBound(const ir::Expression& bound);

}  // namespace schemac::emitters
