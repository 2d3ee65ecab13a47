#include "parser/analyze/bind.h"

#include "ir/identity.h"
#include "parser/analyze/analyzer.h"

namespace schemac::parser {
namespace {

void enter(Analyzer& analyzer, Scope& scope, const BindScope& given) {
  for (const ScopeRelation& relation : given.relations) analyzer.addRelation(scope, relation);
  for (const BindScope::Variable& variable : given.variables)
    analyzer.variables.push_back({variable.name, analyzer.types().of(variable.type), variable.type.modifiers});
  analyzer.functionName = given.functionName;
}

// A constant or keyword value names nothing.
bool namesNothing(Node* node) {
  switch (nodeTag(node)) {
    case T_A_Const: case T_SQLValueFunction: case T_SetToDefault: return true;
    default: return false;
  }
}

Bound bindNode(Node* node, const Slice& slice, int shift, const BindScope& given, const Names& names) {
  Bound result;
  Recorder recorder(slice, shift);
  Arena arena;
  Analyzer analyzer(names, arena, &recorder);
  const Type target = given.target ? analyzer.types().of(given.target) : Type();
  // 'a' for a column of an enum type is a label of it, 't' for one of regclass is a table.
  const Type base = target ? analyzer.types().base(target) : Type();
  const bool label = target && (analyzer.types().isEnum(base) || analyzer.types().isArray(base) || (base.builtin && base.builtin->name().starts_with("reg")));
  if (namesNothing(node) && !label) {
    result.expression = recorder.expression();
    Scope none;
    const Typed* value = analyzer.expression(node, none);
    if (value->type != analyzer.known().unknown) result.type = analyzer.types().reference(value->type, value->modifiers, names.schema());
    return result;
  }
  Scope scope;
  enter(analyzer, scope, given);
  Typed* value = analyzer.expression(node, scope);
  if (target) analyzer.coerced(value, target, given.target.modifiers, CastContext::Assignment);
  result.expression = recorder.expression();
  if (value->type && value->type != analyzer.known().unknown) result.type = analyzer.types().reference(value->type, value->modifiers, names.schema());
  result.unresolved = std::move(recorder.unresolvedNames);
  return result;
}

BoundQuery bindQueryNode(Node* node, const Slice& slice, int shift, const BindScope& given, const Names& names) {
  BoundQuery result;
  Recorder recorder(slice, shift);
  Arena arena;
  Analyzer analyzer(names, arena, &recorder);
  Scope outer;
  enter(analyzer, outer, given);
  const bool hasOuter = !outer.items.empty();
  const QueryResult query = analyzer.statement(node, hasOuter ? &outer : nullptr);
  result.expression = recorder.expression();
  result.columnsKnown = query.columnsKnown;
  for (const Output& column : query.columns) {
    OutputColumn made;
    made.name = column.name;
    made.type = analyzer.types().reference(column.type, column.modifiers, names.schema());
    if (column.source) made.collation = column.source->as<ir::Column>().collation;
    result.columns.push_back(std::move(made));
  }
  result.unresolved = std::move(recorder.unresolvedNames);
  return result;
}

}  // namespace

Bound bindExpression(Node* node, const Slice& slice, const BindScope& scope, const Names& names) { return bindNode(node, slice, 0, scope, names); }

BoundQuery bindQuery(Node* query, const Slice& slice, const BindScope& scope, const Names& names) { return bindQueryNode(query, slice, 0, scope, names); }

BoundQuery bindShifted(const ParsedText& parsed, const Slice& slice, const BindScope& scope, const Names& names) {
  return bindQueryNode(parsed.node, slice, parsed.shift, scope, names);
}

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ';' || text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  return text;
}

template <class Result>
Result unparsed(std::string_view text, const std::string& error) {
  Result result;
  result.expression.text = text;
  result.expression.resolved = false;
  result.unresolved.push_back({UnresolvedName::Other, std::string(text), error, "", 0, false});
  return result;
}

}  // namespace

Bound bindCatalogExpression(std::string_view text, const BindScope& scope, const Names& names) {
  text = trimmed(text);
  ParseMemory memory;
  const ParsedText parsed = parseExpression(text, memory);
  if (!parsed.node) return unparsed<Bound>(text, parsed.error);
  const Slice slice{text, 0, static_cast<std::uint32_t>(text.size()), nullptr, 0};
  return bindNode(parsed.node, slice, parsed.shift, scope, names);
}

BoundQuery bindCatalogQuery(std::string_view text, const Names& names, const BindScope& scope) {
  text = trimmed(text);
  ParseMemory memory;
  const ParsedText parsed = parseQuery(text, memory);
  if (!parsed.node) return unparsed<BoundQuery>(text, parsed.error);
  const Slice slice{text, 0, static_cast<std::uint32_t>(text.size()), nullptr, 0};
  return bindQueryNode(parsed.node, slice, parsed.shift, scope, names);
}

}  // namespace schemac::parser
