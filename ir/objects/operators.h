#pragma once
// Operators, what indexes know of them, and casts.
#include <cstdint>

#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

// Parent: the schema. Object::name: the symbol. Identified by its name and the types of its operands.
struct Operator {
  TypeRef left;                // null: a prefix operator
  TypeRef right;
  TypeRef result;              // of its function
  Ref function;
  Name commutator, negator;    // qualified unless in pg_catalog, "" = none; their operands are these, swapped of a commutator. No dependency:
                               // the server fills them in on both when the second of the two is made
  Ref restrict, join;          // selectivity estimators
  bool hashes = false, merges = false;
  template <class S = Operator>
  static constexpr auto fields() {
    return std::tuple(field("left", &S::left), field("right", &S::right), note("returns", &S::result), field("function", &S::function),
                      field("commutator", &S::commutator), field("negator", &S::negator), field("restrict", &S::restrict),
                      field("join", &S::join), field("hashes", &S::hashes), field("merges", &S::merges));
  }
};

// OPERATOR strategy name (left, right) [FOR ORDER BY family].
struct FamilyOperator {
  int strategy = 0;
  NamedRef op;
  TypeRef left, right;
  NamedRef sortFamily;         // "" = FOR SEARCH
  template <class S = FamilyOperator>
  static constexpr auto fields() {
    return std::tuple(field("strategy", &S::strategy), field("operator", &S::op), field("left", &S::left),
                      field("right", &S::right), field("for order by", &S::sortFamily));
  }
};

// FUNCTION support (left, right) name(…).
struct FamilyFunction {
  int support = 0;
  TypeRef left, right;
  Ref function;
  template <class S = FamilyFunction>
  static constexpr auto fields() {
    return std::tuple(field("support", &S::support), field("left", &S::left), field("right", &S::right),
                      field("function", &S::function));
  }
};

// Parent: the schema. Identified by its name and its access method. Its own members are those that ALTER OPERATOR FAMILY added ("loose"), ascending by
// number and types; those that came with a class are the class's.
struct OperatorFamily {
  Name method;
  std::vector<FamilyOperator> operators;
  std::vector<FamilyFunction> functions;
  template <class S = OperatorFamily>
  static constexpr auto fields() {
    return std::tuple(field("method", &S::method), field("operators", &S::operators),
                      field("functions", &S::functions));
  }
};

// Parent: the schema. Identified by its name and its access method.
struct OperatorClass {
  Name method;
  bool isDefault = false;
  TypeRef type;
  NamedRef family;
  TypeRef storage;             // null: the type itself
  std::vector<FamilyOperator> operators;  // both ascending by number and types
  std::vector<FamilyFunction> functions;
  template <class S = OperatorClass>
  static constexpr auto fields() {
    return std::tuple(field("method", &S::method), field("default", &S::isDefault), field("type", &S::type),
                      field("family", &S::family), field("storage", &S::storage), field("operators", &S::operators),
                      field("functions", &S::functions));
  }
};

// Top level, without a name: identified by its types.
struct Cast {
  TypeRef source, target;
  Ref function;                // WITH FUNCTION
  bool inOut = false;          // WITH INOUT; neither: WITHOUT FUNCTION
  Name context = "explicit";   // "assignment", "implicit"
  template <class S = Cast>
  static constexpr auto fields() {
    return std::tuple(field("source", &S::source), field("target", &S::target), field("function", &S::function), field("with inout", &S::inOut),
                      field("context", &S::context));
  }
};

}  // namespace schemac::ir
