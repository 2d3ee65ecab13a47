// Which function a call means, and the calls themselves: parse_func.c, namespace.c (FuncnameGetCandidates).
#include <algorithm>
#include <array>

#include "ir/identity.h"
#include "parser/analyze/analyzer.h"
#include "parser/analyze/candidates.h"

namespace schemac::parser {

// MatchNamedCall and the arity rules: fills in what the candidate takes for each argument of the call; false where it cannot be called so.
bool Analyzer::layOut(Candidate& candidate, std::span<const Type> inputs, const std::vector<ir::Name>& parameterNames, int defaults, Type variadicElement,
                      std::size_t count, const std::vector<ir::Name>& argumentNames, bool variadicCall) {
  const std::size_t parameters = inputs.size();
  const std::size_t named = argumentNames.size();
  if (named) {
    if (parameterNames.empty() || count > parameters || (variadicElement && !variadicCall)) return false;
    if (count + static_cast<std::size_t>(defaults) < parameters) return false;
    std::vector<bool> taken(parameters, false);
    const std::size_t positional = count - named;
    for (std::size_t i = 0; i < positional; ++i) {
      taken[i] = true;
      candidate.arguments.push_back(inputs[i]);
      candidate.order.push_back(static_cast<int>(i));
    }
    for (const ir::Name name : argumentNames) {
      const auto found = std::find(parameterNames.begin(), parameterNames.end(), name);
      const auto index = static_cast<std::size_t>(found - parameterNames.begin());
      if (found == parameterNames.end() || index >= parameters || taken[index]) return false;
      taken[index] = true;
      candidate.arguments.push_back(inputs[index]);
      candidate.order.push_back(static_cast<int>(index));
    }
    for (std::size_t i = 0; i + static_cast<std::size_t>(defaults) < parameters; ++i)
      if (!taken[i]) return false;
    candidate.defaults = static_cast<int>(parameters - count);
    return true;
  }
  if (variadicElement && !variadicCall && count >= parameters) {
    candidate.arguments.assign(inputs.begin(), inputs.end() - 1);
    candidate.arguments.resize(count, variadicElement);
    candidate.variadic = static_cast<int>(count - parameters + 1);
    return true;
  }
  if (variadicElement && !variadicCall && count < parameters && count + 1 == parameters) {
    // Without any variadic argument: only where the last parameter has a default.
    if (defaults == 0) return false;
  }
  if (count > parameters || count + static_cast<std::size_t>(defaults) < parameters) return false;
  candidate.arguments.assign(inputs.begin(), inputs.begin() + static_cast<std::ptrdiff_t>(count));
  candidate.defaults = static_cast<int>(parameters - count);
  return true;
}

std::vector<Candidate> Analyzer::candidates(const std::vector<ir::Name>& name, std::span<const Type> arguments, const std::vector<ir::Name>& argumentNames,
                                            bool variadicCall, bool& anyOfName) {
  const ir::Name schemaName = name.size() > 1 ? name[name.size() - 2] : ir::Name();
  std::vector<Candidate> result;
  anyOfName = false;
  const auto consider = [&](Candidate candidate, std::span<const Type> inputs, const std::vector<ir::Name>& parameterNames, int defaults, Type variadic) {
    anyOfName = true;
    if (layOut(candidate, inputs, parameterNames, defaults, variadic, arguments.size(), argumentNames, variadicCall)) result.push_back(std::move(candidate));
  };
  int place = 0;
  if (schemaName.empty() || schemaName == "pg_catalog" || schemaName == "information_schema") {
    for (const auto& function : schemaName == "information_schema" ? ir::builtins::functionsNamed(schemaName, name.back(), types_.version())
                                                                  : ir::builtins::functionsNamed(name.back(), types_.version())) {
      Candidate candidate;
      candidate.builtin = &function;
      candidate.place = place;
      candidate.result = types_.builtin(function.returnType());
      candidate.returnsSet = function.returnsSet;
      std::vector<Type> inputs;
      for (const auto each : function.argumentTypes()) inputs.push_back(types_.builtin(each));
      std::vector<ir::Name> parameterNames;
      if (!argumentNames.empty())
        for (const auto each : function.argumentNames()) parameterNames.push_back(each);
      const Type variadic = function.variadicType().empty() ? Type{} : types_.builtin(function.variadicType());
      consider(std::move(candidate), inputs, parameterNames, function.defaults, variadic);
    }
  }
  if (schemaName != "pg_catalog") {
    const ir::Object* lastHome = nullptr;
    for (const ir::Object* object : names_.routines(schemaName, name.back())) {
      const ir::TypeRef returned = ir::resultOf(*object);
      if (object->parent != lastHome) ++place, lastHome = object->parent;
      Candidate candidate;
      candidate.object = object;
      candidate.place = place;
      candidate.result = types_.of(returned);
      candidate.returnsSet = returned.setOf;
      std::vector<Type> inputs;
      std::vector<ir::Name> parameterNames;
      int defaults = 0;
      Type variadic;
      for (const ir::Argument& argument : ir::argumentsOf(*object)) {
        if (!ir::isInput(argument)) continue;
        inputs.push_back(types_.of(argument.type));
        parameterNames.push_back(argument.name);
        defaults += argument.defaultValue.has_value();
        if (argument.mode == ir::ArgumentMode::Variadic) variadic = inputs.back() == known().any ? known().any : types_.element(inputs.back());
      }
      consider(std::move(candidate), inputs, parameterNames, defaults, variadic);
    }
  }
  // Of two that take the same, the nearer schema's hides the other; one without variadic expansion or defaults comes first.
  std::vector<Candidate> kept;
  for (Candidate& candidate : result) {
    bool hidden = false;
    for (Candidate& other : kept) {
      if (other.arguments != candidate.arguments) continue;
      if (other.place != candidate.place) {
        hidden = true;
      } else if ((other.variadic > 0) != (candidate.variadic > 0)) {
        if (candidate.variadic == 0) other = candidate;
        hidden = true;
      } else if ((other.defaults > 0) != (candidate.defaults > 0)) {
        if (candidate.defaults == 0) other = candidate;
        hidden = true;
      }
      if (hidden) break;
    }
    if (!hidden) kept.push_back(std::move(candidate));
  }
  return kept;
}

int Analyzer::choose(std::vector<Candidate>& all, std::span<const Type> arguments) {
  for (std::size_t i = 0; i < all.size(); ++i)
    if (std::equal(all[i].arguments.begin(), all[i].arguments.end(), arguments.begin(), arguments.end())) return static_cast<int>(i);
  std::vector<std::vector<Type>> lists;
  lists.reserve(all.size());
  for (const Candidate& candidate : all) lists.push_back(candidate.arguments);
  return selectCandidate(lists, arguments, types_, [&](std::span<const Type> from, std::span<const Type> to) { return canCoerce(from, to, CastContext::Implicit); });
}

Typed* Analyzer::callWith(const std::vector<ir::Name>& name, std::vector<Typed*> arguments, const std::vector<ir::Name>& argumentNames, const FuncCall* call,
                          Scope* scope, int location) {
  const KnownTypes& k = known();
  std::vector<Type> inputs;
  bool blind = false;
  for (const Typed* argument : arguments) inputs.push_back(argument->type), blind |= !argument->type;
  bool anyOfName = false;
  auto all = candidates(name, inputs, argumentNames, call && call->func_variadic, anyOfName);
  const ir::Name schemaName = name.size() > 1 ? name[name.size() - 2] : ir::Name();
  int best = all.empty() ? -1 : choose(all, inputs);
  if (best == -2 && blind) {
    // Which one cannot be told without types: the only user's function of that name is bound all the same.
    std::size_t users = 0;
    for (const Candidate& candidate : all) users += candidate.object != nullptr;
    if (users == all.size() && all.size() > 1 && recorder_) recorder_->followed = false;
    if (all.size() == 1) best = 0;
  }
  // name(x) may be a cast, or a column of a row: only where no function matches exactly.
  const auto exactly = [&](int index) { return index >= 0 && all[static_cast<std::size_t>(index)].arguments == inputs; };
  if (arguments.size() == 1 && argumentNames.empty() && !exactly(best) && inputs[0] && (!call || (!call->agg_star && !call->over && !call->agg_distinct))) {
    if (schemaName.empty() && types_.isComposite(types_.base(inputs[0])) && best < 0)
      if (Typed* found = field(arguments[0], name.back(), -2)) return found;
    Type target;
    if (schemaName.empty() || schemaName == "pg_catalog") target.builtin = ir::builtins::findType(name.back(), types_.version());
    if (!target && schemaName != "pg_catalog" && !anyOfName) target = types_.of(names_.type(schemaName, name.back()));
    if (target && !types_.isComposite(target)) {
      const CastPath path = inputs[0] == k.unknown ? CastPath::Relabel : castPath(inputs[0], target, CastContext::Explicit);
      if (path == CastPath::Relabel || (path == CastPath::Text && ((inputs[0] != k.record && !types_.isComposite(inputs[0])) || !types_.isString(target)))) {
        if (target.object && recorder_) recorder_->bindName(location, static_cast<int>(name.size()), target.object, ir::BindingRole::Type);
        return coerced(arguments[0], target, {}, CastContext::Explicit, true);
      }
    }
  }
  if (best < 0) {
    troubled("function " + name.back().str() + (best == -1 ? " does not exist" : " is not unique"));
    if (best == -1 && recorder_ && location >= 0) {
      std::string signature;
      for (const Type input : inputs) signature += (signature.empty() ? "" : ", ") + types_.display(input);
      std::string hint;
      if (anyOfName) hint = "No function of that name takes these arguments.";
      else if (const std::string near = names_.nearFunction(name.back()); !near.empty()) hint = "Did you mean \"" + near + "\"?";
      const std::string shown = (schemaName.empty() ? "" : schemaName.str() + ".") + name.back().str();
      // Wrong types may be a cast that is not modelled; a wrong number of arguments is not.
      const bool arity = all.empty();
      recorder_->unresolved({UnresolvedName::Function, name.back().str(), "function " + shown + "(" + (blind ? "…" : signature) + ") does not exist", hint,
                             recorder_->offset(location), arity && !unseen(schemaName)});
    }
    Typed* failed = make(Tag::Unknown, {}, arguments);
    // All candidates give the same type?
    if (!all.empty() && best == -2) {
      Type same = all[0].result;
      for (const Candidate& candidate : all)
        if (candidate.result != same) same = {};
      if (same && !types_.isPolymorphic(same)) failed->type = same;
    }
    return failed;
  }
  Candidate& chosen = all[static_cast<std::size_t>(best)];
  if (chosen.object && recorder_ && location >= 0) recorder_->bindName(location, static_cast<int>(name.size()), chosen.object, ir::BindingRole::Function);
  Type result = chosen.result;
  std::vector<Type> declared = chosen.arguments;
  if (!consistentPolymorphism(inputs, declared, result)) troubled("polymorphic types of function " + name.back().str() + " do not agree");
  for (std::size_t i = 0; i < arguments.size(); ++i)
    if (declared[i] && declared[i] != k.any) arguments[i] = coerced(arguments[i], declared[i], {}, CastContext::Implicit);
  // Arguments of a VARIADIC parameter are an array of their own.
  bool variadic = call && call->func_variadic;
  if (chosen.variadic > 0 && chosen.arguments.back() != k.any) {
    const auto fixed = arguments.size() - static_cast<std::size_t>(chosen.variadic);
    const Type element = declared.back();
    Typed* collected = make(Tag::Array, types_.arrayOf(element), std::span(arguments).subspan(fixed));
    arguments.resize(fixed);
    arguments.push_back(collected);
    variadic = true;
  }
  Typed* made = make(Tag::Call, result, arguments);
  made->object = chosen.object;
  made->function = chosen.builtin;
  made->text = chosen.builtin ? chosen.builtin->name() : keep(name.back());
  made->row = chosen.returnsSet;
  made->location = location;
  int flags = 0;
  if (variadic) flags |= 4;
  std::vector<Typed*> parts(arguments);
  if (!argumentNames.empty()) {
    // Named arguments: which parameter each one is.
    std::vector<Typed*> order;
    for (const int index : chosen.order) {
      Typed* at = make(Tag::Nothing);
      at->number = index;
      order.push_back(at);
    }
    Typed* list = make(Tag::List, {}, order);
    list->number = 4;
    parts.push_back(list);
  }
  if (call) {
    if (call->agg_star) flags |= 1;
    if (call->agg_distinct) flags |= 2;
    if (call->agg_within_group) flags |= 8;
    const auto extra = [&](int kind, Typed* what) {
      Typed* list = make(Tag::List, {}, {what});
      list->number = kind;
      parts.push_back(list);
    };
    if (call->agg_order && !call->agg_within_group) extra(1, sortList(call->agg_order, *scope));
    if (call->agg_within_group) {
      // The sorted arguments are arguments (the last ones): only how they are sorted is left to say.
      std::vector<Typed*> sorts;
      for (SortBy* sort : each<SortBy>(call->agg_order)) {
        Typed* item = make(Tag::Sort);
        const bool descending = sort->sortby_dir == SORTBY_DESC;
        item->number = (descending ? 1 : 0) | ((sort->sortby_nulls == SORTBY_NULLS_DEFAULT ? descending : sort->sortby_nulls == SORTBY_NULLS_FIRST) ? 2 : 0);
        if (sort->useOp) sortOperator(*item, *sort);
        sorts.push_back(item);
      }
      extra(1, make(Tag::List, {}, sorts));
    }
    if (call->agg_filter) extra(2, coerced(node(call->agg_filter, *scope), k.boolean, {}, CastContext::Assignment));
    if (call->over) extra(3, window(*call->over, *scope));
  }
  made->number = flags;
  made->parts = arena_.list(parts);
  return made;
}

Typed* Analyzer::functionCall(const FuncCall& call, Scope& scope) {
  std::vector<Typed*> arguments;
  std::vector<ir::Name> argumentNames;
  for (Node* each : parser::each<Node>(call.args)) {
    if (auto* named = as<NamedArgExpr>(each, T_NamedArgExpr)) {
      argumentNames.push_back(named->name);
      each = reinterpret_cast<Node*>(named->arg);
    }
    arguments.push_back(node(each, scope));
  }
  if (call.agg_within_group) {
    const std::size_t direct = arguments.size();
    for (SortBy* sort : parser::each<SortBy>(call.agg_order)) arguments.push_back(node(sort->node, scope));
    // rank(5, 'a') WITHIN GROUP (ORDER BY x, y): each argument is of its sort column's type (unify_hypothetical_args).
    const std::size_t sorted = arguments.size() - direct;
    const std::string_view name = strVal(llast(call.funcname));
    if (direct == sorted && (name == "rank" || name == "dense_rank" || name == "percent_rank" || name == "cume_dist"))
      for (std::size_t i = 0; i < direct; ++i) {
        const std::array<Typed*, 2> both{arguments[direct + i], arguments[i]};
        bool undecided = false;
        const Type type = commonType(both, undecided);
        arguments[i] = coerced(arguments[i], type, {}, CastContext::Implicit);
        arguments[direct + i] = coerced(arguments[direct + i], type, {}, CastContext::Implicit);
      }
  }
  return callWith(nameList(call.funcname), std::move(arguments), argumentNames, &call, &scope, call.location);
}

Typed* Analyzer::sortList(const List* list, Scope& scope) {
  std::vector<Typed*> parts;
  for (Node* each : parser::each<Node>(list)) parts.push_back(sortItem(each, scope, {}, false));
  return make(Tag::List, {}, parts);
}

Typed* Analyzer::window(const WindowDef& definition, Scope& scope) {
  const KnownTypes& k = known();
  const auto named = [&](const char* name) -> Typed* {
    for (const NamedWindow& window : scope.windows)
      if (window.name == name) return window.definition;
    troubled(std::string("window \"") + name + "\" does not exist");
    return nullptr;
  };
  if (definition.name && !definition.partitionClause && !definition.orderClause && !definition.refname && definition.frameOptions == FRAMEOPTION_DEFAULTS) {
    // OVER w: the definition stands in for the name.
    for (const NamedWindow& window : scope.windows)
      if (window.name == definition.name) return window.definition;
  }
  Typed* base = definition.refname ? named(definition.refname) : nullptr;
  Typed* partition = nullptr;
  Typed* order = nullptr;
  if (base) {
    partition = base->parts[0];
    order = base->parts[1];
  }
  if (definition.partitionClause || !partition) {
    std::vector<Typed*> parts;
    for (Node* each : parser::each<Node>(definition.partitionClause)) parts.push_back(node(each, scope));
    partition = make(Tag::List, {}, parts);
  }
  if (definition.orderClause || !order) order = sortList(definition.orderClause, scope);
  const auto offset = [&](Node* raw) -> Typed* {
    if (!raw) return make(Tag::Nothing);
    Typed* value = node(raw, scope);
    if ((definition.frameOptions & (FRAMEOPTION_ROWS | FRAMEOPTION_GROUPS)) != 0) return coerced(value, k.int8, {}, CastContext::Assignment);
    if (value->type == k.unknown && order->parts.size() == 1) {
      // RANGE: by the sort column's in_range support function.
      const Type sorted = types_.base(order->parts[0]->parts[0]->type);
      const Type wanted = sorted == k.timestamp || sorted == k.timestamptz || sorted == k.date || sorted == k.time || sorted == k.timetz ? k.interval : sorted;
      return coerced(value, wanted, {}, CastContext::Implicit);
    }
    return value;
  };
  Typed* made = make(Tag::Window, {}, {partition, order, offset(definition.startOffset), offset(definition.endOffset)});
  made->number = definition.frameOptions & ~(FRAMEOPTION_NONDEFAULT | FRAMEOPTION_BETWEEN);
  return made;
}

}  // namespace schemac::parser
