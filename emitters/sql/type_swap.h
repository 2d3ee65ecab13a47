#pragma once
#include <string>

#include "emitters/sql/emission.h"

namespace schemac::emitters {

// A new definition for a type that PostgreSQL cannot alter: the old one is renamed aside, the new one made, every column that uses it
// converted by way of text, its default taken off and put back, and the old one dropped. What else depends on the type (views, policies, checks, functions, domains over it)
// is dropped before and made again after by operations of the plan's own.
std::string typeSwap(const Emission& e, const ir::Object& before, const ir::Object& after, const std::string& create);

}  // namespace schemac::emitters
