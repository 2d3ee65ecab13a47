#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ir/source.h"
#include "ir/text.h"

namespace schemac::ir {

struct Object;

// A reference to an object of the same Schema. Identity is the object, the name is its attribute: a RENAME touches nothing
// that refers to it. Two references are equal if they name the same thing, also across Schemas (ir/identity.h).
struct Ref {
  const Object* object = nullptr;
  Ref() = default;
  Ref(const Object* target) : object(target) {}
  Ref(const Object& target) : object(&target) {}
  explicit operator bool() const { return object != nullptr; }
  const Object* operator->() const { return object; }
  const Object& operator*() const { return *object; }
  friend bool operator==(const Ref& a, const Ref& b);
};

// A collation, operator, operator class, text search object or language: PostgreSQL's own, and an extension's, by its name alone; an object of the Schema by
// reference, so that it follows a rename and is known to be used. It reads as its name: qualified ("s.n", not quoted) unless in pg_catalog, "" = none.
class NamedRef {
 public:
  NamedRef() = default;
  NamedRef(Name name) : name_(name) {}
  NamedRef(const char* name) : name_(name) {}
  NamedRef(const std::string& name) : name_(name) {}
  NamedRef(std::string_view name) : name_(name) {}
  NamedRef(const Object* target) : object(target) {}

  Ref object;  // null: no object of the Schema

  Name name() const;
  operator Name() const { return name(); }
  std::string_view view() const { return name().view(); }
  const std::string& str() const { return name().str(); }
  bool empty() const { return !object && name_.empty(); }
  friend bool operator==(const NamedRef& a, const NamedRef& b) { return a.name() == b.name(); }
  friend bool operator==(const NamedRef& a, Name b) { return a.name() == b; }
  friend bool operator==(const NamedRef& a, const char* b) { return a.name() == b; }
  friend bool operator==(const NamedRef& a, std::string_view b) { return a.name() == b; }

 private:
  Name name_;
};

// A type as a column or argument has it. `modifiers` is what stands in the parentheses, as format_type prints it
// ("10,2", "255", "3", for interval also fields: "day to second(3)"); array dimensions do not count (PostgreSQL ignores them).
struct TypeRef {
  Ref type;       // Enum, Domain, BaseType, …, or Table, View (a row type)
  Text modifiers;
  bool array = false;
  bool setOf = false;  // of a function's result alone
  explicit operator bool() const { return static_cast<bool>(type); }
  friend bool operator==(const TypeRef&, const TypeRef&) = default;
};

// What a name inside an expression is bound to, and so how it is printed again.
enum class BindingRole : std::uint8_t {
  Relation,     // in FROM, INTO, a qualifier with its schema: schema.name
  Qualifier,    // the bare table name in front of a column: name
  Column,       // name
  Function,     // schema.name; nothing in front of pg_catalog's
  Type,         // schema.name
  Operator,     // OPERATOR(schema.name)
  Collation,    // schema.name
  Literal,      // 'schema.name' inside a string literal that becomes a regclass, regproc, …
  Star,         // columns, spelled out
};

struct Binding {
  std::uint32_t offset = 0;  // in Expression::text, bytes
  std::uint32_t length = 0;
  Ref target;                // for Star: the relation; for an extension's operator: the extension
  BindingRole role = BindingRole::Relation;
  // Star: the prefix before each column ("t.", "" or "." for the relation's own name); without columns: the text that stands for it. Each FROM item
  // that the star covers has a binding; those after the first have length 0. Operator: its name. Literal: the type ("regprocedure").
  Text spelled;
  std::vector<Ref> columns;  // Star alone
  friend bool operator==(const Binding&, const Binding&) = default;
};

// An expression or a query: the author's own text and what each name in it meant when its statement ran. Names that are not in
// `bindings` are built in, or aliases and columns of the expression itself. Text is the slice as written, without outer parentheses that
// belong to the statement (CHECK ( … )) and without white space around it.
struct Expression {
  Text text;
  std::vector<Binding> bindings;  // ascending by offset
  Location location;              // of text; not compared
  bool resolved = true;           // false: some name could not be followed (the reason has been reported); never "equal" but by text
  bool empty() const { return text.empty(); }
  friend bool operator==(const Expression& a, const Expression& b) {
    return a.text == b.text && a.bindings == b.bindings;
  }
};

// The text with every bound name spliced to what it is called now: qualified, quoted where needed, stars spelled out.
// The same for both sides of a comparison, and what is emitted.
std::string render(const Expression& expression);

// name=value settings: reloptions, function SET clauses, view options, …; in the order written, compared without order.
struct Option {
  Name name;
  Text value;
  friend bool operator==(const Option&, const Option&) = default;
  friend auto operator<=>(const Option&, const Option&) = default;
};
using Options = std::vector<Option>;

}  // namespace schemac::ir
