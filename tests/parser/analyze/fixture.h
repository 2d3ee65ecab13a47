#pragma once
// A small hand-made Schema, and SQL bound over it.
#include <memory>
#include <string>

#include "ir/identity.h"
#include "ir/schema.h"
#include "parser/analyze/bind.h"


namespace schemac::tests {

struct Fixture {
  ir::Schema schema{15};
  const ir::Object* app;
  const ir::Object* publicSchema;
  const ir::Object *users, *orders, *mood, *email, *f1, *f2;

  ir::TypeRef type(const char* name, const char* modifiers = "") { return {&schema.builtinType(name), modifiers, false, false}; }
  const ir::Object* column(const ir::Object& table, const char* name, ir::TypeRef type) {
    ir::Column column;
    column.type = type;
    return &schema.make(&table, name, column);
  }
  const ir::Object* function(const ir::Object& home, const char* name, std::vector<ir::TypeRef> inputs, ir::TypeRef result) {
    ir::Function f;
    for (const auto& each : inputs) f.arguments.push_back({ir::ArgumentMode::In, {}, each, {}});
    f.result = result;
    f.language = "sql";
    return &schema.make(&home, name, f);
  }

  Fixture() {
    app = &schema.make(nullptr, "app", ir::Namespace{});
    publicSchema = &schema.make(nullptr, "public", ir::Namespace{});
    mood = &schema.make(app, "mood", ir::Enum{{"sad", "ok"}});
    ir::Domain domain;
    domain.base = type("text");
    email = &schema.make(app, "email", domain);
    users = &schema.make(app, "users", ir::Table{});
    column(*users, "id", type("uuid"));
    column(*users, "email", type("text"));
    column(*users, "name", type("varchar", "50"));
    column(*users, "mood", {mood, "", false, false});
    orders = &schema.make(publicSchema, "orders", ir::Table{});
    column(*orders, "id", type("int8"));
    column(*orders, "user_id", type("uuid"));
    column(*orders, "total", type("numeric", "12,2"));
    column(*orders, "tags", {&schema.builtinType("text"), "", true, false});
    f1 = function(*app, "f", {type("int4")}, type("int4"));
    f2 = function(*app, "f", {type("text")}, type("text"));
    function(*app, "uid", {}, type("uuid"));
  }

  parser::Names names() { return parser::Names(schema, {"app", "public"}); }

  parser::BoundQuery query(std::string_view text) {
    parser::ParseMemory memory;
    const parser::ParsedText parsed = parser::parseQuery(text, memory);
    if (!parsed.node) throw std::runtime_error(parsed.error);
    return parser::bindShifted(parsed, {text, 0, static_cast<std::uint32_t>(text.size()), nullptr, 0}, {}, names());
  }
  // Over the columns of a table.
  parser::Bound expression(std::string_view text, const ir::Object* table) {
    parser::BindScope scope;
    if (table) scope.relations.push_back({table, table->name, true});
    return parser::bindCatalogExpression(text, scope, names());
  }
  std::string rendered(std::string_view text) { return ir::render(query(text).expression); }
  std::string columns(std::string_view text) {
    std::string result;
    for (const auto& column : query(text).columns)
      result += (result.empty() ? "" : ", ") + column.name.str() + " " + (column.type ? ir::formatType(column.type) : "?");
    return result;
  }
};

}  // namespace schemac::tests
