#pragma once
// What a server holds before anybody creates anything (pg_catalog and information_schema of PostgreSQL 14 to 18), and what
// an extension brings. The tables are generated (tools/generate_builtins) and read-only data: nothing runs at start-up.
//
// Names of types are catalog names ("int4", "_text"), bare for pg_catalog, else qualified with a dot
// ("information_schema.sql_identifier"). In an extension's rows the schema "@extschema@" stands for the one it was
// created in and "@extschema:cube@" for that of another extension; split() takes such a name apart.
//
// A version is a major number. One outside 14 to 18 is answered as the nearest of them.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

namespace schemac::ir::builtins {

constexpr int oldestVersion = 14;
constexpr int newestVersion = 18;

// A slice of the one generated text: offset * 256 + length. It needs no relocation when the program is loaded.
struct Text {
  std::uint32_t slice_;
  std::string_view view() const;
};

// Several texts in a row.
class Names {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string_view*;
    using reference = std::string_view;
    Iterator() = default;
    explicit Iterator(const Text* at) : at_(at) {}
    std::string_view operator*() const { return at_->view(); }
    Iterator& operator++() { return ++at_, *this; }
    Iterator operator++(int) { return Iterator(at_++); }
    bool operator==(const Iterator&) const = default;

   private:
    const Text* at_ = nullptr;
  };
  Names() = default;
  Names(const Text* first, std::size_t count) : first_(first), count_(count) {}
  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  std::string_view operator[](std::size_t index) const { return first_[index].view(); }
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(first_ + count_); }

 private:
  const Text* first_ = nullptr;
  std::size_t count_ = 0;
};

struct NameList {
  std::uint32_t first_;
  std::uint16_t count_;
  Names names() const;
};

// The majors a row is true for, both included.
struct Versions {
  std::uint8_t first;
  std::uint8_t last;
  bool has(int version) const {
    int clamped = version < oldestVersion ? oldestVersion : version > newestVersion ? newestVersion : version;
    return first <= clamped && clamped <= last;
  }
};

// pg_type. Array types and the row types of catalog relations are rows of their own.
struct Type {
  Versions versions;
  char kind;      // typtype: b base, c composite, d domain, e enum, p pseudo, r range, m multirange
  char category;  // typcategory
  char align;     // typalign: c s i d
  char storage;   // typstorage, the default of a column of the type: p x m e
  bool preferred;
  bool byValue;
  bool hasModifiers;  // takes a type modifier: varchar(10)
  bool notNull;       // of a domain
  std::int16_t length;  // typlen: -1 variable, -2 a C string
  Text schema_, name_, element_, array_, base_, collation_, subtype_, partner_;

  std::string_view schema() const { return schema_.view(); }
  std::string_view name() const { return name_.view(); }
  // What subscripting gives; "" where the type cannot be subscripted. Fixed-length "arrays" (name, point) have one too.
  std::string_view elementType() const { return element_.view(); }
  std::string_view arrayType() const { return array_.view(); }
  std::string_view baseType() const { return base_.view(); }  // of a domain
  // "" where the type has no collation, else "default" or "C".
  std::string_view collation() const { return collation_.view(); }
  std::string_view subtype() const { return subtype_.view(); }  // of a range and of its multirange
  // The multirange of a range, the range of a multirange.
  std::string_view rangePartner() const { return partner_.view(); }
  bool isArray() const;  // a true array type: _int4
};

// pg_proc. Types of arguments are the input ones (IN, INOUT, VARIADIC), as proargtypes.
struct Function {
  Versions versions;
  char kind;           // prokind: f function, p procedure, a aggregate, w window function
  char volatility;     // i s v
  char parallel;       // s r u
  char aggregateKind;  // n ordinary, o ordered-set, h hypothetical-set; '-' where it is no aggregate
  bool returnsSet;
  bool strict;
  std::uint8_t defaults;         // how many of the last arguments may be left out
  std::uint8_t directArguments;  // of an ordered-set aggregate
  Text schema_, name_, return_, variadic_;
  NameList types_, names_, outNames_, outTypes_;

  std::string_view schema() const { return schema_.view(); }
  std::string_view name() const { return name_.view(); }
  std::string_view returnType() const { return return_.view(); }
  // The element type of a VARIADIC last argument ("any" for VARIADIC "any"), else "".
  std::string_view variadicType() const { return variadic_.view(); }
  Names argumentTypes() const { return types_.names(); }
  // Parallel to argumentTypes, "" for an argument without a name; empty where no argument has one.
  Names argumentNames() const { return names_.names(); }
  // OUT, INOUT and TABLE columns, in order; empty where the function has none.
  Names outputNames() const { return outNames_.names(); }
  Names outputTypes() const { return outTypes_.names(); }
};

// pg_operator.
struct Operator {
  Versions versions;
  bool canMerge;
  bool canHash;
  Text schema_, name_, left_, right_, result_, function_, commutator_, negator_;

  std::string_view schema() const { return schema_.view(); }
  std::string_view name() const { return name_.view(); }
  std::string_view leftType() const { return left_.view(); }  // "" for a prefix operator
  std::string_view rightType() const { return right_.view(); }
  std::string_view resultType() const { return result_.view(); }
  std::string_view function() const { return function_.view(); }      // qualified as types are
  std::string_view commutator() const { return commutator_.view(); }  // the operator's name, or ""
  std::string_view negator() const { return negator_.view(); }
};

// pg_cast.
struct Cast {
  Versions versions;
  char context;  // i implicit, a in assignment, e explicit
  char method;   // f function, b binary coercible, i input and output functions
  std::uint8_t functionArguments;  // 2 and 3: takes the type modifier, and whether the cast is explicit
  Text source_, target_, function_;

  std::string_view source() const { return source_.view(); }
  std::string_view target() const { return target_.view(); }
  std::string_view function() const { return function_.view(); }  // "" where the method needs none
};

// pg_opclass.
struct OperatorClass {
  Versions versions;
  bool isDefault;
  Text accessMethod_, schema_, name_, inputType_, keyType_, familySchema_, family_;

  std::string_view accessMethod() const { return accessMethod_.view(); }
  std::string_view schema() const { return schema_.view(); }
  std::string_view name() const { return name_.view(); }
  std::string_view inputType() const { return inputType_.view(); }
  std::string_view keyType() const { return keyType_.view(); }  // "" where what is stored is the input type
  std::string_view familySchema() const { return familySchema_.view(); }
  std::string_view family() const { return family_.view(); }
};

// pg_amop: which operator a strategy number is.
struct FamilyMember {
  Versions versions;
  char purpose;  // s search, o ordering
  std::uint16_t strategy;
  Text accessMethod_, family_, left_, right_, operator_;

  std::string_view accessMethod() const { return accessMethod_.view(); }
  std::string_view family() const { return family_.view(); }  // qualified as types are
  std::string_view leftType() const { return left_.view(); }
  std::string_view rightType() const { return right_.view(); }
  std::string_view operatorName() const { return operator_.view(); }
};

struct Column {
  bool notNull;
  std::int32_t modifier;  // atttypmod, -1 for none
  Text name_, type_, collation_;

  std::string_view name() const { return name_.view(); }
  std::string_view type() const { return type_.view(); }
  std::string_view collation() const { return collation_.view(); }  // "" where the type has none
};

// A catalog table, a view or (of extensions) a composite type, foreign table or sequence.
struct Relation {
  Versions versions;
  char kind;  // relkind: r v m c f p S
  Text schema_, name_;
  std::uint32_t firstColumn_;
  std::uint16_t columnCount_;

  std::string_view schema() const { return schema_.view(); }
  std::string_view name() const { return name_.view(); }
  std::span<const Column> columns() const;  // in order, without system columns
  const Column* findColumn(std::string_view name) const;
};

// Something that has only a name: an access method, a language, a collation, a role, a text search configuration, …
struct Named {
  Versions versions;
  char kind;  // of an access method: i index, t table; else '-'
  Text name_;
  NameList memberOf_;

  std::string_view name() const { return name_.view(); }
  Names memberOf() const { return memberOf_.names(); }  // of a predefined role: the roles it is a member of
};

// The rows that a version has, out of rows next to each other.
template <class Row>
class Rows {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = const Row&;
    Iterator() = default;
    Iterator(const Row* at, const Row* last, int version) : at_(at), last_(last), version_(version) { skip(); }
    const Row& operator*() const { return *at_; }
    const Row* operator->() const { return at_; }
    Iterator& operator++() { return ++at_, skip(), *this; }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void skip() {
      while (at_ != last_ && !at_->versions.has(version_)) ++at_;
    }
    const Row* at_ = nullptr;
    const Row* last_ = nullptr;
    int version_ = newestVersion;
  };
  Rows(std::span<const Row> rows, int version) : rows_(rows), version_(version) {}
  Iterator begin() const { return {rows_.data(), rows_.data() + rows_.size(), version_}; }
  Iterator end() const { return {rows_.data() + rows_.size(), rows_.data() + rows_.size(), version_}; }
  bool empty() const { return begin() == end(); }
  const Row* first() const { return empty() ? nullptr : &*begin(); }

 private:
  std::span<const Row> rows_;
  int version_;
};

// --- pg_catalog and information_schema -------------------------------------------------------------------------------

// A type of pg_catalog, or of `schema`; nullptr where the version has none of that name.
const Type* findType(std::string_view name, int version);
const Type* findType(std::string_view schema, std::string_view name, int version);
// By a name as rows give it: "int4", "information_schema.sql_identifier".
const Type* typeOf(std::string_view qualified, int version);

// The functions of pg_catalog (and, where asked for, of another schema) with a name.
Rows<Function> functionsNamed(std::string_view name, int version);
Rows<Function> functionsNamed(std::string_view schema, std::string_view name, int version);
// The function with exactly these input types, or nullptr.
const Function* findFunction(std::string_view name, std::span<const std::string_view> types, int version);

Rows<Operator> operatorsNamed(std::string_view name, int version);
const Operator* findOperator(std::string_view name, std::string_view left, std::string_view right, int version);

const Cast* findCast(std::string_view source, std::string_view target, int version);
// All casts from a type.
Rows<Cast> castsFrom(std::string_view source, int version);

const OperatorClass* findOpclass(std::string_view accessMethod, std::string_view name, int version);
// The default class for exactly that input type (no search through binary coercible and polymorphic types), or nullptr.
const OperatorClass* defaultOpclass(std::string_view accessMethod, std::string_view inputType, int version);
Rows<OperatorClass> opclassesOf(std::string_view accessMethod, int version);
// What a family has: "pg_catalog" families go by their bare name.
Rows<FamilyMember> familyMembers(std::string_view accessMethod, std::string_view family, int version);

// A table or view of pg_catalog or information_schema, or nullptr.
const Relation* relation(std::string_view schema, std::string_view name, int version);
Rows<Relation> relationsOf(std::string_view schema, int version);

// Whole tables, in the order of their names; for completion, "did you mean" and tests.
Rows<Type> types(int version);
Rows<Function> functions(int version);
Rows<Operator> operators(int version);
Rows<Cast> casts(int version);
Rows<Named> accessMethods(int version);
Rows<Named> languages(int version);  // without plpgsql's own extension: internal, c, sql, plpgsql
Rows<Named> textSearchConfigurations(int version);
Rows<Named> roles(int version);  // predefined: pg_read_all_data, …

const Named* findAccessMethod(std::string_view name, int version);
const Named* findRole(std::string_view name, int version);
// A collation that every server of the version has (default, C, POSIX, ucs_basic, unicode, …), or one whose name has the
// form that initdb gives to ICU's and the operating system's ("de-x-icu", "en_US.utf8"): those depend on the machine.
bool isCollation(std::string_view name, int version);

// --- privileges ------------------------------------------------------------------------------------------------------

enum class PrivilegeTarget {
  Table, Column, Sequence, Database, Function, Language, LargeObject, Schema, Tablespace, ForeignDataWrapper,
  ForeignServer, Type, Parameter
};
// What GRANT ALL gives, as the letters of an aclitem in the server's order ("arwdDxtm": m, MAINTAIN, from 17).
std::string_view allPrivileges(PrivilegeTarget target, int version);
// What PUBLIC has on a new object where no default privileges say otherwise: "X" on a function, "U" on a type, …
std::string_view publicPrivileges(PrivilegeTarget target);
// The SQL word of a letter ("INSERT" of 'a'), "" for none; and back, any case, 0 for none.
std::string_view privilegeName(char letter);
char privilegeLetter(std::string_view name);

// --- extensions ------------------------------------------------------------------------------------------------------

// What CREATE EXTENSION makes on a server of some versions. Rows' schema() is "@extschema@" or a schema by its name (net, cron).
struct Extension {
  Versions versions;  // of the server; contrib extensions change with it
  bool relocatable;
  bool trusted;
  bool superuser;
  // Read from the extension's own script. Where false, its API was written down by hand: a name that is not here may exist.
  bool complete;
  Text name_, version_, schema_, comment_;
  NameList requires_, schemas_, accessMethods_, languages_, wrappers_;
  struct Slice {
    std::uint32_t first;
    std::uint32_t count;
  } types_, functions_, operators_, casts_, opclasses_, members_, relations_;

  std::string_view name() const { return name_.view(); }
  std::string_view defaultVersion() const { return version_.view(); }
  // The control file's `schema`: the only one it can be in; "" where CREATE EXTENSION chooses.
  std::string_view fixedSchema() const { return schema_.view(); }
  // What CREATE EXTENSION comments the extension with; "" where it is not known.
  std::string_view comment() const { return comment_.view(); }
  Names required() const { return requires_.names(); }
  Names schemas() const { return schemas_.names(); }  // that its script creates
  Names accessMethods() const { return accessMethods_.names(); }
  Names languages() const { return languages_.names(); }
  Names foreignDataWrappers() const { return wrappers_.names(); }
  std::span<const Type> types() const;  // each of these by name
  std::span<const Function> functions() const;
  std::span<const Operator> operators() const;
  std::span<const Cast> casts() const;
  std::span<const OperatorClass> opclasses() const;
  std::span<const FamilyMember> familyMembers() const;
  std::span<const Relation> relations() const;  // tables, views, sequences, composite types

  // The members with a name, in whatever schema.
  const Type* findType(std::string_view name) const;
  std::span<const Function> functionsNamed(std::string_view name) const;
  std::span<const Operator> operatorsNamed(std::string_view name) const;
  const Relation* findRelation(std::string_view name) const;
};

// nullptr for one that is not known (in that version: adminpack left in 17).
const Extension* extension(std::string_view name, int version = newestVersion);
Rows<Extension> extensions(int version = newestVersion);

// --- names -----------------------------------------------------------------------------------------------------------

struct QualifiedName {
  std::string_view schema;
  std::string_view name;
};
// "int4" → pg_catalog, int4; "@extschema@.citext" → @extschema@, citext.
QualifiedName split(std::string_view qualified);
// The extension that a schema written "@extschema:cube@" belongs to, "" for any other schema.
std::string_view extensionOfSchema(std::string_view schema);

}  // namespace schemac::ir::builtins
