#pragma once
#include "emitters/sql/writer.h"
#include "ir/object.h"

namespace schemac::emitters {

// What the group of statements that an operation on the object belongs to is called.
Heading headingOf(const ir::Object& object);

// What a reader calls the kind: "enum", "domain", "table", "policy"; the object may be a function or a procedure, a table a foreign one.
std::string kindWord(const ir::Object& object);
std::string pluralOf(const std::string& word);  // policies, indexes, tables

}  // namespace schemac::emitters
