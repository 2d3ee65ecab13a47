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
  static constexpr auto fields() {
    return std::tuple(field("left", &Operator::left), field("right", &Operator::right), note("returns", &Operator::result), field("function", &Operator::function),
                      field("commutator", &Operator::commutator), field("negator", &Operator::negator), field("restrict", &Operator::restrict),
                      field("join", &Operator::join), field("hashes", &Operator::hashes), field("merges", &Operator::merges));
  }
};

// OPERATOR strategy name (left, right) [FOR ORDER BY family].
struct FamilyOperator {
  int strategy = 0;
  NamedRef op;
  TypeRef left, right;
  NamedRef sortFamily;         // "" = FOR SEARCH
  static constexpr auto fields() {
    return std::tuple(field("strategy", &FamilyOperator::strategy), field("operator", &FamilyOperator::op), field("left", &FamilyOperator::left),
                      field("right", &FamilyOperator::right), field("for order by", &FamilyOperator::sortFamily));
  }
};

// FUNCTION support (left, right) name(…).
struct FamilyFunction {
  int support = 0;
  TypeRef left, right;
  Ref function;
  static constexpr auto fields() {
    return std::tuple(field("support", &FamilyFunction::support), field("left", &FamilyFunction::left), field("right", &FamilyFunction::right),
                      field("function", &FamilyFunction::function));
  }
};

// Parent: the schema. Identified by its name and its access method. Its own members are those that ALTER OPERATOR FAMILY added ("loose"), ascending by
// number and types; those that came with a class are the class's.
struct OperatorFamily {
  Name method;
  std::vector<FamilyOperator> operators;
  std::vector<FamilyFunction> functions;
  static constexpr auto fields() {
    return std::tuple(field("method", &OperatorFamily::method), field("operators", &OperatorFamily::operators),
                      field("functions", &OperatorFamily::functions));
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
  static constexpr auto fields() {
    return std::tuple(field("method", &OperatorClass::method), field("default", &OperatorClass::isDefault), field("type", &OperatorClass::type),
                      field("family", &OperatorClass::family), field("storage", &OperatorClass::storage), field("operators", &OperatorClass::operators),
                      field("functions", &OperatorClass::functions));
  }
};

// Top level, without a name: identified by its types.
struct Cast {
  TypeRef source, target;
  Ref function;                // WITH FUNCTION
  bool inOut = false;          // WITH INOUT; neither: WITHOUT FUNCTION
  Name context = "explicit";   // "assignment", "implicit"
  static constexpr auto fields() {
    return std::tuple(field("source", &Cast::source), field("target", &Cast::target), field("function", &Cast::function), field("with inout", &Cast::inOut),
                      field("context", &Cast::context));
  }
};

}  // namespace schemac::ir
