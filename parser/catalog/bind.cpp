// What the names in the catalog's expressions mean: bound when every object is there, with the empty search path they were printed under.
#include "ir/identity.h"
#include "parser/analyze/bind.h"
#include "parser/catalog/reader.h"
#include "parser/sql/rule_text.h"
#include "parser/sql/settings.h"

namespace schemac::parser::catalog {
namespace {

using ir::Kind;
using ir::Object;

BindScope tableScope(const Object& table) { return BindScope{{ScopeRelation{&table, table.name, true}}, {}, {}, {}}; }


// The bindings of a piece of a text, as bindings of the whole: the piece stands `shift` bytes into it.
void append(ir::Expression& whole, const ir::Expression& piece, std::size_t shift) {
  for (ir::Binding binding : piece.bindings) {
    binding.offset += static_cast<std::uint32_t>(shift);
    whole.bindings.push_back(std::move(binding));
  }
  whole.resolved = whole.resolved && piece.resolved;
}

// pg_get_function_sqlbody: "RETURN expression" or "BEGIN ATOMIC statement; … END".
ir::Expression bindSqlBody(ir::Text text, const BindScope& scope, const Names& names) {
  constexpr std::string_view returns = "RETURN ", begins = "BEGIN ATOMIC";
  const std::string_view body = text;
  ir::Expression whole{text, {}, {}, true};
  if (body.starts_with(returns)) {
    append(whole, bindCatalogExpression(body.substr(returns.size()), scope, names).expression, returns.size());
    return whole;
  }
  for (const std::string_view part : splitList(body.substr(std::min(begins.size(), body.size())), ';')) {
    const std::size_t shift = static_cast<std::size_t>(part.data() - body.data());
    if (part.empty() || part == "END") continue;
    if (part.starts_with(returns)) {
      append(whole, bindCatalogExpression(part.substr(returns.size()), scope, names).expression, shift + returns.size());
      continue;
    }
    ParseMemory memory;
    const ParsedText parsed = parseQuery(part, memory);
    const Slice slice{part, 0, static_cast<std::uint32_t>(part.size()), nullptr, 0};
    if (parsed.node) append(whole, bindShifted(parsed, slice, scope, names).expression, shift);
    else whole.resolved = false;
  }
  return whole;
}

class Binder {
 public:
  explicit Binder(Reader& reader) : reader_(reader), names_(reader.schema, {}) {}

  void bind(Object& object) {
    switch (object.kind) {
      case Kind::Default: return expression(std::get<ir::Default>(object.data).value, {});
      case Kind::Column: return maybe(std::get<ir::Column>(object.data).generation, tableScope(*object.parent));
      case Kind::Check: return check(object);
      case Kind::Domain: return maybe(std::get<ir::Domain>(object.data).defaultValue, {});
      case Kind::Table: return partitionKey(object);
      case Kind::Index: return elements(object, std::get<ir::Index>(object.data));
      case Kind::Exclusion: return elements(object, std::get<ir::Exclusion>(object.data));
      case Kind::View: return query(std::get<ir::View>(object.data).query);
      case Kind::MaterializedView: return query(std::get<ir::MaterializedView>(object.data).query);
      case Kind::Trigger: return trigger(object);
      case Kind::Policy: return policy(object);
      case Kind::PublicationMember: return member(object);
      case Kind::Function: return function(object);
      case Kind::Rule: return rule(object);
      case Kind::Statistics: return statistics(object);
      default: return;
    }
  }

 private:
  // 'constant'::type of a built-in type that is no name of an object.
  static bool isConstant(std::string_view text) {
    const std::size_t end = text.starts_with('\'') ? text.find('\'', 1) : std::string_view::npos;
    if (end == std::string_view::npos || !text.substr(end + 1).starts_with("::")) return false;
    const std::string_view type = text.substr(end + 3);
    return !type.starts_with("reg") && type.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789 []()") == std::string_view::npos;
  }

  // Most defaults are like that, and need no parser.
  static bool namesNothing(std::string_view text) {
    return text == "now()" || text == "true" || text == "false" || text.find_first_not_of("0123456789.-") == std::string_view::npos ||
           text == "CURRENT_TIMESTAMP" || text == "gen_random_uuid()" || isConstant(text);
  }

  // nextval('schema.name'::regclass) with plain names: what every serial column has.
  bool nextValue(ir::Expression& text) const {
    constexpr std::string_view before = "nextval('", after = "'::regclass)";
    std::string_view name = text.text;
    if (!name.starts_with(before) || !name.ends_with(after) || name.size() < before.size() + after.size()) return false;
    name = name.substr(before.size(), name.size() - before.size() - after.size());
    if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") != std::string_view::npos) return false;
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos || name.find('.', dot + 1) != std::string_view::npos) return false;
    const Object* const sequence = names_.relation(name.substr(0, dot), name.substr(dot + 1));
    if (!sequence) return false;
    text.bindings = {{static_cast<std::uint32_t>(before.size() - 1), static_cast<std::uint32_t>(name.size() + 2), sequence,
                      ir::BindingRole::Literal, "regclass", {}}};
    return true;
  }

  void expression(ir::Expression& text, const BindScope& scope) {
    if (text.empty() || namesNothing(text.text) || nextValue(text)) return;
    take(text, bindCatalogExpression(text.text, scope, names_).expression);
  }
  void maybe(std::optional<ir::Expression>& text, const BindScope& scope) {
    if (text) expression(*text, scope);
  }
  void query(ir::Expression& text) {
    if (!text.empty()) take(text, bindCatalogQuery(text.text, names_).expression);
  }
  void take(ir::Expression& text, ir::Expression bound) const {
    bound.location = reader_.location;
    text = std::move(bound);
  }

  void check(Object& object) {
    BindScope scope = tableScope(*object.parent);
    if (const auto* domain = object.parent->get<ir::Domain>()) {
      scope.relations.clear();
      scope.variables.push_back({"value", domain->base});
    }
    expression(std::get<ir::Check>(object.data).expression, scope);
  }

  void partitionKey(Object& object) {
    for (ir::PartitionElement& element : std::get<ir::Table>(object.data).partitionKey) maybe(element.expression, tableScope(object));
  }

  template <class Indexed>
  void elements(const Object& object, Indexed& data) {
    for (ir::IndexElement& element : data.elements) maybe(element.expression, tableScope(*object.parent));
    maybe(data.predicate, tableScope(*object.parent));
  }

  void trigger(Object& object) {
    BindScope scope;
    for (const char* alias : {"new", "old"}) scope.relations.push_back({object.parent, alias, false});
    maybe(std::get<ir::Trigger>(object.data).when, scope);
  }

  void policy(Object& object) {
    auto& data = std::get<ir::Policy>(object.data);
    maybe(data.usingExpression, tableScope(*object.parent));
    maybe(data.checkExpression, tableScope(*object.parent));
  }

  void rule(Object& object) {
    auto& data = std::get<ir::Rule>(object.data);
    const BindScope scope = ruleScope(*object.parent, data.event);
    maybe(data.condition, scope);
    for (ir::Expression& action : data.actions) take(action, bindCatalogQuery(action.text, names_, scope).expression);
  }

  void statistics(Object& object) {
    auto& data = std::get<ir::Statistics>(object.data);
    for (ir::StatisticsElement& element : data.elements) maybe(element.expression, tableScope(*data.table));
  }

  void member(Object& object) {
    auto& data = std::get<ir::PublicationMember>(object.data);
    if (data.table) maybe(data.filter, tableScope(*data.table));
  }

  void function(Object& object) {
    auto& data = std::get<ir::Function>(object.data);
    BindScope scope;
    scope.functionName = object.name;
    for (ir::Argument& argument : data.arguments) {
      maybe(argument.defaultValue, {});
      if (isInput(argument)) scope.variables.push_back({argument.name, argument.type});
    }
    if (data.sqlBody) take(*data.sqlBody, bindSqlBody(data.sqlBody->text, scope, names_));
    else if (data.language == "sql" || data.language == "plpgsql") data.uses = bodyUses(data.body, data.language.view(), scope, pathOf(data));
    std::erase_if(data.uses, [&](const ir::Ref& use) { return use.object == &object; });
  }

  // A body's names are looked up when it runs: through its own search_path, or whatever the session has, which is public nearly always.
  Names pathOf(const ir::Function& function) const {
    std::vector<ir::Name> path{"public"};
    if (reader_.supabase()) path.emplace_back("extensions");
    for (const ir::Option& setting : function.settings)
      if (setting.name == "search_path") path = splitIdentifiers(setting.value);
    return Names(reader_.schema, std::move(path));
  }

  Reader& reader_;
  Names names_;
};

}  // namespace

void Reader::bindAll() {
  Binder binder(*this);
  // The objects of built-in types and functions that binding makes come after those that are read.
  const std::size_t count = schema.objects().size();
  for (std::size_t i = 0; i < count; ++i) {
    const Object& object = schema.objects()[i];
    if (object.origin != ir::Origin::Extension && object.origin != ir::Origin::BuiltIn) binder.bind(const_cast<Object&>(object));
  }
}

}  // namespace schemac::parser::catalog
