#pragma once
#include <string>

namespace schemac::testing {

// What a JSON text does that its JSON Schema forbids, a line each; "" if nothing. Knows the words that schemas/json uses, and throws
// std::runtime_error for others: a schema that says more than this can see would prove nothing.
std::string schemaProblems(const std::string& schema, const std::string& json);

}  // namespace schemac::testing
