#include "parser/analyze/equality.h"

#include <array>

#include "ir/identity.h"
#include "parser/analyze/analysed.h"
#include "parser/analyze/compare.h"
#include "parser/analyze/evaluate.h"
#include "parser/analyze/sites.h"
#include "parser/sql/parse.h"

#include "parser/sql/pg_nodes.h"

namespace schemac::parser {
namespace {

using ir::Answer;
using ir::Verdict;

using Side = Analysed;

// Reads "FOR VALUES …" or "DEFAULT" as CREATE TABLE … PARTITION OF does.
PartitionBoundSpec* parseBound(const std::string& text, ParseMemory& memory) {
  const ParsedText parsed = parseQuery("CREATE TABLE x PARTITION OF y " + text, memory);
  auto* create = as<CreateStmt>(parsed.node, T_CreateStmt);
  return create ? create->partbound : nullptr;
}

// One text can call different functions on both sides: f(a) is f(integer) here and, after that one is gone, f(bigint) there. Do the calls, in
// the order in which they stand, mean the same functions?
bool sameFunctions(const ir::Expression& a, const ir::Expression& b) {
  const auto called = [](const ir::Expression& e) {
    std::vector<ir::Ref> functions;
    for (const ir::Binding& binding : e.bindings)
      if (binding.target && binding.target->kind == ir::Kind::Function) functions.push_back(binding.target);
    return functions;
  };
  return called(a) == called(b);
}

// DEFAULT 'abcd'::varchar(3) is 'abc', DEFAULT 'abcd' for such a column an error. (Inside of an expression the catalog's text does not tell them apart.)
bool cutsOff(const Typed& tree) {
  if (tree.tag != Tag::Length || !tree.explicitCast || !tree.type.builtin) return false;
  const std::string_view type = tree.type.builtin->name();
  return type == "varchar" || type == "bpchar" || type == "bit" || type == "varbit";
}

std::string otherNames(const std::vector<ir::Name>& a, const std::vector<ir::Name>& b) {
  std::size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
  if (a.size() != b.size() && (i == a.size() || i == b.size())) {
    const bool more = a.size() > b.size();
    return std::string(more ? "a column more: " : "a column less: ") + ir::quoteIdentifier((more ? a : b)[i]);
  }
  return "column " + std::to_string(i + 1) + " is called " + ir::quoteIdentifier(a[i]) + " against " + ir::quoteIdentifier(b[i]);
}

class TypedEquality : public ir::Equality {
 public:
  TypedEquality(const ir::Schema& from, const ir::Schema& to) : from_(from), to_(to), fromPath_(operatorPath(from)), toPath_(operatorPath(to)) {}

  Verdict compare(const ir::Expression& a, const ir::ExpressionSite& siteA, const ir::Expression& b, const ir::ExpressionSite& siteB) const override {
    if (a == b && a.resolved && b.resolved) return {Answer::Equal, {}};
    const std::string left = ir::render(a), right = ir::render(b);
    const bool sameCalls = sameFunctions(a, b);
    if (left == right && sameCalls && (a.resolved || a.text == b.text) && (b.resolved || a.text == b.text)) return {Answer::Equal, {}};
    if (!a.resolved || !b.resolved) return {Answer::Unknown, "a name in it could not be followed"};
    const Site x = siteOf(siteA, a), y = siteOf(siteB, b);
    if (x.form != y.form) return {Answer::Different, "different kinds of expression"};
    ParseMemory memory;
    if (x.form == Site::Body) return compareBodies(left, x, right, y, sameCalls, memory);
    if (x.form == Site::PartitionBound) return compareBounds(left, x, right, y, memory);
    const ParsedText parsedX = x.form == Site::Query ? parseQuery(left, memory) : parseExpression(left, memory);
    const ParsedText parsedY = y.form == Site::Query ? parseQuery(right, memory) : parseExpression(right, memory);
    if (!parsedX.node || !parsedY.node) return {Answer::Unknown, "it cannot be parsed: " + (parsedX.node ? parsedY.error : parsedX.error)};
    const bool namesAgree = x.columnNames == y.columnNames;
    if (sameCalls && equal(parsedX.node, parsedY.node) && namesAgree) return {Answer::Equal, {}};
    Arena arena;
    const Side one = analyse(parsedX.node, x, from_, fromPath_, arena), two = analyse(parsedY.node, y, to_, toPath_, arena);
    const Verdict verdict = compareAnalysed(one, two);
    if (verdict.answer == Answer::Equal && x.target && cutsOff(*one.tree) != cutsOff(*two.tree))
      return {Answer::Different, "a written cast cuts the value off, an implied one does not: " + describe(*one.tree)};
    return verdict;
  }

  // Operators of extensions cannot be spelled with their schema in IN, LIKE, BETWEEN, …: they are looked for wherever extensions are.
  static std::vector<ir::Name> operatorPath(const ir::Schema& schema) {
    std::vector<ir::Name> path;
    for (const ir::Object& object : schema.objects())
      if (object.kind == ir::Kind::Extension && !object.dropped && object.as<ir::Extension>().schema) path.push_back(object.as<ir::Extension>().schema->name);
    return path;
  }

  // Names are qualified by now: the path is empty. Looking names up changes nothing (see Analyzer::type), so constness is kept in fact.
  static Side analyse(Node* node, const Site& site, const ir::Schema& schema, const std::vector<ir::Name>& path, Arena& arena) {
    Side side;
    const Names names(const_cast<ir::Schema&>(schema), {});
    Analyzer analyzer(names, arena, nullptr);
    analyzer.operatorPath = path;
    Scope scope;
    for (const ScopeRelation& relation : site.scope.relations) analyzer.addRelation(scope, relation);
    for (const auto& variable : site.scope.variables) analyzer.variables.push_back({variable.name, analyzer.types().of(variable.type), variable.type.modifiers});
    if (site.form == Site::Query) {
      const QueryResult result = analyzer.statement(node, scope.items.empty() ? nullptr : &scope);
      side.tree = result.tree;
      if (!result.columnsKnown) analyzer.troubled("columns that are not known");
      for (const Output& column : result.columns) side.columnTypes += Types::displayName(column.type) + "(" + column.modifiers.str() + ") ";
      side.columnNames = site.columnNames;
      if (side.columnNames.size() != result.columns.size()) {
        side.columnNames.clear();
        for (const Output& column : result.columns) side.columnNames.push_back(column.name);
      }
    } else {
      side.tree = analyzer.expression(node, scope);
      if (site.boolean) side.tree = analyzer.coerced(side.tree, analyzer.known().boolean, {}, CastContext::Assignment);
      else if (site.target) side.tree = analyzer.coerced(side.tree, analyzer.types().of(site.target), site.target.modifiers, CastContext::Assignment);
    }
    side.trouble = analyzer.trouble();
    return side;
  }


 private:
  Verdict compareBounds(const std::string& left, const Site& x, const std::string& right, const Site& y, ParseMemory& memory) const {
    PartitionBoundSpec* a = parseBound(left, memory);
    PartitionBoundSpec* b = parseBound(right, memory);
    if (!a || !b) return {Answer::Unknown, "a partition bound that cannot be parsed"};
    if (equal(a, b)) return {Answer::Equal, {}};
    if (a->strategy != b->strategy || a->is_default != b->is_default || a->modulus != b->modulus || a->remainder != b->remainder) return {Answer::Different, "another partition bound"};
    Arena arena;
    const auto lists = [](PartitionBoundSpec* spec) { return std::array<List*, 3>{spec->listdatums, spec->lowerdatums, spec->upperdatums}; };
    const auto ofA = lists(a), ofB = lists(b);
    for (std::size_t which = 0; which < ofA.size(); ++which) {
      if (list_length(ofA[which]) != list_length(ofB[which])) return {Answer::Different, "another partition bound"};
      for (int i = 0; i < list_length(ofA[which]); ++i) {
        const std::size_t key = which == 0 ? 0 : static_cast<std::size_t>(i);
        const auto value = [&](List* list, const Site& site, const ir::Schema& schema, const std::vector<ir::Name>& path) {
          auto* node = static_cast<Node*>(list_nth(list, i));
          Site own;
          if (site.partitioned) {
            const auto& keys = site.partitioned->as<ir::Table>().partitionKey;
            if (key < keys.size() && keys[key].column) own.target = keys[key].column->as<ir::Column>().type;
            else if (key < keys.size() && keys[key].expression) own.target = typeOfKey(*keys[key].expression, *site.partitioned, schema, path, memory);
          }
          auto* reference = as<ColumnRef>(node, T_ColumnRef);
          if (reference) {
            Side side;
            side.tree = arena.make(Tag::Variable);
            side.tree->text = strVal(linitial(reference->fields));  // MINVALUE, MAXVALUE
            return side;
          }
          Side side = analyse(node, own, schema, path, arena);
          if (!own.target && side.trouble.empty()) side.trouble = "a partition key that is an expression";
          side.tree = evaluated(side.tree, arena, knownTypes(schema.serverVersion));
          return side;
        };
        const Side one = value(ofA[which], x, from_, fromPath_), two = value(ofB[which], y, to_, toPath_);
        const Verdict verdict = compareTyped(*one.tree, *two.tree);
        const auto computed = [](const Typed& tree) { return tree.tag != Tag::Constant && tree.tag != Tag::Null && tree.tag != Tag::Variable; };
        if (verdict.answer == Answer::Different && (computed(*one.tree) || computed(*two.tree))) return {Answer::Unknown, "a partition bound that the server computes: " + verdict.reason};
        if (verdict.answer != Answer::Equal) return verdict;
        for (const Side* side : {&one, &two})
          if (!side->trouble.empty()) return {Answer::Unknown, side->trouble};
      }
    }
    return {Answer::Equal, {}};
  }

  static ir::TypeRef typeOfKey(const ir::Expression& key, const ir::Object& table, const ir::Schema& schema, const std::vector<ir::Name>& path, ParseMemory& memory) {
    const ParsedText parsed = parseExpression(ir::render(key), memory);
    if (!parsed.node) return {};
    Site site;
    site.scope.relations.push_back({&table, table.name, true});
    Arena arena;
    const Side side = analyse(parsed.node, site, schema, path, arena);
    return Types(schema).reference(side.tree->type, side.tree->modifiers, const_cast<ir::Schema&>(schema));
  }

  // RETURN … and BEGIN ATOMIC … END, statement by statement.
  Verdict compareBodies(const std::string& left, const Site& x, const std::string& right, const Site& y, bool sameCalls, ParseMemory& memory) const {
    Node* a = parseBody(left, memory);
    Node* b = parseBody(right, memory);
    if (!a || !b) return {Answer::Unknown, "a body that cannot be parsed"};
    if (sameCalls && equal(a, b)) return {Answer::Equal, {}};
    const std::vector<Node*> before = statementsOf(a), after = statementsOf(b);
    if (nodeTag(a) != nodeTag(b) || before.size() != after.size()) return {Answer::Different, "another number of statements"};
    Verdict all{Answer::Equal, {}};
    for (std::size_t i = 0; i < before.size(); ++i) {
      Arena arena;
      const Side one = analyseStatement(before[i], x, from_, fromPath_, arena), two = analyseStatement(after[i], y, to_, toPath_, arena);
      Verdict verdict = compareTyped(*one.tree, *two.tree);
      if (verdict.answer == Answer::Equal && one.columnTypes != two.columnTypes) return {Answer::Different, "columns of other types"};
      for (const Side* side : {&one, &two})
        if (verdict.answer == Answer::Equal && !side->trouble.empty()) verdict = {Answer::Unknown, side->trouble};
      if (verdict.answer == Answer::Different) return verdict;
      if (verdict.answer == Answer::Unknown) all = verdict;
    }
    return all;
  }

  static Node* parseBody(const std::string& text, ParseMemory& memory) {
    const ParsedText parsed = parseQuery("CREATE FUNCTION x() RETURNS int LANGUAGE sql " + text, memory);
    auto* create = as<CreateFunctionStmt>(parsed.node, T_CreateFunctionStmt);
    return create ? create->sql_body : nullptr;
  }

  static std::vector<Node*> statementsOf(Node* body) {
    if (nodeTag(body) != T_List) return {body};
    std::vector<Node*> statements;
    for (Node* statement : each<Node>(static_cast<List*>(linitial(reinterpret_cast<List*>(body))))) statements.push_back(statement);
    return statements;
  }

  // RETURN x is SELECT x (transformReturnStmt); its result is coerced when it is called.
  static Side analyseStatement(Node* node, const Site& site, const ir::Schema& schema, const std::vector<ir::Name>& path, Arena& arena) {
    SelectStmt select{};
    ResTarget target{};
    List targets{};
    ListCell cell{};
    if (auto* returned = as<ReturnStmt>(node, T_ReturnStmt)) {
      target.type = T_ResTarget;
      target.val = returned->returnval;
      target.location = -1;
      cell.ptr_value = &target;
      targets.type = T_List;
      targets.length = targets.max_length = 1;
      targets.elements = &cell;
      select.type = T_SelectStmt;
      select.targetList = &targets;
      node = reinterpret_cast<Node*>(&select);
    }
    Side side;
    const Names names(const_cast<ir::Schema&>(schema), {});
    Analyzer analyzer(names, arena, nullptr);
    analyzer.operatorPath = path;
    analyzer.functionName = site.scope.functionName;
    for (const auto& variable : site.scope.variables) analyzer.variables.push_back({variable.name, analyzer.types().of(variable.type), variable.type.modifiers});
    const QueryResult result = analyzer.statement(node, nullptr);
    side.tree = result.tree;
    if (!result.columnsKnown) analyzer.troubled("columns that are not known");
    for (const Output& column : result.columns) side.columnTypes += Types::displayName(column.type) + "(" + column.modifiers.str() + ") ";
    side.trouble = analyzer.trouble();
    return side;
  }

  const ir::Schema& from_;
  const ir::Schema& to_;
  std::vector<ir::Name> fromPath_, toPath_;
};

}  // namespace

Verdict compareAnalysed(const Analysed& a, const Analysed& b) {
  if (!a.tree || !b.tree) return {Answer::Unknown, a.tree ? b.trouble : a.trouble};
  if (a.columnNames != b.columnNames) return {Answer::Different, otherNames(a.columnNames, b.columnNames)};
  const Verdict verdict = compareTyped(*a.tree, *b.tree);
  if (verdict.answer == Answer::Different) return verdict;
  if (a.columnTypes != b.columnTypes) return {Answer::Different, "columns of other types: " + a.columnTypes + "against " + b.columnTypes};
  for (const Analysed* side : {&a, &b})
    if (!side->trouble.empty()) return {Answer::Unknown, side->trouble};
  return verdict;
}

Analysed analysed(const ir::Expression& expression, const ir::ExpressionSite& where, const ir::Schema& schema, Arena& arena, ParseMemory& memory) {
  const Site site = siteOf(where, expression);
  const std::string text = ir::render(expression);
  const ParsedText parsed = site.form == Site::Query ? parseQuery(text, memory) : parseExpression(text, memory);
  Analysed side;
  if (parsed.node) side = TypedEquality::analyse(parsed.node, site, schema, TypedEquality::operatorPath(schema), arena);
  else side.trouble = parsed.error;
  if (!expression.resolved && side.trouble.empty()) side.trouble = "a name in it could not be followed";
  return side;
}

std::unique_ptr<ir::Equality> makeEquality(const ir::Schema& from, const ir::Schema& to) { return std::make_unique<TypedEquality>(from, to); }

}  // namespace schemac::parser
