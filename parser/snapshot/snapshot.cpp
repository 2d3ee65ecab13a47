#include "parser/snapshot/snapshot.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <type_traits>
#include <unordered_map>

#include "fmt/format.h"
#include "ir/identity.h"
#include "ir/privileges.h"
#include "ir/secrets.h"
#include "parser/snapshot/enumerators.h"

namespace schemac::parser {
namespace {

using Json = nlohmann::ordered_json;
using ir::Binding;
using ir::Expression;
using ir::Kind;
using ir::Object;
using ir::Option;
using ir::Origin;
using ir::Ref;
using ir::Text;
using ir::TypeRef;

constexpr std::string_view kFormat = "schemac snapshot";

// Grants are sets of privileges, and read as such.
template <class Struct, class Member>
inline constexpr bool isPrivileges = std::is_same_v<Member, ir::Privileges> && (std::is_same_v<Struct, ir::Grant> || std::is_same_v<Struct, ir::DefaultPrivilege>);

// An object of the Schema, or the name of one that is PostgreSQL's own.
template <class T>
concept Named = requires(const T& value) {
  value.object;
  value.name();
};

struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// --- writing

class Writer {
 public:
  explicit Writer(const ir::Schema& schema) : live_(schema.live) {
    std::unordered_map<std::string, int> taken;
    for (const Object& object : schema.objects()) {
      if (object.dropped) continue;
      std::string id = std::string(ir::kindName(object.kind)) + " " + ir::displayName(object);
      if (const int count = ++taken[id]; count > 1) id += " #" + std::to_string(count);
      ids_[&object] = id;
    }
  }

  Json object(const Object& object) const {
    Json out;
    out["id"] = ids_.at(&object);
    out["kind"] = ir::kindName(object.kind);
    if (!object.name.empty()) out["name"] = object.name.view();
    if (object.parent) out["parent"] = encode(Ref(object.parent));
    out["ordinal"] = object.ordinal;
    if (object.origin != Origin::User) out["origin"] = nameOf(object.origin);
    if (object.derivedFrom) out["derivedFrom"] = encode(Ref(object.derivedFrom));
    if (!object.leadingComment.empty()) out["leadingComment"] = object.leadingComment.view();
    std::visit(
        [&](const auto& payload) {
          using T = std::decay_t<decltype(payload)>;
          if constexpr (!std::is_same_v<T, std::monostate>)
            if (Json fields = encode(payload); !fields.empty()) out["fields"] = std::move(fields);
        },
        object.data);
    return out;
  }

 private:
  Json encode(const Ref& ref) const {
    const auto found = ids_.find(ref.object);  // what was dropped is nothing any more
    return found == ids_.end() ? Json() : Json(found->second);
  }
  template <Named T>
  Json encode(const T& named) const {
    return named.object ? Json{{"object", encode(named.object)}} : Json(named.name().view());
  }
  Json encode(const TypeRef& type) const {
    if (!type) return Json();
    Json out{{"type", encode(type.type)}};
    if (!type.modifiers.empty()) out["modifiers"] = type.modifiers.view();
    if (type.array) out["array"] = true;
    if (type.setOf) out["setOf"] = true;
    return out;
  }
  Json encode(const Binding& binding) const {
    Json out{{"offset", binding.offset}, {"length", binding.length}, {"target", encode(binding.target)}, {"role", nameOf(binding.role)}};
    if (!binding.spelled.empty()) out["spelled"] = binding.spelled.view();
    if (!binding.columns.empty()) out["columns"] = encode(binding.columns);
    return out;
  }
  Json encode(const Expression& expression) const {
    Json out{{"text", expression.text.view()}};
    if (!expression.bindings.empty()) out["bindings"] = encode(expression.bindings);
    if (!expression.resolved) out["resolved"] = false;
    return out;
  }
  Json encode(const Option& option) const { return Json{{"name", option.name.view()}, {"value", option.value.view()}}; }
  Json encode(Text text) const { return Json(text.view()); }
  template <class T>
    requires std::is_arithmetic_v<T>
  Json encode(T value) const { return Json(value); }
  template <class T>
    requires std::is_enum_v<T>
  Json encode(T value) const { return Json(nameOf(value)); }
  template <class T>
  Json encode(const std::optional<T>& value) const { return value ? encode(*value) : Json(); }
  template <class T>
  Json encode(const std::vector<T>& values) const {
    Json out = Json::array();
    for (const T& value : values) out.push_back(encode(value));
    return out;
  }
  // Fields at their default are left out.
  template <ir::Described T>
  Json encode(const T& value) const {
    Json out = Json::object();
    ir::forEachField<T>([&](const auto& f) {
      using Member = std::decay_t<decltype(value.*(f.member))>;
      [[maybe_unused]] static const T defaults{};
      Json member, usual;
      if constexpr (std::is_same_v<Member, ir::Options>) {
        // What a function sets is in its text as well; other options are a server's secrets where they are named so.
        member = f.name == "settings" ? encode(value.*(f.member)) : encode(withoutSecrets(value.*(f.member)));
        usual = Json::array();
      } else if constexpr (std::is_same_v<Member, Text>) {
        member = live_ && f.name == "connection" ? Json(ir::maskConnection(value.*(f.member))) : encode(value.*(f.member));
        usual = encode(defaults.*(f.member));
      } else if constexpr (isPrivileges<T, Member>) member = ir::privilegeWords(value.*(f.member)), usual = "";
      else member = encode(value.*(f.member)), usual = encode(defaults.*(f.member));
      if (member != usual) out[std::string(f.name)] = std::move(member);
    });
    return out;
  }

  ir::Options withoutSecrets(ir::Options options) const {
    if (live_)
      for (Option& option : options)
        if (ir::isSecret(option.name)) option.value = ir::kSecret;
    return options;
  }

  std::unordered_map<const Object*, std::string> ids_;
  bool live_;
};

// --- reading

class Reader {
 public:
  Reader(ir::Schema& schema, const Json& objects) : schema_(schema) {
    for (const Json& entry : objects) {
      const std::string id = entry.at("id").get<std::string>();
      if (!entries_.emplace(id, Entry{&entry, nullptr}).second) throw Unreadable(fmt::format("the object \"{}\" is there twice", id));
    }
  }

  void read(const Json& objects) {
    for (const Json& entry : objects) make(entry.at("id").get<std::string>());
    for (const Json& entry : objects) {
      const std::string id = entry.at("id").get<std::string>();
      try {
        fill(*entries_.at(id).object, entry);
      } catch (const std::exception& error) {  // nlohmann's say the type alone
        throw Unreadable(fmt::format("{}: {}", id, error.what()));
      }
    }
  }

 private:
  struct Entry {
    const Json* json;
    Object* object;
    bool begun = false;
  };

  static ir::Payload payloadOf(Kind kind) {
    switch (kind) {
#define SCHEMAC_KIND(kind, type, label) \
  case Kind::kind: return ir::type{};
#include "ir/kinds.def"
#undef SCHEMAC_KIND
    }
    return std::monostate();
  }

  static Kind kindNamed(const std::string& name) {
#define SCHEMAC_KIND(kind, type, label) \
  if (name == #kind) return Kind::kind;
#include "ir/kinds.def"
#undef SCHEMAC_KIND
    throw Unreadable(fmt::format("there is no kind \"{}\"", name));
  }

  // Wholes before their parts, whatever the order in the file: an object may have moved to a younger schema.
  Object& make(const std::string& id) {
    Entry& entry = entries_.at(id);
    if (entry.object) return *entry.object;
    if (entry.begun) throw Unreadable(fmt::format("\"{}\" is a part of itself", id));
    entry.begun = true;
    const Json& json = *entry.json;
    const Object* parent = nullptr;
    if (json.contains("parent")) {
      const std::string name = json.at("parent").get<std::string>();
      if (!entries_.contains(name)) throw Unreadable(fmt::format("{}: there is no \"{}\"", id, name));
      parent = &make(name);
    }
    const Kind kind = kindNamed(json.at("kind").get<std::string>());
    const Text name = json.contains("name") ? Text(json.at("name").get<std::string>()) : Text();
    // pg_catalog and information_schema are in every Schema.
    const Object* there = kind == Kind::Schema ? schema_.schema(name) : nullptr;
    entry.object = there ? &schema_.edit(*there) : &schema_.create(kind, parent, name, payloadOf(kind));
    return *entry.object;
  }

  void fill(Object& object, const Json& json) {
    object.ordinal = json.at("ordinal").get<int>();
    object.origin = Origin::User;
    if (json.contains("origin")) decode(json.at("origin"), object.origin);
    if (json.contains("derivedFrom")) object.derivedFrom = reference(json.at("derivedFrom"));
    if (json.contains("leadingComment")) object.leadingComment = json.at("leadingComment").get<std::string>();
    if (!json.contains("fields")) return;
    std::visit(
        [&](auto& payload) {
          if constexpr (!std::is_same_v<std::decay_t<decltype(payload)>, std::monostate>) decode(json.at("fields"), payload);
        },
        object.data);
  }

  const Object* reference(const Json& json) const {
    if (json.is_null()) return nullptr;
    const auto found = entries_.find(json.get<std::string>());
    if (found == entries_.end()) throw Unreadable(fmt::format("there is no \"{}\"", json.get<std::string>()));
    return found->second.object;
  }

  void decode(const Json& json, Ref& ref) const { ref.object = reference(json); }
  template <Named T>
  void decode(const Json& json, T& named) const {
    if (json.is_object()) decode(json.at("object"), named.object);
    else named = T(Text(json.get<std::string>()));
  }
  void decode(const Json& json, TypeRef& type) const {
    if (json.is_null()) return;
    decode(json.at("type"), type.type);
    if (json.contains("modifiers")) type.modifiers = json.at("modifiers").get<std::string>();
    type.array = json.value("array", false);
    type.setOf = json.value("setOf", false);
  }
  void decode(const Json& json, Binding& binding) const {
    binding.offset = json.at("offset").get<std::uint32_t>();
    binding.length = json.at("length").get<std::uint32_t>();
    decode(json.at("target"), binding.target);
    decode(json.at("role"), binding.role);
    if (json.contains("spelled")) binding.spelled = json.at("spelled").get<std::string>();
    if (json.contains("columns")) decode(json.at("columns"), binding.columns);
  }
  void decode(const Json& json, Expression& expression) const {
    expression.text = json.at("text").get<std::string>();
    if (json.contains("bindings")) decode(json.at("bindings"), expression.bindings);
    expression.resolved = json.value("resolved", true);
    std::size_t end = 0;  // they are spliced one after the other
    for (const Binding& binding : expression.bindings) {
      if (binding.offset < end || binding.offset + std::size_t{binding.length} > expression.text.view().size())
        throw Unreadable("a name is bound outside of its expression");
      end = binding.offset + std::size_t{binding.length};
    }
  }
  void decode(const Json& json, Option& option) const {
    option.name = json.at("name").get<std::string>();
    option.value = json.at("value").get<std::string>();
  }
  void decode(const Json& json, Text& text) const { text = json.get<std::string>(); }
  template <class T>
    requires std::is_arithmetic_v<T>
  void decode(const Json& json, T& value) const {
    if (std::is_same_v<T, bool> ? !json.is_boolean() : !json.is_number()) throw Unreadable(fmt::format("{} is no value for it", json.dump()));
    value = json.get<T>();
  }
  template <class T>
    requires std::is_enum_v<T>
  void decode(const Json& json, T& value) const {
    const auto known = enumeratorNamed<T>(json.get<std::string>());
    if (!known) throw Unreadable(fmt::format("\"{}\" is no value for it", json.get<std::string>()));
    value = *known;
  }
  template <class T>
  void decode(const Json& json, std::optional<T>& value) const {
    if (!json.is_null()) decode(json, value.emplace());
  }
  template <class T>
  void decode(const Json& json, std::vector<T>& values) const {
    if (!json.is_array()) throw Unreadable("a list is wanted");
    for (const Json& entry : json) decode(entry, values.emplace_back());
  }
  template <ir::Described T>
  void decode(const Json& json, T& value) const {
    std::size_t known = 0;
    ir::forEachField<T>([&](const auto& f) {
      using Member = std::decay_t<decltype(value.*(f.member))>;
      const auto found = json.find(std::string(f.name));
      if (found == json.end()) return;
      ++known;
      if constexpr (isPrivileges<T, Member>) value.*(f.member) = privileges(found->template get<std::string>());
      else decode(*found, value.*(f.member));
    });
    if (known == json.size()) return;
    for (const auto& entry : json.items()) {
      bool named = false;
      ir::forEachField<T>([&](const auto& f) { named = named || f.name == entry.key(); });
      if (!named) throw Unreadable(fmt::format("there is no field \"{}\"", entry.key()));
    }
  }

  static ir::Privileges privileges(const std::string& words) {
    ir::Privileges bits = 0;
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(", ", at), words.size());
      const ir::Privileges bit = ir::privilegeOf(words.substr(at, end - at));
      if (!bit) throw Unreadable(fmt::format("there is no privilege \"{}\"", words.substr(at, end - at)));
      bits |= bit;
      at = end + 2;
    }
    return bits;
  }

  ir::Schema& schema_;
  std::unordered_map<std::string, Entry> entries_;
};

void readUnfollowed(const Json& list, const ir::Source& snapshot, ir::Schema& schema, ir::Diagnostics& diagnostics) {
  for (const Json& entry : list) {
    ir::Unfollowed unfollowed{{}, entry.at("what").get<std::string>(), entry.at("reason").get<std::string>()};
    std::string where;
    if (entry.contains("file")) {
      where = fmt::format(" in {}", entry.at("file").get<std::string>());
      // The place is in a file that is not at hand; its name is what [ignore] unfollowed looks at.
      auto file = std::make_shared<const ir::Source>(ir::Source{entry.at("file").get<std::string>(), ""});
      unfollowed.where.source = file.get();
      schema.sources.push_back(std::move(file));
    }
    diagnostics.add(ir::Code::NotModelled, {}, fmt::format("{}{} is not in the snapshot \"{}\": {}", unfollowed.what, where, snapshot.name, unfollowed.reason));
    schema.unfollowed.push_back(std::move(unfollowed));
  }
}

Snapshot readJson(const Json& json, const ir::Source& source, ir::Diagnostics& diagnostics) {
  const int format = json.at("formatVersion").get<int>();
  if (format != kSnapshotFormat)
    throw Unreadable(fmt::format("its format is {}, schemac {} reads {}", format, format > kSnapshotFormat ? "here is older and" : "no longer reads it but",
                                 kSnapshotFormat));
  Snapshot result;
  result.profile = json.at("profile").get<std::string>();
  const int version = json.at("serverVersion").get<int>();
  result.schema = std::make_unique<ir::Schema>(version);
  ir::Schema& schema = *result.schema;
  schema.live = json.at("live").get<bool>();
  for (const Json& name : json.at("partlyKnown")) schema.partlyKnown.emplace_back(name.get<std::string>());
  Reader(schema, json.at("objects")).read(json.at("objects"));
  readUnfollowed(json.at("unfollowed"), source, schema, diagnostics);
  schema.forget();
  return result;
}

}  // namespace

std::optional<std::string> writeSnapshot(const ir::Schema& schema, const std::string& profile, const std::string& version, ir::Diagnostics& diagnostics) {
  Json head;
  head["format"] = kFormat;
  head["formatVersion"] = kSnapshotFormat;
  head["schemac"] = version;
  head["serverVersion"] = schema.serverVersion;
  head["profile"] = profile;
  head["live"] = schema.live;
  head["partlyKnown"] = Json::array();
  for (const ir::Name name : schema.partlyKnown) head["partlyKnown"].push_back(name.view());
  std::string out = "{\n";
  const Object* at = nullptr;
  try {
    for (const auto& entry : head.items()) out += Json(entry.key()).dump() + ": " + entry.value().dump() + ",\n";
    // A line an object: what differs between two snapshots is seen in any diff.
    const auto list = [&](std::string_view name, const std::vector<std::string>& lines) {
      out += fmt::format("\"{}\": [", name);
      for (std::size_t i = 0; i < lines.size(); ++i) out += (i ? ",\n" : "\n") + lines[i];
      out += lines.empty() ? "]" : "\n]";
    };
    std::vector<std::string> unfollowed, objects;
    for (const ir::Unfollowed& entry : schema.unfollowed) {
      Json line{{"what", entry.what}, {"reason", entry.reason}};
      if (entry.where) line["file"] = entry.where.source->name;
      unfollowed.push_back(line.dump());
    }
    const Writer writer(schema);
    // Wholes before their parts, as they are made again: an object may have moved to a younger schema.
    std::vector<bool> written(schema.objects().size());
    const auto write = [&](const auto& self, const Object& object) -> void {
      if (object.dropped || written[object.serial]) return;
      written[object.serial] = true;
      if (object.parent) self(self, *object.parent);
      at = &object;
      objects.push_back(writer.object(object).dump());
    };
    for (const Object& object : schema.objects()) write(write, object);
    list("unfollowed", unfollowed);
    out += ",\n";
    list("objects", objects);
    return out + "\n}\n";
  } catch (const nlohmann::json::type_error& error) {  // the only one there is: a string that is not UTF-8
    diagnostics.add(ir::Code::CannotWrite, at ? at->location : ir::Location{}, fmt::format("{} cannot be written as JSON: its text is not UTF-8",
                                                                                          at ? ir::describe(*at) : std::string("the schema")));
    return std::nullopt;
  }
}

bool isSnapshot(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text.starts_with('{') && text.substr(0, 200).find(fmt::format("\"{}\"", kFormat)) != std::string_view::npos;
}

std::optional<Snapshot> readSnapshot(const std::shared_ptr<const ir::Source>& source, ir::Diagnostics& diagnostics) {
  diagnostics.keep(source);
  const auto unreadable = [&](ir::Location where, const std::string& why) {
    diagnostics.add(ir::Code::CannotRead, where, fmt::format("cannot read the snapshot \"{}\": {}", source->name, why),
                    "A snapshot is what schemac dump --format snapshot writes.");
    return std::nullopt;
  };
  try {
    const Json json = Json::parse(source->text);
    if (!json.is_object() || json.value("format", std::string()) != kFormat) return unreadable({}, "it is something else");
    return readJson(json, *source, diagnostics);
  } catch (const nlohmann::json::parse_error& error) {
    const auto end = static_cast<std::uint32_t>(std::min(error.byte, source->text.size()));
    return unreadable({source.get(), end ? end - 1 : 0, end}, "it is no JSON from here");
  } catch (const nlohmann::json::exception& error) {
    return unreadable({}, error.what());
  } catch (const Unreadable& error) {
    return unreadable({}, error.what());
  }
}

}  // namespace schemac::parser
