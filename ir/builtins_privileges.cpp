// Privileges by object kind and version: aclitem letters as acldefault() and GRANT ALL give them (manual, 5.8 "Privileges").
#include <algorithm>
#include <array>
#include <utility>

#include "ir/builtins.h"

namespace schemac::ir::builtins {
namespace {

constexpr std::array<std::pair<char, std::string_view>, 15> privilegeNames{{
    {'a', "INSERT"},   {'r', "SELECT"},  {'w', "UPDATE"},     {'d', "DELETE"},       {'D', "TRUNCATE"},
    {'x', "REFERENCES"}, {'t', "TRIGGER"}, {'X', "EXECUTE"},  {'U', "USAGE"},        {'C', "CREATE"},
    {'T', "TEMPORARY"}, {'c', "CONNECT"}, {'s', "SET"},       {'A', "ALTER SYSTEM"}, {'m', "MAINTAIN"},
}};

bool sameWord(std::string_view upper, std::string_view given) {
  return std::equal(upper.begin(), upper.end(), given.begin(), given.end(),
                    [](char u, char g) { return u == (g >= 'a' && g <= 'z' ? static_cast<char>(g - 'a' + 'A') : g); });
}

}  // namespace

std::string_view allPrivileges(PrivilegeTarget target, int version) {
  switch (target) {
    case PrivilegeTarget::Table: return version >= 17 ? "arwdDxtm" : "arwdDxt";
    case PrivilegeTarget::Column: return "arwx";
    case PrivilegeTarget::Sequence: return "rwU";
    case PrivilegeTarget::Database: return "CTc";
    case PrivilegeTarget::Function: return "X";
    case PrivilegeTarget::Language: return "U";
    case PrivilegeTarget::LargeObject: return "rw";
    case PrivilegeTarget::Schema: return "UC";
    case PrivilegeTarget::Tablespace: return "C";
    case PrivilegeTarget::ForeignDataWrapper: return "U";
    case PrivilegeTarget::ForeignServer: return "U";
    case PrivilegeTarget::Type: return "U";
    case PrivilegeTarget::Parameter: return version >= 15 ? "sA" : "";
  }
  return {};
}

std::string_view publicPrivileges(PrivilegeTarget target) {
  switch (target) {
    case PrivilegeTarget::Database: return "Tc";
    case PrivilegeTarget::Function: return "X";
    case PrivilegeTarget::Language: return "U";
    case PrivilegeTarget::Type: return "U";
    case PrivilegeTarget::Table:
    case PrivilegeTarget::Column:
    case PrivilegeTarget::Sequence:
    case PrivilegeTarget::LargeObject:
    case PrivilegeTarget::Schema:
    case PrivilegeTarget::Tablespace:
    case PrivilegeTarget::ForeignDataWrapper:
    case PrivilegeTarget::ForeignServer:
    case PrivilegeTarget::Parameter: return {};
  }
  return {};
}

std::string_view privilegeName(char letter) {
  for (const auto& [own, name] : privilegeNames) {
    if (own == letter) return name;
  }
  return {};
}

char privilegeLetter(std::string_view name) {
  if (sameWord("TEMP", name)) return 'T';
  for (const auto& [letter, own] : privilegeNames) {
    if (sameWord(own, name)) return letter;
  }
  return 0;
}

}  // namespace schemac::ir::builtins
