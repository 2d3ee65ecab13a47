#pragma once
// Aggregates, and the languages that functions are written in.
#include "ir/objects/programs.h"

namespace schemac::ir {

// What an aggregate does with its state: once in the plain way, once for moving windows (the M… options).
struct Accumulation {
  Ref transition;               // SFUNC, MSFUNC
  Ref inverse;                  // MINVFUNC; of the moving one alone
  TypeRef state;                // STYPE
  int stateSpace = 0;           // SSPACE; 0 = the default
  Ref final;                    // FINALFUNC
  bool finalExtra = false;
  Name finalModify;             // "read_only", "shareable", "read_write"
  std::optional<Text> initial;  // INITCOND
  static constexpr auto fields() {
    return std::tuple(field("sfunc", &Accumulation::transition), field("minvfunc", &Accumulation::inverse), field("stype", &Accumulation::state),
                      field("sspace", &Accumulation::stateSpace), field("finalfunc", &Accumulation::final),
                      field("finalfunc_extra", &Accumulation::finalExtra), field("finalfunc_modify", &Accumulation::finalModify),
                      field("initcond", &Accumulation::initial));
  }
};

enum class AggregateKind : std::uint8_t { Normal, OrderedSet, Hypothetical };

// Parent: the schema. In the name space of functions; identified by its name and the types of its arguments.
struct Aggregate {
  AggregateKind sort = AggregateKind::Normal;
  std::vector<Argument> arguments;  // In and Variadic, without defaults; of an ordered set the direct ones first
  int direct = 0;                   // how many of them are direct
  TypeRef result;                   // of its final function, or the state; it follows from them
  Accumulation plain;
  std::optional<Accumulation> moving;
  Ref combine, serialize, deserialize;
  NamedRef sortOperator;            // "" = none
  Name parallel = "unsafe";         // "restricted", "safe"
  static constexpr auto fields() {
    return std::tuple(field("aggregate kind", &Aggregate::sort), field("arguments", &Aggregate::arguments), field("direct arguments", &Aggregate::direct),
                      field("returns", &Aggregate::result), field("accumulation", &Aggregate::plain), field("moving accumulation", &Aggregate::moving),
                      field("combinefunc", &Aggregate::combine), field("serialfunc", &Aggregate::serialize),
                      field("deserialfunc", &Aggregate::deserialize), field("sortop", &Aggregate::sortOperator), field("parallel", &Aggregate::parallel));
  }
};

// CREATE LANGUAGE … HANDLER. Top level. Those of PostgreSQL and of extensions are no objects.
struct Language {
  bool trusted = false;
  Ref handler, inlineHandler, validator;
  static constexpr auto fields() {
    return std::tuple(field("trusted", &Language::trusted), field("handler", &Language::handler), field("inline", &Language::inlineHandler),
                      field("validator", &Language::validator));
  }
};

}  // namespace schemac::ir
