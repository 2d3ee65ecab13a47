#pragma once
#include <functional>
#include <string>

#include "emitters/sql/emission.h"

namespace schemac::emitters {

// A new definition for a type that PostgreSQL cannot alter: the old one is renamed aside, the new one made with its owner, grants and comment, every
// column that uses it (or an array of it, a domain over it) converted by way of text, its default taken off and put back, and the old
// one dropped. What else depends on the type (views, policies, checks, functions, foreign keys) is dropped before and made again after by
// operations of the plan's own. `convert` gives the USING expression for a column; without it values go by way of text.
using Conversion = std::function<std::string(const std::string& column, const ir::TypeRef& type)>;
std::string typeSwap(const Emission& e, const ir::Object& before, const ir::Object& after, const std::string& create, const Conversion& convert = {});

// ( a integer, b text ): all attributes of a composite type.
std::string attributeList(const Emission& e, const ir::Object& type);

// CREATE DOMAIN while the old one, renamed aside, still has the names of its checks; without those that the plan adds afterwards.
std::string createDomainBeside(const Emission& e, const ir::Object& object);

}  // namespace schemac::emitters
