// Casts, written and added: coerce_type, coerce_to_target_type and coerce_type_typmod of parse_coerce.c, and type names.
#include "ir/identity.h"
#include "parser/analyze/analyzer.h"
#include "parser/analyze/literals.h"

namespace schemac::parser {
namespace {

std::string integerOf(const Node* node) {
  const auto* constant = as<A_Const>(const_cast<Node*>(node), T_A_Const);
  if (!constant || constant->isnull) return {};
  if (nodeTag(&constant->val) == T_Integer) return std::to_string(constant->val.ival.ival);
  if (nodeTag(&constant->val) == T_Float) return constant->val.fval.fval;
  if (nodeTag(&constant->val) == T_String) return constant->val.sval.sval;
  return {};
}

// The fields of an interval type as format_type prints them, from the mask that the grammar makes.
std::string intervalFields(int mask) {
  constexpr int month = 1 << 1, year = 1 << 2, day = 1 << 3, hour = 1 << 10, minute = 1 << 11, second = 1 << 12;
  if (mask == year) return "year";
  if (mask == month) return "month";
  if (mask == day) return "day";
  if (mask == hour) return "hour";
  if (mask == minute) return "minute";
  if (mask == second) return "second";
  if (mask == (year | month)) return "year to month";
  if (mask == (day | hour)) return "day to hour";
  if (mask == (day | hour | minute)) return "day to minute";
  if (mask == (day | hour | minute | second)) return "day to second";
  if (mask == (hour | minute)) return "hour to minute";
  if (mask == (hour | minute | second)) return "hour to second";
  if (mask == (minute | second)) return "minute to second";
  return {};
}

// What stands in a type's parentheses, as format_type prints it.
std::string modifiersOf(const TypeName& name, std::string_view typeName) {
  if (!name.typmods) return {};
  std::vector<std::string> parts;
  for (Node* each : each<Node>(name.typmods)) {
    if (auto* column = as<ColumnRef>(each, T_ColumnRef)) parts.push_back(strVal(linitial(column->fields)));
    else parts.push_back(integerOf(each));
  }
  if (typeName == "interval") {
    std::string fields = intervalFields(std::atoi(parts[0].c_str()));
    if (parts.size() > 1) fields += fields.empty() ? parts[1] : "(" + parts[1] + ")";
    return fields;
  }
  if (typeName == "numeric" && parts.size() == 1) parts.push_back("0");
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : ",") + part;
  return result;
}

}  // namespace

std::vector<ir::Name> Analyzer::nameList(const List* list) const {
  std::vector<ir::Name> result;
  for (Node* each : each<Node>(list))
    if (nodeTag(each) == T_String) result.push_back(strVal(each));
  return result;
}

Type Analyzer::type(const TypeName& name, ir::Text& modifiers) {
  const std::vector<ir::Name> parts = nameList(name.names);
  if (parts.empty()) return {};
  if (name.pct_type) return troubled("%TYPE"), Type{};
  const ir::Name schemaName = parts.size() > 1 ? parts[parts.size() - 2] : ir::Name();
  const ir::Name typeName = parts.back();
  Type found;
  if (schemaName.empty() || schemaName == "pg_catalog") found.builtin = ir::builtins::findType(typeName, types_.version());
  else if (schemaName == "information_schema") found.builtin = ir::builtins::findType(schemaName, typeName, types_.version());
  if (!found && schemaName != "pg_catalog") {
    const ir::TypeRef reference = names_.type(schemaName, typeName);
    found = types_.of(reference);
    if (found.object && recorder_ && !(reference.array && typeName.view().starts_with('_')))
      recorder_->bindName(name.location, static_cast<int>(parts.size()), found.object, ir::BindingRole::Type);
  }
  if (!found) {
    troubled("type \"" + typeName.str() + "\" is not known");
    if (recorder_) {
      const std::string near = names_.nearType(typeName);
      recorder_->unresolved({UnresolvedName::Type, typeName.str(),
                             "type \"" + (schemaName.empty() ? "" : schemaName.str() + ".") + typeName.str() + "\" does not exist",
                             near.empty() ? "" : "Did you mean \"" + near + "\"?", recorder_->offset(name.location), !unseen(schemaName)});
    }
    return {};
  }
  modifiers = name.typmods ? ir::Text(modifiersOf(name, found.builtin ? found.builtin->name() : std::string_view())) : ir::Text();
  if (name.arrayBounds && !types_.isArray(found)) found = types_.arrayOf(found);
  return found;
}

Typed* Analyzer::withLength(Typed* value, ir::Text modifiers, bool written) {
  if (modifiers.empty() || value->modifiers == modifiers) return value;
  if (value->type && !types_.hasModifiers(value->type)) return value;
  Typed* made = make(Tag::Length, value->type, {value});
  made->modifiers = modifiers;
  made->explicitCast = written;
  return made;
}

Typed* Analyzer::convert(Typed* value, Type target, ir::Text modifiers, CastContext context, bool written) {
  const KnownTypes& k = known();
  if (!target || value->type == target || target == k.any) return value;
  if (types_.isPolymorphic(target) && !(value->type == k.unknown)) return value;
  if (value->tag == Tag::Collate) {
    Typed* inner = convert(value->parts[0], target, modifiers, context, written);
    if (!types_.isCollatable(target)) return inner;  // coerce_type() drops it
    Typed* made = make(Tag::Collate, target, {inner});
    made->text = value->text, made->object = value->object;
    return made;
  }
  if (value->type == k.unknown && (value->tag == Tag::Constant || value->tag == Tag::Null)) {
    ir::Text baseModifiers;
    const Type base = types_.base(target, baseModifiers);
    Typed* constant = nullptr;
    if (value->tag == Tag::Null) {
      constant = make(Tag::Null, base);
    } else {
      recordLiteral(*value, base);
      const Literal literal = canonicalLiteral(value->text, base, base == k.interval ? (base == target ? modifiers : baseModifiers) : ir::Text(), types_, names_);
      if (!literal.known) troubled(literal.reason.empty() ? "a literal of type " + types_.display(base) : literal.reason);
      constant = constantOf(base, base == k.interval && base == target ? modifiers : ir::Text(), literal.text);
      constant->object = literal.object;
      constant->row = literal.raw;
      if (!literal.known) constant->tag = Tag::Unknown;
    }
    constant->location = value->location;
    if (base == target) return constant;
    constant = withLength(constant, baseModifiers, false);
    return make(Tag::Cast, target, {constant});
  }
  if (value->tag == Tag::Row && (value->type == k.record) && types_.isComposite(types_.base(target))) {
    const Type base = types_.base(target);
    std::vector<Typed*> parts;
    const auto columns = base.object ? ir::columnsOf(*base.object) : std::vector<const ir::Object*>{};
    for (std::size_t i = 0; i < value->parts.size(); ++i) {
      if (!base.object || i >= columns.size()) {
        troubled("a row of other columns than its type");
        break;
      }
      const auto& column = columns[i]->as<ir::Column>();
      parts.push_back(coerced(value->parts[i], types_.of(column.type), column.type.modifiers, context, written));
    }
    Typed* made = make(Tag::Row, base, parts);
    return base == target ? made : make(Tag::Cast, target, {made});
  }
  if (types_.isDomain(target)) {
    ir::Text baseModifiers;
    const Type base = types_.base(target, baseModifiers);
    Typed* inner = withLength(convert(value, base, baseModifiers, context, written), baseModifiers, false);
    return make(Tag::Cast, target, {inner});
  }
  if (Typed* folded = foldedCast(*value, target)) return folded;
  // E2: a cast of an array constructor stands for the cast of each element.
  if (value->tag == Tag::Array && types_.isArray(target) && types_.isArray(value->type)) {
    std::vector<Typed*> parts;
    const bool nested = value->number == 1;  // elements are arrays themselves
    for (Typed* part : value->parts) parts.push_back(convert(part, nested ? target : types_.element(target), {}, context, written));
    Typed* made = make(Tag::Array, target, parts);
    made->number = value->number;
    return made;
  }
  implyCast(value->type, target);
  Typed* made = make(Tag::Cast, target, {value});
  made->explicitCast = written;
  return made;
}

// Exact conversions of constants (CANON.md, E3): what a dump and restore does to them as well.
Typed* Analyzer::foldedCast(const Typed& value, Type target) {
  if (value.tag == Tag::Null && value.modifiers.empty()) return nullptr;
  if (value.tag != Tag::Constant) return nullptr;
  const KnownTypes& k = known();
  const Type source = value.type;
  const auto rank = [&](Type type) { return type == k.int2 ? 1 : type == k.int4 ? 2 : type == k.int8 ? 3 : type == k.numeric ? 4 : type == k.float8 ? 5 : 0; };
  const bool strings = (source == k.text || source == k.varchar) && (target == k.text || target == k.varchar);
  const bool numbers = rank(source) && rank(target) > rank(source);
  if (!(strings && value.modifiers.empty()) && !numbers && !(source == k.bit && target == k.varbit)) return nullptr;
  std::string text(value.text);
  if (target == k.float8) {
    const Literal literal = canonicalLiteral(text, target, {}, types_, names_);
    if (!literal.known) return nullptr;
    text = literal.text;
  }
  Typed* made = constantOf(target, {}, text);
  made->location = value.location;
  return made;
}

Typed* Analyzer::coerced(Typed* value, Type target, ir::Text modifiers, CastContext context, bool written) {
  if (!target) return value;
  if (!value->type) {
    if (value->tag == Tag::Unknown) return value;
    Typed* made = make(Tag::Cast, target, {value});
    made->modifiers = modifiers;
    return made;
  }
  if (!canCoerce(value->type, target, context)) {
    troubled("cannot cast type " + types_.display(value->type) + " to " + types_.display(target));
    return make(Tag::Cast, target, {value});
  }
  // A written cast without a length takes a length away: varchar(20)::varchar.
  if (written && modifiers.empty() && value->type == target && !value->modifiers.empty() && value->tag != Tag::Constant) return make(Tag::Cast, target, {value});
  return withLength(convert(value, target, modifiers, context, written), modifiers, written);
}

Typed* Analyzer::typeCast(const TypeCast& cast, Scope& scope) {
  ir::Text modifiers;
  const Type target = type(*cast.typeName, modifiers);
  Node* argument = cast.arg;
  Typed* value = nullptr;
  if (auto* array = as<A_ArrayExpr>(argument, T_A_ArrayExpr); array && target) {
    ir::Text baseModifiers;
    const Type base = types_.base(target, baseModifiers);
    const Type element = types_.element(base);
    value = element ? this->array(*array, scope, base, element, modifiers) : node(argument, scope);
  } else {
    value = node(argument, scope);
  }
  if (!target) {
    Typed* made = make(Tag::Cast, {}, {value});
    made->tag = Tag::Unknown;
    return made;
  }
  return coerced(value, target, modifiers, CastContext::Explicit, true);
}

// What a literal of a type whose values are names stands for: regclass, regtype, regproc, …
const ir::Object* Analyzer::literalTarget(Type type, std::string_view text, ir::Text& spelled) {
  if (!type.builtin || type.builtin->schema() != "pg_catalog" || !type.builtin->name().starts_with("reg")) return nullptr;
  spelled = type.builtin->name();
  return objectNamed(spelled.view(), text, names_);
}

void Analyzer::recordLiteral(const Typed& constant, Type type) {
  if (!recorder_ || !recorder_->usable(constant.location)) return;
  if (const Type element = types_.isArray(type) ? types_.base(types_.element(type)) : type; types_.isEnum(element) && element.object) {
    const std::uint32_t begin = recorder_->offset(constant.location), end = lex::literalEnd(recorder_->text(), begin);
    if (end > begin) recorder_->bind(begin, end, element.object, ir::BindingRole::Literal, types_.isArray(type) ? "enum[]" : "enum");
    return;
  }
  if (!type.builtin || !type.builtin->name().starts_with("reg")) return;
  ir::Text spelled;
  const ir::Object* target = literalTarget(type, constant.text, spelled);
  const std::uint32_t begin = recorder_->offset(constant.location), end = lex::literalEnd(recorder_->text(), begin);
  if (target && end > begin) recorder_->bind(begin, end, target, ir::BindingRole::Literal, spelled);
}

}  // namespace schemac::parser
