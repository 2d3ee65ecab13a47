#include "parser/sql/queues.h"

#include <fmt/format.h>

#include <string>

#include "ir/identity.h"
#include "parser/sql/lookup.h"

#include "parser/sql/pg_nodes.h"

namespace schemac::parser {
namespace {

using ir::Kind;
using ir::Object;

constexpr std::string_view kSchema = "pgmq";

const Object* tableOf(const ir::Schema& schema, std::string_view prefix, std::string_view queue) {
  const Object* home = schema.schema(kSchema);
  return home ? schema.relation(*home, std::string(prefix) + std::string(queue)) : nullptr;
}

// What pgmq makes of a table; policies, triggers, owners and privileges are the user's.
void derive(ir::Schema& schema, const Object& object, const Object& from) {
  for (const Object* part : std::vector<Object*>(object.children)) {
    if (part->kind != Kind::Column && part->kind != Kind::Default && part->kind != Kind::Key && part->kind != Kind::Index) continue;
    schema.edit(*part).derivedFrom = &from;
    derive(schema, *part, from);
  }
}

void deriveQueue(ir::Schema& schema, const Object& table) {
  const Object* archive = tableOf(schema, "a_", table.name.view().substr(2));
  derive(schema, table, table);
  if (archive) {
    schema.edit(*archive).derivedFrom = &table;
    derive(schema, *archive, table);
  }
  for (const Object* sibling : std::vector<Object*>(table.parent->children)) {
    const auto* sequence = sibling->get<ir::Sequence>();
    if (sequence && sequence->ownedBy && (sequence->ownedBy->parent == &table || sequence->ownedBy->parent == archive)) schema.edit(*sibling).derivedFrom = &table;
  }
}

// The queue's name, as pgmq folds it; "" where it is not written out.
std::string queueOf(const FuncCall& call) {
  if (list_length(call.args) == 0) return {};
  Node* argument = static_cast<Node*>(linitial(call.args));
  while (nodeTag(argument) == T_TypeCast || nodeTag(argument) == T_NamedArgExpr)
    argument = nodeTag(argument) == T_TypeCast ? reinterpret_cast<TypeCast*>(argument)->arg : reinterpret_cast<Node*>(reinterpret_cast<NamedArgExpr*>(argument)->arg);
  auto* constant = as<A_Const>(argument, T_A_Const);
  if (!constant || constant->isnull || nodeTag(&constant->val.node) != T_String) return {};
  std::string name = constant->val.sval.sval;
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return name;
}

// The shapes of pgmq 1.5; which columns there are is the extension's affair.
void makeQueue(Replay& replay, const std::string& queue, bool unlogged) {
  if (tableOf(replay.schema, "q_", queue)) return;
  const std::string q = "pgmq." + ir::quoteIdentifier("q_" + queue), a = "pgmq." + ir::quoteIdentifier("a_" + queue);
  replay.runText(fmt::format("create {}table {} (msg_id bigint primary key generated always as identity, read_ct int default 0 not null, "
                             "enqueued_at timestamptz default now() not null, vt timestamptz not null, message jsonb, headers jsonb)",
                             unlogged ? "unlogged " : "", q));
  if (!tableOf(replay.schema, "a_", queue))
    replay.runText(fmt::format("create table {} (msg_id bigint primary key, read_ct int default 0 not null, enqueued_at timestamptz default now() not null, "
                               "archived_at timestamptz default now() not null, vt timestamptz not null, message jsonb, headers jsonb)", a));
  if (const Object* table = tableOf(replay.schema, "q_", queue)) deriveQueue(replay.schema, *table);
}

}  // namespace

bool followQueueCall(Replay& replay, const FuncCall& call) {
  const auto [schema, name] = replay.split(call.funcname);
  const bool drops = name == "drop_queue";
  if (!drops && name != "create" && name != "create_non_partitioned" && name != "create_unlogged") return false;
  const Object* function = nullptr;
  const auto candidates = replay.names().functions(schema, name);
  // The extension may come later in a declarative source.
  if (candidates.empty() && schema == kSchema) throwUndefined(replay, -1, fmt::format("function pgmq.{}(unknown) does not exist", name.view()));
  for (const Object* candidate : candidates) {
    const bool pgmqs = candidate->origin == ir::Origin::Extension && candidate->derivedFrom && candidate->derivedFrom->name == kSchema;
    if (pgmqs || (candidate->origin == ir::Origin::Platform && candidate->parent->name == kSchema)) function = candidate;
  }
  if (!function) return false;
  const std::string queue = queueOf(call);
  if (queue.empty()) {
    replay.notModelled("a call of " + ir::qualifiedName(*function), "the queue's name is not written out");
  } else if (drops) {
    if (const Object* table = tableOf(replay.schema, "q_", queue)) replay.schema.drop(*table);
  } else {
    makeQueue(replay, queue, name == "create_unlogged");
  }
  return true;
}

void deriveQueues(ir::Schema& schema) {
  const Object* home = schema.schema(kSchema);
  if (!home || !schema.find(ir::Space::Extension, nullptr, kSchema)) return;
  for (const Object* table : std::vector<Object*>(home->children))
    if (table->kind == Kind::Table && table->origin == ir::Origin::User && table->name.view().starts_with("q_")) deriveQueue(schema, *table);
}

}  // namespace schemac::parser
