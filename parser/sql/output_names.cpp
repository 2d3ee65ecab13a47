#include "parser/sql/output_names.h"

#include <algorithm>

#include "ir/identity.h"
#include "parser/analyze/recorder.h"
#include "parser/sql/parse.h"
#include "parser/sql/pg_nodes.h"

namespace schemac::parser {
namespace {

using ir::Binding;
using ir::BindingRole;

// The places in the text of a query where a column reference is an output column of its own name: the offset behind it.
struct Outputs {
  std::string_view text;
  int shift;
  std::vector<std::uint32_t> ends;
};

bool collectOutputs(Node* node, void* context) {
  auto* outputs = static_cast<Outputs*>(context);
  if (!node) return false;
  if (auto* select = as<SelectStmt>(node, T_SelectStmt)) {
    for (ResTarget* target : each<ResTarget>(select->targetList)) {
      const auto* column = target->name || !target->val ? nullptr : as<ColumnRef>(target->val, T_ColumnRef);
      if (!column) continue;
      const auto parts = lex::dotted(outputs->text, static_cast<std::uint32_t>(column->location - outputs->shift), list_length(column->fields));
      if (!parts.empty()) outputs->ends.push_back(parts.back().end);
    }
  }
  return raw_expression_tree_walker(node, collectOutputs, context);
}

// Writes an expression anew with pieces between what stays.
class Splicer {
 public:
  explicit Splicer(const ir::Expression& expression) : from_(expression) {}

  void keepUntil(std::uint32_t offset) {
    text_ += from_.text.view().substr(at_, offset - at_);
    at_ = offset;
  }
  void keep(const Binding& binding) {
    keepUntil(binding.offset);
    bindings_.push_back(binding);
    bindings_.back().offset = size();
    keepUntil(binding.offset + binding.length);
  }
  void skip(const Binding& binding) {
    keepUntil(binding.offset);
    at_ = binding.offset + binding.length;
  }
  void add(std::string_view text) { text_ += text; }
  void addName(const ir::Object& object, BindingRole role) {
    const std::string name = ir::quoteIdentifier(object.name);
    Binding binding;
    binding.offset = size();
    binding.length = static_cast<std::uint32_t>(name.size());
    binding.target = object;
    binding.role = role;
    bindings_.push_back(std::move(binding));
    text_ += name;
  }
  ir::Expression result() {
    keepUntil(static_cast<std::uint32_t>(from_.text.view().size()));
    ir::Expression made = from_;
    made.text = text_;
    made.bindings = std::move(bindings_);
    return made;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  const ir::Expression& from_;
  std::string text_;
  std::vector<Binding> bindings_;
  std::uint32_t at_ = 0;
};

std::string asName(const ir::Object& column) { return " as " + ir::quoteIdentifier(column.name); }

// The columns that a star stood for, one by one.
void spellStar(Splicer& out, const Binding& star, const ir::Object& renamed) {
  out.skip(star);
  if (!star.length) out.add(", ");
  if (star.columns.empty()) return out.add(star.spelled.view());
  for (const ir::Ref& column : star.columns) {
    if (&column != &star.columns.front()) out.add(", ");
    if (star.spelled == ".") out.addName(*star.target, BindingRole::Qualifier), out.add(".");
    else out.add(star.spelled.view());
    out.addName(*column, BindingRole::Column);
    if (column.object == &renamed) out.add(asName(renamed));
  }
}

ir::Expression withNames(const ir::Expression& query, const ir::Object& column) {
  ParseMemory memory;
  const std::string text(query.text.view());
  const ParsedText parsed = parseQuery(text, memory);
  Outputs outputs{text, parsed.shift, {}};
  if (parsed.node) collectOutputs(parsed.node, &outputs);
  Splicer out(query);
  for (const Binding& binding : query.bindings) {
    const bool named = std::any_of(binding.columns.begin(), binding.columns.end(), [&](const ir::Ref& c) { return c.object == &column; });
    if (binding.role == BindingRole::Star && named) {
      spellStar(out, binding, column);
      continue;
    }
    out.keep(binding);
    const bool output = std::find(outputs.ends.begin(), outputs.ends.end(), binding.offset + binding.length) != outputs.ends.end();
    if (output && binding.length && binding.role == BindingRole::Column && binding.target.object == &column) out.add(asName(column));
  }
  return out.result();
}

template <class T>
void keepIn(ir::Schema& schema, const ir::Object& user, const ir::Object& column) {
  ir::Expression query = withNames(user.as<T>().query, column);
  if (!(query == user.as<T>().query)) schema.edit<T>(user).query = std::move(query);
}

}  // namespace

void keepOutputNames(Replay& replay, const ir::Object& column) {
  for (const ir::Object* user : replay.schema.dependents(column)) {
    if (user->kind == ir::Kind::View) keepIn<ir::View>(replay.schema, *user, column);
    if (user->kind == ir::Kind::MaterializedView) keepIn<ir::MaterializedView>(replay.schema, *user, column);
  }
}

}  // namespace schemac::parser
