#pragma once
// The generated tables behind ir/builtins.h, each sorted by what it is looked up by (bytes, then versions).
#include "ir/builtins.h"

namespace schemac::ir::builtins::tables {

extern const char text[];
extern const Text lists[];
extern const Column columns[];

#define SCHEMAC_BUILTIN_TABLE(Row, name) \
  extern const Row name[];               \
  extern const std::size_t name##Count;
SCHEMAC_BUILTIN_TABLE(Type, types)
SCHEMAC_BUILTIN_TABLE(Function, functions)
SCHEMAC_BUILTIN_TABLE(Operator, operators)
SCHEMAC_BUILTIN_TABLE(Cast, casts)
SCHEMAC_BUILTIN_TABLE(OperatorClass, opclasses)
SCHEMAC_BUILTIN_TABLE(FamilyMember, members)
SCHEMAC_BUILTIN_TABLE(Relation, relations)
SCHEMAC_BUILTIN_TABLE(Named, accessMethods)
SCHEMAC_BUILTIN_TABLE(Named, languages)
SCHEMAC_BUILTIN_TABLE(Named, configurations)
SCHEMAC_BUILTIN_TABLE(Named, collations)
SCHEMAC_BUILTIN_TABLE(Named, roles)
SCHEMAC_BUILTIN_TABLE(Type, extensionTypes)
SCHEMAC_BUILTIN_TABLE(Function, extensionFunctions)
SCHEMAC_BUILTIN_TABLE(Operator, extensionOperators)
SCHEMAC_BUILTIN_TABLE(Cast, extensionCasts)
SCHEMAC_BUILTIN_TABLE(OperatorClass, extensionOpclasses)
SCHEMAC_BUILTIN_TABLE(FamilyMember, extensionMembers)
SCHEMAC_BUILTIN_TABLE(Relation, extensionRelations)
SCHEMAC_BUILTIN_TABLE(Extension, extensionRows)
#undef SCHEMAC_BUILTIN_TABLE

}  // namespace schemac::ir::builtins::tables
