#include "parser/sql/grants.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "ir/identity.h"
#include "ir/privileges.h"
#include "parser/sql/lookup.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Privileges;

// Changes the entry of one grantee; an entry that says no more than what is built in goes away.
void changeEntry(Replay& replay, const Object& object, Name grantee, const PrivilegeChange& change) {
  const int version = replay.schema.serverVersion;
  const ir::Holding held = ir::holding(object, grantee, version);
  ir::Grant entry = held.grant ? held.grant->as<ir::Grant>() : ir::Grant{held.privileges, held.grantable};
  applyChange(change, entry.privileges, entry.grantable);
  if (grantee == ir::kOwner) entry.grantable = 0;  // an owner can always grant
  if (replay.origin == ir::Origin::User) {
    entry.written |= change.bits;
    entry.platform &= ~change.bits;
  } else {
    entry.platform = entry.privileges;
  }
  // What is taken back from the platform's own stays: it was written. So does what was given anew before.
  const bool platforms = held.grant && replay.origin == ir::Origin::User &&
                         (held.grant->origin == ir::Origin::Platform || object.origin == ir::Origin::Platform);
  if (entry.privileges == ir::builtinPrivileges(object.kind, grantee, version) && !entry.grantable && !platforms) {
    if (held.grant) replay.schema.drop(*held.grant);
    return;
  }
  if (held.grant) {
    Object& old = replay.schema.edit(*held.grant);
    old.data = entry;
    if (replay.origin == ir::Origin::User) old.origin = replay.origin;
  } else {
    replay.make(&object, grantee, entry);
  }
}

std::vector<Name> granteesOf(Replay& replay, const List* list) {
  std::vector<Name> names;
  for (const RoleSpec* spec : each<RoleSpec>(list)) names.push_back(replay.role(*spec));
  return names;
}

Name entryOf(const Object& object, Name grantee) { return grantee == ownerOf(object) && !grantee.empty() ? Name(ir::kOwner) : grantee; }

void grantOn(Replay& replay, const Object& object, const std::vector<Name>& grantees, const PrivilegeChange& change) {
  if (!change.bits) return;
  for (const Name grantee : grantees) {
    changeEntry(replay, object, entryOf(object, grantee), change);
    // REVOKE on a table takes the same privileges of its columns along (ExecGrant_Relation).
    if (change.grant || ir::spaceOf(object.kind) != ir::Space::Relation) continue;
    for (const Object* column : ir::columnsOf(object)) {
      PrivilegeChange part = change;
      part.bits &= ir::allPrivileges(Kind::Column, replay.schema.serverVersion);
      const Name entry = entryOf(object, grantee);
      if (part.bits && ir::childOf(*column, Kind::Grant, entry)) changeEntry(replay, *column, entry, part);
    }
  }
}

bool isTableLike(const Object& o) { return o.kind == Kind::Table || o.kind == Kind::View || o.kind == Kind::MaterializedView; }

// ALL … IN SCHEMA.
bool belongs(ObjectType type, const Object& o) {
  const auto* function = o.get<ir::Function>();
  switch (type) {
    case OBJECT_TABLE: return isTableLike(o);
    case OBJECT_SEQUENCE: return o.kind == Kind::Sequence;
    case OBJECT_FUNCTION: return o.kind == Kind::Aggregate || (function && function->routine != ir::Routine::Procedure);
    case OBJECT_PROCEDURE: return function && function->routine == ir::Routine::Procedure;
    case OBJECT_ROUTINE: return ir::isRoutine(o.kind);
    default: return false;
  }
}

std::vector<const Object*> objectsOf(Replay& replay, const GrantStmt& statement) {
  std::vector<const Object*> objects;
  if (statement.targtype == ACL_TARGET_ALL_IN_SCHEMA) {
    for (const Node* name : each<Node>(statement.objects)) {
      const Object& schema = replay.schemaNamed(stringOf(name), -1);
      for (const Object* child : schema.children)
        if (belongs(statement.objtype, *child)) objects.push_back(child);
    }
    return objects;
  }
  for (const Node* name : each<Node>(statement.objects)) {
    Found found;
    if (statement.objtype == OBJECT_TABLE || statement.objtype == OBJECT_SEQUENCE) {
      const auto& range = *reinterpret_cast<const RangeVar*>(name);
      found = findRelation(replay, statement.objtype == OBJECT_TABLE ? OBJECT_COLUMN : OBJECT_SEQUENCE, range, false);
    } else {
      found = findObject(replay, statement.objtype, name, false);
    }
    if (found.object && found.object->kind == Kind::Index) throwWrongKind(replay, -1, fmt::format("\"{}\" is an index", found.object->name.view()));
    if (found.object && !found.builtin) objects.push_back(found.object);
    else if (found.builtin) notCompared(replay, fmt::format("{} on a built-in {}", statement.is_grant ? "GRANT" : "REVOKE", wordOf(statement.objtype)));
  }
  return objects;
}

// GRANT SELECT (a, b) ON t: entries of the columns.
void grantOnColumns(Replay& replay, const Object& table, const AccessPriv& words, const std::vector<Name>& grantees, PrivilegeChange change) {
  const Privileges all = ir::allPrivileges(Kind::Column, replay.schema.serverVersion);
  change.bits = words.priv_name ? ir::privilegeOf(words.priv_name) & all : all;
  if (!change.bits)
    throwInvalid(replay, -1, fmt::format("invalid privilege type {} for column", words.priv_name ? words.priv_name : "ALL"));
  for (const Node* name : each<Node>(words.cols)) {
    const Object& column = replay.column(table, stringOf(name));
    for (const Name grantee : grantees) changeEntry(replay, column, entryOf(table, grantee), change);
  }
}

bool modelled(ObjectType type) {
  switch (type) {
    case OBJECT_TABLE: case OBJECT_SEQUENCE: case OBJECT_FUNCTION: case OBJECT_PROCEDURE: case OBJECT_ROUTINE:
    case OBJECT_SCHEMA: case OBJECT_TYPE: case OBJECT_DOMAIN: case OBJECT_LANGUAGE: case OBJECT_FDW: case OBJECT_FOREIGN_SERVER:
      return true;
    default: return false;
  }
}

}  // namespace

void applyChange(const PrivilegeChange& change, Privileges& privileges, Privileges& grantable) {
  if (change.grant) {
    privileges |= change.bits;
    if (change.withOption) grantable |= change.bits;
  } else {
    grantable &= ~change.bits;
    if (!change.optionOnly) privileges &= ~change.bits;
  }
}

Privileges privilegeBits(Replay& replay, const List* words, Kind kind) {
  const Privileges all = ir::allPrivileges(kind, replay.schema.serverVersion);
  if (!words) return all;
  Privileges bits = 0;
  for (const AccessPriv* word : each<AccessPriv>(words)) {
    if (word->cols) continue;
    const Privileges bit = ir::privilegeOf(word->priv_name);
    if (!bit) throwInvalid(replay, -1, fmt::format("unrecognized privilege type \"{}\"", word->priv_name));
    // On a sequence the words of a table mean what they can (ExecGrant_Relation); MAINTAIN came with 17.
    if (!(bit & all) && kind != Kind::Sequence)
      throwInvalid(replay, -1, fmt::format("invalid privilege type {} for {}", ir::privilegeWords(bit), ir::label(kind)));
    bits |= bit & all;
  }
  return bits;
}

void replay(Replay& replay, const GrantStmt& statement) {
  if (!modelled(statement.objtype))
    return notCompared(replay, fmt::format("{} on a {}", statement.is_grant ? "GRANT" : "REVOKE", wordOf(statement.objtype)));
  const std::vector<Name> grantees = granteesOf(replay, statement.grantees);
  PrivilegeChange change;
  change.grant = statement.is_grant;
  change.withOption = statement.is_grant && statement.grant_option;
  change.optionOnly = !statement.is_grant && statement.grant_option;
  if (change.withOption && std::find(grantees.begin(), grantees.end(), Name(ir::kPublic)) != grantees.end())
    throwInvalid(replay, -1, "grant options can only be granted to roles");
  for (const Object* object : objectsOf(replay, statement)) {
    if (object->origin == ir::Origin::Extension) continue;  // what an extension's objects are like is not compared
    change.bits = privilegeBits(replay, statement.privileges, object->kind);
    grantOn(replay, *object, grantees, change);
    for (const AccessPriv* words : each<AccessPriv>(statement.privileges))
      if (words->cols) grantOnColumns(replay, *object, *words, grantees, change);
  }
}

}  // namespace schemac::parser
