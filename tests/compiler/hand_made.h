#pragma once
// Schemas made by hand, and plans as text.
#include <memory>
#include <string>
#include <vector>

#include "compiler/compile.h"
#include "ir/identity.h"

namespace schemac::test {

// Texts differ, so they are different: what the compiler must work with before anything analyses them.
class ByText : public ir::Equality {
 public:
  ir::Verdict compare(const ir::Expression&, const ir::ExpressionSite&, const ir::Expression&, const ir::ExpressionSite&) const override {
    return {ir::Answer::Different, "other text"};
  }
};

// An expression with names in braces, bound to what stands there: expr("{} = {}", {&a, &f}) with the names as they are.
ir::Expression expr(const std::string& text, const std::vector<const ir::Object*>& names = {});

// A schema with public in it, and short ways to put things there.
struct Hand {
  explicit Hand(int version = 17) : schema(std::make_shared<ir::Schema>(version)), space(&schema->make(nullptr, "public", ir::Namespace{})) {
    schema->edit(*space).origin = ir::Origin::Platform;
  }
  ir::TypeRef type(const char* name) { return {&schema->builtinType(name), {}}; }
  template <class T>
  ir::Object& add(const ir::Object* parent, const char* name, T data) { return schema->make(parent, name, std::move(data)); }
  ir::Object& table(const char* name, const std::vector<const char*>& columns = {"id"}) {
    ir::Table t;
    t.replicaIdentity = "default";
    ir::Object& made = add(space, name, std::move(t));
    for (const char* c : columns) column(made, c);
    return made;
  }
  ir::Object& column(ir::Object& table, const char* name, ir::TypeRef type = {}) {
    ir::Column c;
    c.type = type ? type : this->type("int4");
    c.local = true;
    return add(&table, name, std::move(c));
  }
  // With its index, as PostgreSQL makes it.
  ir::Object& key(ir::Object& table, const char* name, std::vector<const char*> columns, bool primary = true) {
    ir::Key k;
    k.primary = primary;
    for (const char* c : columns) k.columns.push_back(ir::columnOf(table, c));
    ir::Object& made = add(&table, name, std::move(k));
    ir::Index index;
    index.unique = true;
    index.constraint = &made;
    for (const char* c : columns) index.elements.push_back({ir::columnOf(table, c), {}, {}, {}, {}, false, false, {}});
    ir::Object& carried = add(&table, name, std::move(index));
    carried.derivedFrom = &made;
    return made;
  }
  ir::Object& foreignKey(ir::Object& table, const char* name, const char* column, ir::Object& other, const char* references, bool named = true) {
    ir::ForeignKey f;
    f.columns = {ir::columnOf(table, column)};
    f.table = &other;
    f.references = {ir::columnOf(other, references)};
    f.named = named;
    return add(&table, name, std::move(f));
  }
  ir::Object& index(ir::Object& table, const char* name, const char* column, bool named = true) {
    ir::Index i;
    i.elements.push_back({ir::columnOf(table, column), {}, {}, {}, {}, false, false, {}});
    i.named = named;
    return add(&table, name, std::move(i));
  }
  ir::Object& function(const char* name, std::vector<const ir::Object*> uses = {}, const char* body = "select 1") {
    ir::Function f;
    f.language = "sql";
    f.body = body;
    f.result = type("bool");
    for (const auto* u : uses) f.uses.push_back(u);
    return add(space, name, std::move(f));
  }
  // Its columns are those named, of int4.
  ir::Object& view(const char* name, ir::Expression query, const std::vector<const char*>& columns = {"id"}) {
    ir::View v;
    v.query = std::move(query);
    ir::Object& made = add(space, name, std::move(v));
    for (const char* c : columns) column(made, c).derivedFrom = &made;
    return made;
  }
  ir::Object& policy(ir::Object& table, const char* name, ir::Expression usingExpression, std::vector<ir::Name> roles = {"public"}) {
    ir::Policy p;
    p.roles = std::move(roles);
    p.usingExpression = std::move(usingExpression);
    return add(&table, name, std::move(p));
  }
  ir::Object& grant(ir::Object& object, const char* grantee, ir::Privileges held, ir::Privileges written = 0, ir::Privileges platform = 0) {
    return add(&object, grantee, ir::Grant{held, 0, written, platform});
  }

  std::shared_ptr<ir::Schema> schema;
  ir::Object* space;
};

struct Result {
  std::optional<ir::Plan> plan;
  ir::Diagnostics diagnostics;
  // A line a step: "create table public.a (column public.a.id, …)", segments divided by "--".
  std::vector<std::string> steps;
  std::string text() const;
  bool hazard(const std::string& code) const;
};
std::unique_ptr<Result> plan(const Hand& from, const Hand& to, compiler::Options options = {});
std::vector<std::string> stepsOf(const ir::Plan& plan);

}  // namespace schemac::test
