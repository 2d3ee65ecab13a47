#include <algorithm>

#include "emitters/sql/statements.h"
#include "ir/secrets.h"

namespace schemac::emitters {
namespace {

using ir::Object;
using ir::Subscription;
using ir::Verb;

// What ALTER SUBSCRIPTION … SET says in the place of an option that is gone: there is no RESET.
std::string usualOption(std::string_view name, int serverVersion) {
  if (name == "streaming") return serverVersion >= 18 ? "parallel" : "off";
  if (name == "synchronous_commit") return "off";
  if (name == "origin") return "any";
  return name == "password_required" ? "true" : "false";
}

std::string connection(Emission& e, const Object& object, const Subscription& s) {
  if (!s.readable) {
    e.out.note("INCOMPLETE: the connection of " + ir::describe(object) + " could not be read");
    return literal(ir::kSecret);
  }
  if (!isFromServer(object)) return literal(s.connection);
  const std::string shown = ir::maskConnection(s.connection);
  if (shown != s.connection.str())
    e.out.note("INCOMPLETE: the password of " + ir::describe(object) + " was read from a server: write it in the place of " + std::string(ir::kSecret));
  return literal(shown);
}

std::string slot(const Subscription& s) { return "slot_name = " + (s.slot.empty() ? std::string("none") : literal(s.slot)); }

// Nothing may reach out of a transaction: the publisher's slot is for who runs the migration.
void create(Emission& e, const Object& object, const Subscription& s) {
  const std::string text = "create subscription " + ir::quoteIdentifier(object.name) + "\n  connection " + connection(e, object, s) + "\n  publication " +
                           names(s.publications) + "\n  with (connect = false, " + slot(s) + (s.options.empty() ? "" : ", " + optionList(s.options)) + ")";
  if (!s.slot.empty())
    e.out.note("it does not connect: make the slot " + s.slot.str() + " on the publisher, then alter subscription " + ir::quoteIdentifier(object.name) +
               (s.enabled ? "" : " enable, and") + " refresh publication");
  e.out.guarded(missing(object), text);
  if (s.enabled) e.out.statement("alter subscription " + ir::quoteIdentifier(object.name) + " enable");
}

// DROP SUBSCRIPTION drops the publisher's slot, which no transaction may: the slot is let go of first.
void drop(Emission& e, const Object& object, const Subscription& s) {
  const std::string alter = "alter subscription " + ir::quoteIdentifier(object.name);
  std::string statements;
  if (!s.slot.empty()) {
    e.out.note("the slot " + s.slot.str() + " stays on the publisher: drop it there");
    statements = alter + " disable;\n" + alter + " set (slot_name = none);\n";
  }
  e.out.guarded(exists(object), statements + "drop subscription " + ir::quoteIdentifier(object.name));
}

void alter(Emission& e, const ir::Operation& op, const Subscription& before, const Subscription& after) {
  const std::string head = "alter subscription " + ir::quoteIdentifier(op.after->name) + " ";
  const auto changes = [&](std::string_view field) {
    return std::any_of(op.changes.begin(), op.changes.end(), [&](const ir::FieldChange& c) { return c.field == field; });
  };
  if (changes("enabled") && !after.enabled) e.out.statement(head + "disable");
  if (changes("connection")) e.out.statement(head + "connection " + connection(e, *op.after, after));
  if (changes("publications")) {
    if (after.enabled) e.out.note("then, outside a transaction: " + head + "refresh publication");
    e.out.statement(head + "set publication " + names(after.publications) + " with (refresh = false)");
  }
  if (changes("slot name")) {
    // Only who is disabled may be without a slot; whose slot is another must be disabled as well.
    if (before.enabled && after.enabled) e.out.statement(head + "disable");
    e.out.statement(head + "set (" + slot(after) + ")");
    if (before.enabled && after.enabled) e.out.statement(head + "enable");
  }
  if (changes("options")) {
    OptionChange change = optionChange(before.options, after.options);
    for (const std::string& name : change.reset) change.set.push_back({name, usualOption(name, e.version())});
    e.out.statement(head + "set (" + optionList(change.set) + ")");
  }
  if (changes("enabled") && after.enabled) e.out.statement(head + "enable");
}

}  // namespace

void emit(Emission& e, const ir::Operation& op, const Subscription* before, const Subscription* after) {
  switch (op.verb) {
    case Verb::Create: return create(e, *op.after, *after);
    case Verb::Alter: return alter(e, op, *before, *after);
    case Verb::Rename: return emitRename(e, op, "alter subscription");
    case Verb::Drop: return drop(e, *op.before, *before);
  }
}

}  // namespace schemac::emitters
