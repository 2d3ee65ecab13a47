// How types convert: parse_coerce.c.
#include <array>

#include "parser/analyze/analyzer.h"

namespace schemac::parser {

namespace {

// CREATE CAST of the user's.
const ir::Cast* userCast(const ir::Schema& schema, Type source, Type target, const Types& types) {
  for (const ir::Object* object : schema.casts()) {
    const auto& cast = object->as<ir::Cast>();
    if (types.of(cast.source) == source && types.of(cast.target) == target) return &cast;
  }
  return nullptr;
}

// What the rules ask of a cast, whoever made it: its context and its method.
const ir::builtins::Cast& likeBuiltin(const ir::Cast& cast) {
  const auto row = [](char context, char method) {
    ir::builtins::Cast made{};
    made.context = context;
    made.method = method;
    return made;
  };
  static const std::array<ir::builtins::Cast, 9> rows{row('e', 'f'), row('e', 'b'), row('e', 'i'), row('a', 'f'), row('a', 'b'),
                                                      row('a', 'i'), row('i', 'f'), row('i', 'b'), row('i', 'i')};
  const std::size_t context = cast.context == "explicit" ? 0 : cast.context == "assignment" ? 1 : 2;
  return rows[context * 3 + (cast.function ? 0 : cast.inOut ? 2 : 1)];
}

}  // namespace

const ir::builtins::Cast* Analyzer::findCast(Type source, Type target) const {
  if (source.builtin && target.builtin) {
    if (source.builtin->schema() == "pg_catalog" && target.builtin->schema() == "pg_catalog")
      if (const auto* cast = ir::builtins::findCast(source.builtin->name(), target.builtin->name(), types_.version())) return cast;
    const ir::Cast* own = userCast(names_.schema(), source, target, types_);
    return own ? &likeBuiltin(*own) : nullptr;
  }
  if (const ir::Cast* own = userCast(names_.schema(), source, target, types_)) return &likeBuiltin(*own);
  // One of the two is an extension's: its script made the cast.
  for (const Type side : {source, target}) {
    if (!side.object || !side.object->derivedFrom || side.object->derivedFrom->kind != ir::Kind::Extension) continue;
    const ir::Object& owner = *side.object->derivedFrom;
    const auto* extension = ir::builtins::extension(owner.name, types_.version());
    if (!extension) continue;
    for (const auto& cast : extension->casts())
      if (types_.ofExtension(cast.source(), owner) == source && types_.ofExtension(cast.target(), owner) == target) return &cast;
  }
  return nullptr;
}

// An expression depends on the function of a cast that it uses; on the cast itself nothing hangs.
void Analyzer::implyCast(Type source, Type target) {
  if (!recorder_) return;
  source = types_.base(source);
  target = types_.base(target);
  if (source == target) return;
  if (const ir::Cast* own = userCast(names_.schema(), source, target, types_)) {
    if (own->function && own->function->origin != ir::Origin::BuiltIn) recorder_->imply(own->function.object);
  } else if (types_.isArray(source) && types_.isArray(target)) {
    implyCast(types_.element(source), types_.element(target));
  }
}

CastPath Analyzer::castPath(Type source, Type target, CastContext context) {
  source = types_.base(source);
  target = types_.base(target);
  if (source == target) return CastPath::Relabel;
  if (const auto* cast = findCast(source, target)) {
    const bool allowed = cast->context == 'i' || (cast->context == 'a' && context != CastContext::Implicit) || context == CastContext::Explicit;
    if (!allowed) return CastPath::None;
    return cast->method == 'f' ? CastPath::Function : cast->method == 'i' ? CastPath::Text : CastPath::Relabel;
  }
  const KnownTypes& k = known();
  if (target != k.oidvector && target != k.int2vector && types_.isArray(source) && types_.isArray(target)) {
    const CastPath inner = castPath(types_.element(source), types_.element(target), context);
    if (inner != CastPath::None) return inner == CastPath::Text ? CastPath::Text : CastPath::Array;
  }
  if (context != CastContext::Implicit && types_.category(target) == 'S') return CastPath::Text;
  if (context == CastContext::Explicit && types_.category(source) == 'S') return CastPath::Text;
  return CastPath::None;
}

namespace {

// Is the row type a child of the other one's table?
bool inheritsFrom(const ir::Object* child, const ir::Object* parent, int depth = 0) {
  const auto* table = child ? child->get<ir::Table>() : nullptr;
  if (!table || depth > 32) return false;
  for (const ir::Ref& up : table->parents)
    if (up.object == parent || inheritsFrom(up.object, parent, depth + 1)) return true;
  return false;
}

}  // namespace

bool Analyzer::canCoerce(std::span<const Type> inputs, std::span<const Type> targets, CastContext context) {
  const KnownTypes& k = known();
  bool generic = false;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Type input = inputs[i], target = targets[i];
    if (!input || !target || input == target || target == k.any) continue;
    if (types_.isPolymorphic(target)) {
      generic = true;
      continue;
    }
    if (input == k.unknown) continue;
    if (castPath(input, target, context) != CastPath::None) continue;
    if (input == k.record && types_.isComposite(types_.base(target))) continue;
    if (types_.isComposite(types_.base(input)) && target == k.record) continue;
    if (types_.isArray(input) && types_.isComposite(types_.element(input)) && target == k.recordArray) continue;
    if (!input.array && !target.array && inheritsFrom(input.object, target.object)) continue;
    return false;
  }
  if (!generic) return true;
  std::vector<Type> declared(targets.begin(), targets.end());
  Type result;
  return consistentPolymorphism(inputs, declared, result);
}

// enforce_generic_type_consistency: checks the polymorphic arguments against each other, replaces them by what they stand for.
bool Analyzer::consistentPolymorphism(std::span<const Type> actual, std::span<Type> declared, Type& result) {
  const KnownTypes& k = known();
  Type element, array, range, multirange;                   // the any… family
  Type commonElement, commonRange, commonMultirange;        // the anycompatible… family
  std::vector<Typed*> commons;
  bool hasCommon = false, nonArray = false, anyEnum = false, unknownPolymorphic = false, lacking = false, commonNonArray = false;
  const auto agree = [](Type& slot, Type found) {
    if (!slot) slot = found;
    return slot == found;
  };
  std::vector<Typed*> commonValues;
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const Type want = declared[i];
    if (!types_.isPolymorphic(want)) continue;
    const Type have = actual[i];
    if (!have) {
      lacking = true;
      continue;
    }
    if (want == k.anyelement || want == k.anynonarray || want == k.anyenum) {
      nonArray |= want == k.anynonarray, anyEnum |= want == k.anyenum;
      if (have == k.unknown) unknownPolymorphic = true;
      else if (!agree(element, have)) return false;
    } else if (want == k.anyarray) {
      if (have == k.unknown) unknownPolymorphic = true;
      else if (!agree(array, types_.base(have))) return false;
    } else if (want == k.anyrange) {
      if (have == k.unknown) unknownPolymorphic = true;
      else if (!types_.isRange(types_.base(have)) || !agree(range, types_.base(have))) return false;
    } else if (want == k.anymultirange) {
      if (have == k.unknown) unknownPolymorphic = true;
      else if (!types_.isMultirange(types_.base(have)) || !agree(multirange, types_.base(have))) return false;
    } else {
      hasCommon = true;
      commonNonArray |= want == k.anycompatiblenonarray;
      Type part = have;
      if (have != k.unknown) {
        if (want == k.anycompatiblearray) {
          part = types_.element(types_.base(have));
          if (!part) return false;
        } else if (want == k.anycompatiblerange) {
          if (!types_.isRange(types_.base(have)) || !agree(commonRange, types_.base(have))) return false;
          part = types_.rangeSubtype(types_.base(have));
          if (!part) return false;
        } else if (want == k.anycompatiblemultirange) {
          if (!types_.isMultirange(types_.base(have)) || !agree(commonMultirange, types_.base(have))) return false;
          part = types_.rangeSubtype(types_.base(have));
          if (!part) return false;
        }
      }
      Typed* stand = make(Tag::Nothing, part);
      commonValues.push_back(stand);
    }
  }
  if (array && array != k.anyarray) {
    const Type inner = types_.element(array);
    if (!inner) return false;
    if (!element) element = inner;
    else if (element != inner && types_.base(element) != inner) return false;
  }
  if (multirange) {
    const Type own = types_.rangeOf(multirange);
    if (!own || !agree(range, own)) return false;
  }
  if (range) {
    const Type inner = types_.rangeSubtype(range);
    if (!inner) return false;
    if (!element) element = inner;
    else if (element != inner) return false;
  }
  if (!element && unknownPolymorphic && !lacking && !array && !range) element = k.text;
  if (element && nonArray && types_.isArray(types_.base(element))) return false;
  if (element && anyEnum && !types_.isEnum(types_.base(element))) return false;
  if (hasCommon) {
    bool undecided = false;
    commonElement = commonType(commonValues, undecided);
    if (undecided) lacking = true;
    else if (!commonElement) return false;
    if (commonRange && commonElement && types_.rangeSubtype(commonRange) != commonElement) return false;
    if (commonNonArray && commonElement && types_.isArray(types_.base(commonElement))) return false;
  }
  const auto resolve = [&](Type want) -> Type {
    if (want == k.anyelement || want == k.anynonarray || want == k.anyenum) return element;
    if (want == k.anyarray) return array ? array : types_.arrayOf(element);
    if (want == k.anyrange) return range;
    if (want == k.anymultirange) return multirange ? multirange : types_.multirangeOf(range);
    if (want == k.anycompatible || want == k.anycompatiblenonarray) return commonElement;
    if (want == k.anycompatiblearray) return types_.arrayOf(commonElement);
    if (want == k.anycompatiblerange) return commonRange;
    if (want == k.anycompatiblemultirange) return commonMultirange ? commonMultirange : types_.multirangeOf(commonRange);
    return want;
  };
  for (Type& each : declared)
    if (types_.isPolymorphic(each)) each = resolve(each);
  if (types_.isPolymorphic(result)) result = resolve(result);
  return true;
}

// select_common_type. A null type: there is none (`undecided`: because some type is not known).
Type Analyzer::commonType(std::span<Typed* const> values, bool& undecided) {
  const KnownTypes& k = known();
  undecided = false;
  for (const Typed* value : values)
    if (!value->type) undecided = true;
  if (undecided || values.empty()) return {};
  const Type first = values[0]->type;
  bool allSame = true;
  for (const Typed* value : values) allSame = allSame && value->type == first;
  if (allSame && first != k.unknown) return first;
  Type best = types_.base(first);
  char category = types_.category(best);
  bool isPreferred = types_.preferred(best);
  for (const Typed* value : values.subspan(1)) {
    const Type next = types_.base(value->type);
    if (next == k.unknown || next == best) continue;
    const char nextCategory = types_.category(next);
    if (best == k.unknown) {
      best = next, category = nextCategory, isPreferred = types_.preferred(next);
    } else if (nextCategory != category) {
      return {};
    } else if (!isPreferred && canCoerce(best, next, CastContext::Implicit) && !canCoerce(next, best, CastContext::Implicit)) {
      best = next, category = nextCategory, isPreferred = types_.preferred(next);
    }
  }
  return best == k.unknown ? k.text : best;
}

Typed* Analyzer::constantOf(Type type, ir::Text modifiers, std::string_view text) {
  Typed* made = make(Tag::Constant, type);
  made->modifiers = modifiers;
  made->text = keep(text);
  return made;
}

}  // namespace schemac::parser
