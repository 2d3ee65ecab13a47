#include "parser/plpgsql/conditions.h"

#include <array>
#include <utility>

namespace schemac::parser::plpgsql {
namespace {

// Manual, appendix A: what DDL raises.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kConditions{{
    {"duplicate_object", "42710"}, {"duplicate_table", "42P07"}, {"duplicate_column", "42701"}, {"duplicate_schema", "42P06"},
    {"duplicate_function", "42723"}, {"duplicate_alias", "42712"}, {"duplicate_database", "42P04"}, {"duplicate_cursor", "42P03"},
    {"duplicate_prepared_statement", "42P05"}, {"undefined_table", "42P01"}, {"undefined_column", "42703"}, {"undefined_object", "42704"},
    {"undefined_function", "42883"}, {"undefined_parameter", "42P02"}, {"undefined_file", "58P01"}, {"invalid_schema_name", "3F000"},
    {"dependent_objects_still_exist", "2BP01"}, {"invalid_table_definition", "42P16"}, {"invalid_object_definition", "42P17"},
    {"wrong_object_type", "42809"}, {"syntax_error", "42601"}, {"insufficient_privilege", "42501"}, {"feature_not_supported", "0A000"},
    {"object_not_in_prerequisite_state", "55000"}, {"unique_violation", "23505"}, {"foreign_key_violation", "23503"},
    {"check_violation", "23514"}, {"not_null_violation", "23502"}, {"invalid_parameter_value", "22023"}, {"raise_exception", "P0001"},
    {"datatype_mismatch", "42804"}, {"invalid_text_representation", "22P02"}, {"invalid_foreign_key", "42830"}, {"invalid_column_reference", "42P10"},
}};

}  // namespace

std::string_view sqlStateOf(std::string_view condition) {
  for (const auto& [name, state] : kConditions)
    if (name == condition) return state;
  return "";
}

std::string sqlStateOf(const ReplayError& error) {
  if (!error.sqlState.empty()) return error.sqlState;
  const std::string_view message = error.what();
  const auto says = [&](std::string_view word) { return message.find(word) != std::string_view::npos; };
  switch (error.code) {
    case ir::Code::Duplicate: return says("relation") ? "42P07" : says("column") ? "42701" : says("schema") ? "42P06" : says("function") ? "42723" : "42710";
    case ir::Code::Dependents: return "2BP01";
    case ir::Code::WrongKind: return "42809";
    case ir::Code::Syntax: return "42601";
    case ir::Code::RaisedByBlock: return "P0001";
    case ir::Code::InvalidStatement: return "42P16";
    case ir::Code::Undefined:
      // "column "x" of relation "t" does not exist" is about the column, `constraint "c" of relation "t"` about an object.
      if (message.starts_with("column")) return "42703";
      if (message.starts_with("relation") || message.starts_with("table") || message.starts_with("view")) return "42P01";
      if (message.starts_with("function") || message.starts_with("procedure")) return "42883";
      if (message.starts_with("schema")) return "3F000";
      return "42704";
    default: return "XX000";
  }
}

bool catches(std::string_view condition, std::string_view state) {
  if (condition == "others") return state != "57014" && state != "P0004";
  const std::string_view wanted = sqlStateOf(condition);
  const std::string_view sought = wanted.empty() && condition.size() == 5 ? condition : wanted;  // WHEN SQLSTATE '42710'
  if (sought.empty()) return false;
  return sought == state || (sought.ends_with("000") && sought.substr(0, 2) == state.substr(0, 2));
}

}  // namespace schemac::parser::plpgsql
