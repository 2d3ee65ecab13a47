#include "parser/plpgsql/conditions.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace schemac::parser::plpgsql {
namespace {

constexpr std::pair<std::string_view, std::string_view> kConditions[] = {
#define SCHEMAC_CONDITION(name, state) {#name, state},
#include "parser/plpgsql/conditions.def"
#undef SCHEMAC_CONDITION
};

bool startsWithOneOf(std::string_view message, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return message.starts_with(word); });
}

// By what PostgreSQL's own messages begin with: names in them may be anything.
std::string duplicateState(std::string_view message) {
  if (message.find("\" is already member of publication \"") != std::string_view::npos) return "42710";
  if (startsWithOneOf(message, {"relation \"", "table \"", "view \"", "materialized view \"", "foreign table \"", "index \"", "sequence \""})) return "42P07";
  if (startsWithOneOf(message, {"column \"", "attribute \""})) return "42701";
  if (startsWithOneOf(message, {"schema \""})) return "42P06";
  if (startsWithOneOf(message, {"operator class", "operator family"})) return "42710";
  if (startsWithOneOf(message, {"function ", "procedure ", "aggregate ", "routine ", "operator "})) return "42723";
  return startsWithOneOf(message, {"duplicate key value"}) ? "23505" : "42710";
}

std::string undefinedState(std::string_view message) {
  // `column "x" of relation "t" does not exist` is about the column, `constraint "c" of relation "t"` about an object.
  if (startsWithOneOf(message, {"column "})) return "42703";
  // An index is an object there (dropmsgstringarray in src/backend/commands/tablecmds.c).
  if (startsWithOneOf(message, {"relation \"", "table \"", "view \"", "materialized view \"", "sequence \""})) return "42P01";
  if (startsWithOneOf(message, {"operator class", "operator family"})) return "42704";
  if (startsWithOneOf(message, {"function ", "procedure ", "aggregate ", "routine ", "operator ", "could not find a "})) return "42883";
  return startsWithOneOf(message, {"schema "}) ? "3F000" : "42704";
}

std::string invalidState(std::string_view message) {
  if (startsWithOneOf(message, {"cannot change return type of", "cannot change name of input parameter", "cannot remove parameter defaults", "input parameters after"})) return "42P13";
  if (message.find("cannot be cast automatically") != std::string_view::npos) return "42804";
  if (startsWithOneOf(message, {"there is no unique constraint matching", "number of referencing and referenced"})) return "42830";
  return "42P16";
}


}  // namespace

std::string_view sqlStateOf(std::string_view condition) {
  for (const auto& [name, state] : kConditions)
    if (name == condition) return state;
  return "";
}

std::string sqlStateOf(const ReplayError& error) {
  if (!error.sqlState.empty()) return error.sqlState;
  const std::string_view message = error.what();
  switch (error.code) {
    case ir::Code::Duplicate: return duplicateState(message);
    case ir::Code::Dependents: return "2BP01";
    case ir::Code::WrongKind: return "42809";
    case ir::Code::Syntax: return "42601";
    case ir::Code::RaisedByBlock: return "P0001";
    case ir::Code::InvalidStatement: return invalidState(message);
    case ir::Code::Undefined: return undefinedState(message);
    default: return "XX000";
  }
}

bool catches(std::string_view condition, std::string_view state) {
  if (condition == "others") return state != "57014" && state != "P0004";
  // A state that ends in 000 stands for its class.
  const auto covers = [&](std::string_view sought) { return sought == state || (sought.ends_with("000") && sought.substr(0, 2) == state.substr(0, 2)); };
  bool known = false;
  for (const auto& [name, sought] : kConditions) {
    if (name != condition) continue;
    if (covers(sought)) return true;
    known = true;
  }
  return !known && condition.size() == 5 && covers(condition);  // WHEN SQLSTATE '42710'
}

}  // namespace schemac::parser::plpgsql
