#include "ir/privileges.h"

#include <array>
#include <optional>
#include <utility>

#include "ir/builtins.h"

namespace schemac::ir {
namespace {

// In the order in which the manual (5.8) lists them.
constexpr std::array<std::pair<Privilege, char>, 15> kLetters{{
    {Select, 'r'}, {Insert, 'a'}, {Update, 'w'}, {Delete, 'd'}, {Truncate, 'D'}, {References, 'x'}, {TriggerPrivilege, 't'},
    {Maintain, 'm'}, {Create, 'C'}, {Connect, 'c'}, {Temporary, 'T'}, {Execute, 'X'}, {Usage, 'U'}, {Set, 's'}, {AlterSystem, 'A'},
}};

Privileges bits(std::string_view letters) {
  Privileges result = 0;
  for (const auto& [bit, letter] : kLetters)
    if (letters.find(letter) != std::string_view::npos) result |= bit;
  return result;
}

std::optional<builtins::PrivilegeTarget> targetOf(Kind kind) {
  switch (kind) {
    case Kind::Table: case Kind::View: case Kind::MaterializedView: return builtins::PrivilegeTarget::Table;
    case Kind::Column: return builtins::PrivilegeTarget::Column;
    case Kind::Sequence: return builtins::PrivilegeTarget::Sequence;
    case Kind::Function: case Kind::Aggregate: return builtins::PrivilegeTarget::Function;
    case Kind::Language: return builtins::PrivilegeTarget::Language;
    case Kind::Schema: return builtins::PrivilegeTarget::Schema;
    case Kind::BaseType: case Kind::Enum: case Kind::Range: case Kind::Composite: case Kind::Domain: return builtins::PrivilegeTarget::Type;
    case Kind::ForeignDataWrapper: return builtins::PrivilegeTarget::ForeignDataWrapper;
    case Kind::ForeignServer: return builtins::PrivilegeTarget::ForeignServer;
    default: return std::nullopt;
  }
}

}  // namespace

Privileges privilegeOf(std::string_view word) {
  const char letter = builtins::privilegeLetter(word);
  return letter ? bits(std::string_view(&letter, 1)) : 0;
}

std::string privilegeWords(Privileges privileges) {
  std::string words;
  for (const auto& [bit, letter] : kLetters) {
    if (!(privileges & bit)) continue;
    if (!words.empty()) words += ", ";
    words += builtins::privilegeName(letter);
  }
  return words;
}

Privileges allPrivileges(Kind kind, int serverVersion) {
  const auto target = targetOf(kind);
  return target ? bits(builtins::allPrivileges(*target, serverVersion)) : 0;
}

Privileges publicPrivileges(Kind kind) {
  const auto target = targetOf(kind);
  return target ? bits(builtins::publicPrivileges(*target)) : 0;
}

Privileges builtinPrivileges(Kind kind, Name grantee, int serverVersion) {
  if (grantee == kOwner && kind != Kind::Column) return allPrivileges(kind, serverVersion);
  return grantee == kPublic ? publicPrivileges(kind) : 0;
}

Holding holding(const Object& object, Name grantee, int serverVersion) {
  if (const Object* grant = childOf(object, Kind::Grant, grantee)) {
    const auto& data = grant->as<Grant>();
    return {data.privileges, data.grantable, grant};
  }
  return {builtinPrivileges(object.kind, grantee, serverVersion), 0, nullptr};
}

std::string_view defaultPrivilegeObjects(Kind kind) {
  switch (kind) {
    case Kind::Table: case Kind::View: case Kind::MaterializedView: return "tables";
    case Kind::Sequence: return "sequences";
    case Kind::Function: case Kind::Aggregate: return "functions";
    case Kind::BaseType: case Kind::Enum: case Kind::Range: case Kind::Composite: case Kind::Domain: return "types";
    case Kind::Schema: return "schemas";
    default: return "";
  }
}

}  // namespace schemac::ir
