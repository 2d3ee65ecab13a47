#include "ir/builtins.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "ir/builtins_tables.h"

namespace schemac::ir::builtins {
namespace {

// The rows whose key, a tuple of names, begins with `wanted`; the table is sorted by it.
template <class Row, class Key, class Wanted>
std::span<const Row> rowsWith(std::span<const Row> rows, Key key, const Wanted& wanted) {
  auto first = std::lower_bound(rows.begin(), rows.end(), wanted,
                                [&](const Row& row, const Wanted& w) { return Wanted(key(row)) < w; });
  auto last = std::upper_bound(first, rows.end(), wanted,
                               [&](const Wanted& w, const Row& row) { return w < Wanted(key(row)); });
  return {first, last};
}

using One = std::tuple<std::string_view>;
using Two = std::tuple<std::string_view, std::string_view>;

template <class Row>
Rows<Row> byName(std::span<const Row> rows, std::string_view name, std::string_view schema, int version) {
  return {rowsWith(rows, [](const Row& row) { return Two(row.name(), row.schema()); }, Two(name, schema)), version};
}

template <class Row>
std::span<const Row> byNameAlone(std::span<const Row> rows, std::string_view name) {
  return rowsWith(rows, [](const Row& row) { return One(row.name()); }, One(name));
}

template <class Row>
const Row* named(std::span<const Row> rows, std::string_view name, int version) {
  return Rows<Row>(byNameAlone(rows, name), version).first();
}

constexpr std::string_view catalogSchema = "pg_catalog";

std::span<const Type> typeRows() { return {tables::types, tables::typesCount}; }
std::span<const Function> functionRows() { return {tables::functions, tables::functionsCount}; }
std::span<const Operator> operatorRows() { return {tables::operators, tables::operatorsCount}; }
std::span<const Cast> castRows() { return {tables::casts, tables::castsCount}; }
std::span<const OperatorClass> opclassRows() { return {tables::opclasses, tables::opclassesCount}; }
std::span<const Relation> relationRows() { return {tables::relations, tables::relationsCount}; }
std::span<const Named> accessMethodRows() { return {tables::accessMethods, tables::accessMethodsCount}; }
std::span<const Named> roleRows() { return {tables::roles, tables::rolesCount}; }

}  // namespace

std::string_view Text::view() const { return {tables::text + (slice_ >> 8), slice_ & 0xff}; }
Names NameList::names() const { return {tables::lists + first_, count_}; }
bool Type::isArray() const { return kind == 'b' && length == -1 && category == 'A'; }
std::span<const Column> Relation::columns() const { return {tables::columns + firstColumn_, columnCount_}; }

const Column* Relation::findColumn(std::string_view column) const {
  for (const Column& each : columns()) {
    if (each.name() == column) return &each;
  }
  return nullptr;
}

const Type* findType(std::string_view name, int version) { return findType(catalogSchema, name, version); }

const Type* findType(std::string_view schema, std::string_view name, int version) {
  return byName(typeRows(), name, schema, version).first();
}

const Type* typeOf(std::string_view qualified, int version) {
  auto [schema, name] = split(qualified);
  return findType(schema, name, version);
}

Rows<Function> functionsNamed(std::string_view name, int version) {
  return functionsNamed(catalogSchema, name, version);
}

Rows<Function> functionsNamed(std::string_view schema, std::string_view name, int version) {
  return byName(functionRows(), name, schema, version);
}

const Function* findFunction(std::string_view name, std::span<const std::string_view> types, int version) {
  for (const Function& each : functionsNamed(name, version)) {
    Names own = each.argumentTypes();
    if (std::equal(own.begin(), own.end(), types.begin(), types.end())) return &each;
  }
  return nullptr;
}

Rows<Operator> operatorsNamed(std::string_view name, int version) {
  return byName(operatorRows(), name, catalogSchema, version);
}

const Operator* findOperator(std::string_view name, std::string_view left, std::string_view right, int version) {
  for (const Operator& each : operatorsNamed(name, version)) {
    if (each.leftType() == left && each.rightType() == right) return &each;
  }
  return nullptr;
}

const Cast* findCast(std::string_view source, std::string_view target, int version) {
  auto key = [](const Cast& cast) { return Two(cast.source(), cast.target()); };
  return Rows<Cast>(rowsWith(castRows(), key, Two(source, target)), version).first();
}

Rows<Cast> castsFrom(std::string_view source, int version) {
  return {rowsWith(castRows(), [](const Cast& cast) { return One(cast.source()); }, One(source)), version};
}

Rows<OperatorClass> opclassesOf(std::string_view accessMethod, int version) {
  auto key = [](const OperatorClass& each) { return One(each.accessMethod()); };
  return {rowsWith(opclassRows(), key, One(accessMethod)), version};
}

const OperatorClass* findOpclass(std::string_view accessMethod, std::string_view name, int version) {
  auto key = [](const OperatorClass& each) { return Two(each.accessMethod(), each.name()); };
  return Rows<OperatorClass>(rowsWith(opclassRows(), key, Two(accessMethod, name)), version).first();
}

const OperatorClass* defaultOpclass(std::string_view accessMethod, std::string_view inputType, int version) {
  for (const OperatorClass& each : opclassesOf(accessMethod, version)) {
    if (each.isDefault && each.inputType() == inputType) return &each;
  }
  return nullptr;
}

Rows<FamilyMember> familyMembers(std::string_view accessMethod, std::string_view family, int version) {
  auto key = [](const FamilyMember& each) { return Two(each.accessMethod(), each.family()); };
  std::span<const FamilyMember> rows{tables::members, tables::membersCount};
  return {rowsWith(rows, key, Two(accessMethod, family)), version};
}

const Relation* relation(std::string_view schema, std::string_view name, int version) {
  auto key = [](const Relation& each) { return Two(each.schema(), each.name()); };
  return Rows<Relation>(rowsWith(relationRows(), key, Two(schema, name)), version).first();
}

Rows<Relation> relationsOf(std::string_view schema, int version) {
  return {rowsWith(relationRows(), [](const Relation& each) { return One(each.schema()); }, One(schema)), version};
}

Rows<Type> types(int version) { return {typeRows(), version}; }
Rows<Function> functions(int version) { return {functionRows(), version}; }
Rows<Operator> operators(int version) { return {operatorRows(), version}; }
Rows<Cast> casts(int version) { return {castRows(), version}; }
Rows<Named> accessMethods(int version) { return {accessMethodRows(), version}; }
Rows<Named> languages(int version) { return {{tables::languages, tables::languagesCount}, version}; }
Rows<Named> textSearchConfigurations(int version) {
  return {{tables::configurations, tables::configurationsCount}, version};
}
Rows<Named> roles(int version) { return {roleRows(), version}; }

const Named* findAccessMethod(std::string_view name, int version) { return named(accessMethodRows(), name, version); }
const Named* findRole(std::string_view name, int version) { return named(roleRows(), name, version); }

bool isCollation(std::string_view name, int version) {
  if (named(std::span(tables::collations, tables::collationsCount), name, version)) return true;
  // ICU's, by language tag: "und-x-icu", "zh-Hans-CN-x-icu".
  if (name.ends_with("-x-icu")) return true;
  // The operating system's: "de_DE", "en_US.utf8", "ca_ES@valencia", "C.UTF-8".
  auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (name.starts_with("C.")) return true;
  std::size_t language = 0;
  while (language < name.size() && lower(name[language])) ++language;
  std::string_view rest = name.substr(language);
  return (language == 2 || language == 3) && rest.size() >= 3 && rest[0] == '_' && upper(rest[1]) && upper(rest[2]) &&
         (rest.size() == 3 || rest[3] == '.' || rest[3] == '@');
}

std::span<const Type> Extension::types() const { return {tables::extensionTypes + types_.first, types_.count}; }
std::span<const Function> Extension::functions() const {
  return {tables::extensionFunctions + functions_.first, functions_.count};
}
std::span<const Operator> Extension::operators() const {
  return {tables::extensionOperators + operators_.first, operators_.count};
}
std::span<const Cast> Extension::casts() const { return {tables::extensionCasts + casts_.first, casts_.count}; }
std::span<const OperatorClass> Extension::opclasses() const {
  return {tables::extensionOpclasses + opclasses_.first, opclasses_.count};
}
std::span<const FamilyMember> Extension::familyMembers() const {
  return {tables::extensionMembers + members_.first, members_.count};
}
std::span<const Relation> Extension::relations() const {
  return {tables::extensionRelations + relations_.first, relations_.count};
}

const Type* Extension::findType(std::string_view type) const {
  auto found = byNameAlone(types(), type);
  return found.empty() ? nullptr : &found.front();
}
std::span<const Function> Extension::functionsNamed(std::string_view function) const {
  return byNameAlone(functions(), function);
}
std::span<const Operator> Extension::operatorsNamed(std::string_view symbol) const {
  return byNameAlone(operators(), symbol);
}
const Relation* Extension::findRelation(std::string_view wanted) const {
  for (const Relation& each : relations()) {
    if (each.name() == wanted) return &each;
  }
  return nullptr;
}

Rows<Extension> extensions(int version) { return {{tables::extensionRows, tables::extensionRowsCount}, version}; }

const Extension* extension(std::string_view name, int version) {
  return named(std::span(tables::extensionRows, tables::extensionRowsCount), name, version);
}

QualifiedName split(std::string_view qualified) {
  // The schema of an extension may itself have a dot only between at signs.
  std::size_t start = qualified.starts_with('@') ? qualified.find('@', 1) : 0;
  std::size_t dot = start == std::string_view::npos ? start : qualified.find('.', start);
  if (dot == std::string_view::npos) return {catalogSchema, qualified};
  return {qualified.substr(0, dot), qualified.substr(dot + 1)};
}

std::string_view extensionOfSchema(std::string_view schema) {
  constexpr std::string_view prefix = "@extschema:";
  if (!schema.starts_with(prefix) || !schema.ends_with('@')) return {};
  return schema.substr(prefix.size(), schema.size() - prefix.size() - 1);
}

}  // namespace schemac::ir::builtins
