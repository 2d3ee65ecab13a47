// CREATE, ALTER and DROP SUBSCRIPTION (subscriptioncmds.c).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Name;
using ir::Object;
using ir::Space;

namespace {

struct Parameter {
  std::string_view name, usual;
  int since;
  enum { Flag, Word } type;
};
// What is stored of WITH (…) and SET (…); `usual` is left out. streaming is parallel by default from 18 on.
constexpr std::array<Parameter, 9> kParameters{{
    {"binary", "false", 14, Parameter::Flag},
    {"streaming", "off", 14, Parameter::Word},
    {"synchronous_commit", "off", 14, Parameter::Word},
    {"two_phase", "false", 15, Parameter::Flag},
    {"disable_on_error", "false", 15, Parameter::Flag},
    {"password_required", "true", 16, Parameter::Flag},
    {"run_as_owner", "false", 16, Parameter::Flag},
    {"origin", "any", 16, Parameter::Word},
    {"failover", "false", 17, Parameter::Flag},
}};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::string usualValue(const Replay& replay, const Parameter& parameter) {
  return parameter.name == "streaming" && replay.schema.serverVersion >= 18 ? "parallel" : std::string(parameter.usual);
}

std::string valueOf(const Parameter& parameter, const DefElem& element) {
  if (parameter.name == "streaming") {
    const std::string word = element.arg ? lower(stringOf(element)) : "true";
    if (word == "parallel") return word;
    return booleanOf(element) ? "on" : "off";
  }
  if (parameter.type == Parameter::Flag) return booleanOf(element) ? "true" : "false";
  return lower(stringOf(element));
}

void setParameter(Replay& replay, ir::Subscription& subscription, const DefElem& element) {
  const std::string_view name = element.defname;
  const auto known = std::find_if(kParameters.begin(), kParameters.end(), [&](const Parameter& p) { return p.name == name; });
  if (known == kParameters.end() || known->since > replay.schema.serverVersion)
    throwInvalid(replay, element.location, fmt::format("unrecognized subscription parameter: \"{}\"", name));
  std::erase_if(subscription.options, [&](const ir::Option& option) { return option.name == name; });
  const std::string value = valueOf(*known, element);
  if (value == usualValue(replay, *known)) return;
  subscription.options.push_back({Name(name), value});
  std::sort(subscription.options.begin(), subscription.options.end());
}

// Of the command, not of the subscription.
bool isTransient(std::string_view name) { return name == "connect" || name == "create_slot" || name == "copy_data" || name == "refresh"; }

void setSlot(ir::Subscription& subscription, const DefElem& element) {
  const std::string name = stringOf(element);
  subscription.slot = lower(name) == "none" ? Name() : Name(name);
}

const Object& subscriptionNamed(Replay& replay, const char* name) {
  const Object* subscription = replay.schema.find(Space::Subscription, nullptr, name);
  if (!subscription) throwUndefined(replay, -1, fmt::format("subscription \"{}\" does not exist", name));
  return *subscription;
}

std::vector<Name> namesOf(const List* list) {
  std::vector<Name> names;
  for (const Node* name : each<Node>(list)) names.emplace_back(stringOf(name));
  std::sort(names.begin(), names.end());
  return names;
}

void requireNoRepetition(Replay& replay, const std::vector<Name>& publications) {
  const auto twice = std::adjacent_find(publications.begin(), publications.end());
  if (twice != publications.end()) throwDuplicate(replay, -1, fmt::format("publication name \"{}\" used more than once", twice->view()));
}

void changePublications(Replay& replay, ir::Subscription& data, const AlterSubscriptionStmt& statement) {
  const std::vector<Name> written = namesOf(statement.publication);
  requireNoRepetition(replay, written);
  if (statement.kind == ALTER_SUBSCRIPTION_SET_PUBLICATION) {
    data.publications = written;
    return;
  }
  for (const Name name : written) {
    const auto place = std::find(data.publications.begin(), data.publications.end(), name);
    const bool there = place != data.publications.end();
    if (statement.kind == ALTER_SUBSCRIPTION_ADD_PUBLICATION) {
      if (there) throwDuplicate(replay, -1, fmt::format("publication \"{}\" is already in subscription \"{}\"", name.view(), statement.subname));
      data.publications.push_back(name);
    } else {
      if (!there) throwUndefined(replay, -1, fmt::format("publication \"{}\" is not in subscription \"{}\"", name.view(), statement.subname));
      data.publications.erase(place);
    }
  }
  if (data.publications.empty()) throwInvalid(replay, -1, "cannot drop all the publications from a subscription");
  std::sort(data.publications.begin(), data.publications.end());
}

}  // namespace

void replay(Replay& replay, const CreateSubscriptionStmt& statement) {
  replay.requireFree(Space::Subscription, nullptr, statement.subname, -1, "subscription");
  ir::Subscription data;
  data.connection = statement.conninfo ? statement.conninfo : "";
  data.publications = namesOf(statement.publication);
  requireNoRepetition(replay, data.publications);
  data.slot = statement.subname;
  bool connect = true;
  std::optional<bool> enabled;
  for (const DefElem* element : each<DefElem>(statement.options)) {
    const std::string_view name = element->defname;
    if (name == "connect") connect = booleanOf(*element);
    else if (name == "enabled") enabled = booleanOf(*element);
    else if (name == "slot_name") setSlot(data, *element);
    else if (!isTransient(name)) setParameter(replay, data, *element);
  }
  data.enabled = enabled.value_or(connect);
  if (data.enabled && !connect) throwInvalid(replay, -1, "connect = false and enabled = true are mutually exclusive options");
  if (data.enabled && data.slot.empty()) throwInvalid(replay, -1, "slot_name = NONE and enabled = true are mutually exclusive options");
  replay.giveDefaults(replay.make(nullptr, statement.subname, std::move(data)));
}

void replay(Replay& replay, const AlterSubscriptionStmt& statement) {
  const Object& subscription = subscriptionNamed(replay, statement.subname);
  ir::Subscription data = subscription.as<ir::Subscription>();
  switch (statement.kind) {
    case ALTER_SUBSCRIPTION_CONNECTION:
      data.connection = statement.conninfo;
      data.readable = true;
      break;
    case ALTER_SUBSCRIPTION_SET_PUBLICATION: case ALTER_SUBSCRIPTION_ADD_PUBLICATION: case ALTER_SUBSCRIPTION_DROP_PUBLICATION:
      changePublications(replay, data, statement);
      break;
    case ALTER_SUBSCRIPTION_ENABLED:
      for (const DefElem* element : each<DefElem>(statement.options)) data.enabled = booleanOf(*element);
      if (data.enabled && data.slot.empty()) throwInvalid(replay, -1, "cannot enable subscription that does not have a slot name");
      break;
    case ALTER_SUBSCRIPTION_OPTIONS:
      for (const DefElem* element : each<DefElem>(statement.options)) {
        const std::string_view name = element->defname;
        if (name == "slot_name") setSlot(data, *element);
        else setParameter(replay, data, *element);
      }
      if (data.enabled && data.slot.empty()) throwInvalid(replay, -1, "cannot set slot_name = NONE for enabled subscription");
      break;
    case ALTER_SUBSCRIPTION_REFRESH: case ALTER_SUBSCRIPTION_SKIP: return;  // what is replicated, no part of the schema
  }
  replay.schema.edit<ir::Subscription>(subscription) = std::move(data);
}

void replay(Replay& replay, const DropSubscriptionStmt& statement) {
  if (statement.missing_ok && !replay.schema.find(Space::Subscription, nullptr, statement.subname)) return;
  replay.schema.drop(subscriptionNamed(replay, statement.subname));
}

}  // namespace schemac::parser
