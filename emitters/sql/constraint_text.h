#pragma once
#include <string>

#include "emitters/sql/emission.h"

namespace schemac::emitters {

// "check (…)", "primary key (a, b)", "foreign key (a) references public.t (b) on delete cascade", "exclude using gist (…)"; with what follows: deferrable, not valid.
std::string constraintDefinition(const ir::Object& constraint, int serverVersion);
// "primary key using index t_pkey": of an index that has its name.
std::string keyUsingIndex(const ir::Object& key);
// The same with "constraint name" in front, unless PostgreSQL would make up the same name.
std::string constraintClause(const Emission& e, const ir::Object& constraint);
// As a clause of its only column's definition ("references …", "unique"), or "" where it needs a line of its own.
std::string columnConstraint(const Emission& e, const ir::Object& constraint, const ir::Object& column);

// Does PostgreSQL give this name to such a constraint where none is written?
bool usualName(const Emission& e, const ir::Object& constraint);

// Of an index of a partitioned table: do not all partitions have theirs? It is made ON ONLY the table.
bool isWithoutAll(const ir::Object& index);
// ALTER INDEX … ATTACH PARTITION.
void attachIndex(Emission& e, const ir::Object& index);
// "not null" of a column or domain as its definition says it, with "constraint name" in front where that is needed; "" where its parents say it or
// it is added behind (NOT VALID). `said`: something else in the definition says NOT NULL.
std::string notNullClause(const Emission& e, const ir::Object& columnOrDomain, bool said = false);
// "add constraint n not null c no inherit not valid".
std::string addNotNull(const ir::Object& constraint);
// Is that needed, because SET NOT NULL would make another one? False for null.
bool needsName(const Emission& e, const ir::Object* constraint);

std::string indexElements(const std::vector<ir::IndexElement>& elements, int serverVersion);

// ADD, ALTER, RENAME, DROP: the same for all constraints of tables and domains. `inPlace` are the actions that bring about all of
// op.changes, none where the constraint must be made anew.
void emitConstraint(Emission& e, const ir::Operation& op, const std::vector<std::string>& inPlace);

}  // namespace schemac::emitters
