// CREATE PUBLICATION and ALTER PUBLICATION.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "ir/identity.h"
#include "parser/sql/lookup.h"
#include "parser/sql/settings.h"
#include "parser/sql/slices.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Name;
using ir::Object;

constexpr std::array<std::string_view, 4> kActions{"insert", "update", "delete", "truncate"};

void applyOptions(Replay& replay, ir::Publication& publication, const List* options) {
  for (const DefElem* option : each<DefElem>(options)) {
    const std::string_view name = option->defname;
    if (name == "publish") {
      const auto written = splitIdentifiers(stringOf(*option));
      publication.publish.clear();
      for (const std::string_view action : kActions)
        if (std::find(written.begin(), written.end(), Name(action)) != written.end()) publication.publish.emplace_back(action);
    } else if (name == "publish_via_partition_root") {
      publication.viaRoot = booleanOf(*option);
    } else {
      notCompared(replay, fmt::format("publication parameter \"{}\"", name));
    }
  }
}

std::string memberName(const Object& target) {
  return target.kind == Kind::Schema ? target.name.str() : target.parent->name.str() + "." + target.name.str();
}

ir::PublicationMember memberOf(Replay& replay, const PublicationTable& written, const Object& table) {
  ir::PublicationMember member;
  member.table = table;
  for (const Node* column : each<Node>(written.columns)) member.columns.push_back(replay.column(table, stringOf(column)));
  std::sort(member.columns.begin(), member.columns.end(), [](const ir::Ref& a, const ir::Ref& b) { return a->ordinal < b->ordinal; });
  if (written.whereClause) {
    const Slices slices(replay.text, replay.tokens());
    const std::size_t after = slices.at(static_cast<std::uint32_t>(written.relation->location));
    const Span span = slices.inside(slices.next("where", after) + 1);
    BindScope scope;
    scope.relations.push_back({&table, table.name, true});
    member.filter = replay.expression(written.whereClause, span.begin, span.end, scope);
  }
  return member;
}

struct Member {
  const Object* target;
  ir::PublicationMember data;
};

// The tables and schemas of an object list. Without ONLY a table brings those that inherit from it (partitions apart).
std::vector<Member> membersOf(Replay& replay, const List* objects) {
  std::vector<Member> members;
  const auto addSchema = [&](const Object& schema) {
    ir::PublicationMember data;
    data.schema = schema;
    members.push_back({&schema, std::move(data)});
  };
  for (const PublicationObjSpec* spec : each<PublicationObjSpec>(objects)) {
    if (spec->pubobjtype == PUBLICATIONOBJ_TABLES_IN_SCHEMA) {
      addSchema(replay.schemaNamed(spec->name, spec->location));
    } else if (spec->pubobjtype == PUBLICATIONOBJ_TABLES_IN_CUR_SCHEMA) {
      addSchema(replay.creationSchema(nullptr));
    } else {
      const RangeVar& range = *spec->pubtable->relation;
      const Object& table = replay.relation(range);
      if (table.kind != Kind::Table)
        throwWrongKind(replay, range.location, fmt::format("cannot add relation \"{}\" to publication", table.name.view()),
                       "This operation is not supported for " + std::string(ir::label(table.kind)) + "s.");
      std::vector<const Object*> tables{&table};
      for (std::size_t i = 0; range.inh && i < tables.size(); ++i) {
        for (const Object& other : replay.schema.objects()) {
          const auto* heir = other.dropped ? nullptr : other.get<ir::Table>();
          if (!heir || heir->partition()) continue;
          const bool inherits = std::any_of(heir->parents.begin(), heir->parents.end(), [&](const ir::Ref& p) { return p.object == tables[i]; });
          if (inherits && std::find(tables.begin(), tables.end(), &other) == tables.end()) tables.push_back(&other);
        }
      }
      for (const Object* each : tables) members.push_back({each, memberOf(replay, *spec->pubtable, *each)});
    }
  }
  return members;
}

void addMembers(Replay& replay, const Object& publication, std::vector<Member> members) {
  std::vector<const Object*> added;
  for (Member& member : members) {
    const std::string name = memberName(*member.target);
    if (std::find(added.begin(), added.end(), member.target) != added.end()) continue;  // written twice
    added.push_back(member.target);
    if (ir::childOf(publication, Kind::PublicationMember, name))
      throwDuplicate(replay, -1, fmt::format("{} \"{}\" is already member of publication \"{}\"",
                                             member.target->kind == Kind::Schema ? "schema" : "relation", member.target->name.view(),
                                             publication.name.view()));
    replay.make(&publication, name, std::move(member.data));
  }
}

void dropMembers(Replay& replay, const Object& publication, const std::vector<Member>& members) {
  for (const Member& member : members) {
    const Object* old = ir::childOf(publication, Kind::PublicationMember, memberName(*member.target));
    if (!old) throwUndefined(replay, -1, fmt::format("relation \"{}\" is not part of the publication", member.target->name.view()));
    replay.schema.drop(*old);
  }
}

}  // namespace

void replay(Replay& replay, const CreatePublicationStmt& statement) {
  replay.requireFree(ir::Space::Publication, nullptr, statement.pubname, -1, "publication");
  ir::Publication data;
  for (const std::string_view action : kActions) data.publish.emplace_back(action);
  data.allTables = statement.for_all_tables;
  applyOptions(replay, data, statement.options);
  auto members = membersOf(replay, statement.pubobjects);
  const Object& publication = replay.make(nullptr, statement.pubname, std::move(data));
  replay.giveDefaults(publication);
  addMembers(replay, publication, std::move(members));
}

void replay(Replay& replay, const AlterPublicationStmt& statement) {
  const Object* publication = replay.schema.find(ir::Space::Publication, nullptr, statement.pubname);
  if (!publication) throwUndefined(replay, -1, fmt::format("publication \"{}\" does not exist", statement.pubname));
  if (statement.options) return applyOptions(replay, replay.schema.edit<ir::Publication>(*publication), statement.options);
  auto members = membersOf(replay, statement.pubobjects);
  if (statement.action == AP_DropObjects) return dropMembers(replay, *publication, members);
  if (statement.action == AP_SetObjects)
    for (const Object* old : ir::childrenOf(*publication, Kind::PublicationMember)) replay.schema.drop(*old);
  addMembers(replay, *publication, std::move(members));
}

}  // namespace schemac::parser
