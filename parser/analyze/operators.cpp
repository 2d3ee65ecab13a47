// Which operator a name means for its operands: parse_oper.c.
#include <algorithm>
#include <unordered_map>

#include "parser/analyze/analyzer.h"
#include "parser/analyze/candidates.h"

namespace schemac::parser {

namespace {

struct OperatorCandidate {
  Type arguments[2];
  const ir::builtins::Operator* op;  // null: the user's own
  const ir::Object* owner;           // the extension it is of, or the user's Operator; null of PostgreSQL's
  Type result;
};

using Owners = std::vector<std::pair<ir::Name, const ir::builtins::Extension*>>;

// The known extensions that have an operator of that name.
const Owners& extensionsWithOperator(std::string_view symbol) {
  static const std::unordered_map<std::string_view, Owners> all = [] {
    std::unordered_map<std::string_view, Owners> result;
    for (const auto& extension : ir::builtins::extensions())
      for (const auto& op : extension.operators()) {
        Owners& owners = result[op.name()];
        if (owners.empty() || owners.back().second != &extension) owners.emplace_back(extension.name(), &extension);
      }
    return result;
  }();
  static const Owners none;
  const auto found = all.find(symbol);
  return found == all.end() ? none : found->second;
}

// Of an OperatorChoice.
const auto nameOf = [](const auto& choice) { return choice.op ? choice.op->name() : choice.extension->name.view(); };

}  // namespace

std::optional<Analyzer::OperatorChoice> Analyzer::chooseOperator(const std::vector<ir::Name>& name, Type left, Type right, int location) {
  const KnownTypes& k = known();
  const bool binary = left || right ? static_cast<bool>(left) : false;
  const ir::Name schemaName = name.size() > 1 ? name[name.size() - 2] : ir::Name();
  const std::string_view symbol = name.back();
  // Almost always pg_catalog has exactly that operator: the rest of the path comes after it.
  if ((schemaName.empty() || schemaName == "pg_catalog") && right.builtin && (!binary || left.builtin)) {
    const Type first = binary ? (left == k.unknown ? right : left) : Type{}, second = binary && right == k.unknown ? left : right;
    const auto plain = [](Type type) { return type.builtin->schema() == "pg_catalog" ? type.builtin->name() : std::string_view("?"); };
    if (second != k.unknown)
      if (const auto* op = ir::builtins::findOperator(symbol == "!=" ? "<>" : symbol, binary ? plain(first) : std::string_view(), plain(second), types_.version()))
        return OperatorChoice{op, nullptr, first, second, types_.builtin(op->resultType())};
  }
  std::vector<OperatorCandidate> all;
  if (schemaName.empty() || schemaName == "pg_catalog")
    for (const auto& op : ir::builtins::operatorsNamed(symbol == "!=" ? "<>" : symbol, types_.version()))
      if (op.leftType().empty() != binary) {
        OperatorCandidate candidate{{binary ? types_.builtin(op.leftType()) : Type{}, types_.builtin(op.rightType())}, &op, nullptr, types_.builtin(op.resultType())};
        all.push_back(candidate);
      }
  if (schemaName != "pg_catalog") {
    for (const auto& [extensionName, facts] : extensionsWithOperator(symbol == "!=" ? "<>" : symbol)) {
      const ir::Object* installed = names_.schema().find(ir::Space::Extension, nullptr, extensionName);
      if (!installed) continue;
      const auto rows = facts->operatorsNamed(symbol == "!=" ? "<>" : symbol);
      const ir::Object* home = installed->as<ir::Extension>().schema.object;
      if (!home) continue;
      const auto on = [&](const std::vector<ir::Name>& path) { return std::find(path.begin(), path.end(), home->name) != path.end(); };
      if (schemaName.empty() ? !on(names_.path()) && !on(operatorPath) : home->name != schemaName) continue;
      for (const auto& op : rows)
        if (op.leftType().empty() != binary)
          all.push_back({{binary ? types_.ofExtension(op.leftType(), *installed) : Type{}, types_.ofExtension(op.rightType(), *installed)},
                         &op, installed, types_.ofExtension(op.resultType(), *installed)});
    }
  }
  for (const ir::Object* own : names_.all(ir::Space::Operator, schemaName, symbol == "!=" ? ir::Name("<>") : ir::Name(symbol))) {
    const auto& op = own->as<ir::Operator>();
    if (static_cast<bool>(op.left) != binary) continue;
    // A schema of the path hides the same operands in a later one; pg_catalog comes first.
    const OperatorCandidate candidate{{binary ? types_.of(op.left) : Type{}, types_.of(op.right)}, nullptr, own, types_.of(op.result)};
    const bool hidden = std::any_of(all.begin(), all.end(), [&](const OperatorCandidate& c) {
      return c.arguments[0] == candidate.arguments[0] && c.arguments[1] == candidate.arguments[1];
    });
    if (!hidden) all.push_back(candidate);
  }
  // Of an extension whose types are not there.
  std::erase_if(all, [&](const OperatorCandidate& c) { return !c.arguments[1] || (binary && !c.arguments[0]); });
  if (all.empty()) {
    troubled("operator " + std::string(symbol) + " is not known");
    if (recorder_) recorder_->followed = recorder_->followed && schemaName == "pg_catalog";
    return std::nullopt;
  }
  const auto chosen = [&](const OperatorCandidate& c) { return OperatorChoice{c.op, c.owner, c.arguments[0], c.arguments[1], c.result}; };
  const std::size_t first = binary ? 0 : 1;
  // An exact match; an unknown literal is taken for the other side's type, a domain for its base (oper_exact).
  const auto exact = [&](Type l, Type r) -> const OperatorCandidate* {
    for (const auto& c : all)
      if (c.arguments[1] == r && (!binary || c.arguments[0] == l)) return &c;
    return nullptr;
  };
  Type l = left, r = right;
  if (binary && l == k.unknown && r != k.unknown) l = r;
  else if (binary && r == k.unknown && l != k.unknown) r = l;
  if (const auto* found = exact(l, r)) return chosen(*found);
  if (binary && (left == k.unknown || right == k.unknown)) {
    const Type base = types_.base(l);
    if (base != l)
      if (const auto* found = exact(base, base)) return chosen(*found);
  }
  std::vector<std::vector<Type>> lists;
  lists.reserve(all.size());
  for (const auto& c : all) lists.emplace_back(c.arguments + first, c.arguments + 2);
  std::vector<Type> inputs;
  if (binary) inputs.push_back(left);
  inputs.push_back(right);
  const int best = selectCandidate(lists, inputs, types_, [&](std::span<const Type> from, std::span<const Type> to) { return canCoerce(from, to, CastContext::Implicit); });
  if (best >= 0) return chosen(all[static_cast<std::size_t>(best)]);
  if (left != Type{} || right != Type{})
    troubled(std::string("operator ") + (binary ? types_.display(left) + " " : "") + std::string(symbol) + " " + types_.display(right) +
             (best == -1 ? " does not exist" : " is not unique"));
  (void)location;
  return std::nullopt;
}

void Analyzer::recordOperator(const OperatorChoice& choice, ir::Name name, int location, bool writtenSchema) {
  if (!recorder_ || !choice.extension || !recorder_->usable(location)) return;
  const std::string_view text = recorder_->text();
  const std::uint32_t begin = recorder_->offset(location);
  std::uint32_t end = lex::operatorEnd(text, begin);
  if (writtenSchema) {  // OPERATOR ( schema . + )
    const auto close = text.find(')', begin);
    if (close == std::string_view::npos) return;
    end = static_cast<std::uint32_t>(close + 1);
  } else if (text.substr(begin, end - begin) != name.view() && !(name == "<>" && text.substr(begin, end - begin) == "!=")) {
    return;  // IN, LIKE, BETWEEN: nothing there that could be spelled otherwise
  }
  recorder_->bind(begin, end, choice.extension, ir::BindingRole::Operator, name);
}

Typed* Analyzer::makeOperator(Tag tag, const OperatorChoice& choice, Typed* left, Typed* right) {
  std::vector<Type> declared, actual;
  if (left) declared.push_back(choice.left), actual.push_back(left->type);
  declared.push_back(choice.right), actual.push_back(right->type);
  Type result = choice.result;
  if (!consistentPolymorphism(actual, declared, result)) troubled("operator's polymorphic types do not agree");
  std::vector<Typed*> parts;
  std::size_t i = 0;
  if (left) parts.push_back(coerced(left, declared[i++], {}, CastContext::Implicit));
  parts.push_back(coerced(right, declared[i], {}, CastContext::Implicit));
  Typed* made = make(tag, result, parts);
  made->op = choice.op;
  made->object = choice.extension;
  made->text = nameOf(choice);
  return made;
}

Typed* Analyzer::applyOperator(const std::vector<ir::Name>& name, Typed* left, Typed* right, int location) {
  if ((left && !left->type) || !right->type) {
    std::vector<Typed*> parts;
    if (left) parts.push_back(left);
    parts.push_back(right);
    Typed* made = make(Tag::Unknown, {}, parts);
    // Comparisons are boolean whatever they compare.
    const std::string_view symbol = name.back();
    if (symbol == "=" || symbol == "<>" || symbol == "<" || symbol == ">" || symbol == "<=" || symbol == ">=") made->type = known().boolean;
    return made;
  }
  const auto choice = chooseOperator(name, left ? left->type : Type{}, right->type, location);
  if (!choice) {
    std::vector<Typed*> parts;
    if (left) parts.push_back(left);
    parts.push_back(right);
    return make(Tag::Unknown, {}, parts);
  }
  recordOperator(*choice, name.back(), location, name.size() > 1);
  return makeOperator(Tag::Operator, *choice, left, right);
}

// scalar op ANY (array): make_scalar_array_op.
Typed* Analyzer::applyArrayOperator(const std::vector<ir::Name>& name, bool any, Typed* left, Typed* right, int location) {
  const KnownTypes& k = known();
  const Tag tag = any ? Tag::Any : Tag::All;
  Typed* failed = make(Tag::Unknown, k.boolean, {left, right});
  if (!left->type || !right->type) return failed;
  Type element = k.unknown;
  if (right->type != k.unknown) {
    element = types_.element(types_.base(right->type));
    if (!element) return troubled("ANY or ALL of something that is no array"), failed;
  }
  const auto choice = chooseOperator(name, left->type, element, location);
  if (!choice) return failed;
  recordOperator(*choice, name.back(), location, name.size() > 1);
  std::vector<Type> declared{choice->left, choice->right}, actual{left->type, element};
  Type result = choice->result;
  if (!consistentPolymorphism(actual, declared, result)) troubled("operator's polymorphic types do not agree");
  Type arrayType;
  if (choice->right.builtin && types_.isPolymorphic(choice->right)) {
    arrayType = right->type;
    if (right->type == k.unknown) arrayType = types_.arrayOf(declared[1]);
  } else {
    arrayType = types_.arrayOf(declared[1]);
  }
  if (!arrayType) return troubled("no array type"), failed;
  Typed* made = make(tag, k.boolean, {coerced(left, declared[0], {}, CastContext::Implicit), coerced(right, arrayType, {}, CastContext::Implicit)});
  made->op = choice->op;
  made->object = choice->extension;
  made->text = nameOf(*choice);
  return made;
}

}  // namespace schemac::parser
