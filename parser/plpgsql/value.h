#pragma once
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "ir/object.h"

namespace schemac::parser::plpgsql {

// A value while PL/pgSQL is interpreted over the in-memory catalog. An OID is the object it identifies.
struct Value {
  enum class Type { Null, Bool, Integer, Text, Object, Array, Row } type = Type::Null;
  bool boolean = false;
  std::int64_t integer = 0;
  std::string text;                            // Object: what a reg type prints; "" for a plain OID
  const ir::Object* object = nullptr;
  bool arrayType = false;                      // Object: the array type over it
  std::string_view regType;                    // Object: "regclass", …; "" for a plain OID
  bool asWritten = false;                      // Text: of an expression, which PostgreSQL prints in its own way
  std::vector<Value> items;                    // Array, Row
  std::vector<std::string> names;              // Row: of its fields

  static Value null() { return {}; }
  static Value of(bool b) { Value v; v.type = Type::Bool; v.boolean = b; return v; }
  static Value of(std::int64_t i) { Value v; v.type = Type::Integer; v.integer = i; return v; }
  static Value of(std::string_view t) { Value v; v.type = Type::Text; v.text = t; return v; }
  static Value of(const char* t) { return of(std::string_view(t)); }
  static Value of(const std::string& t) { return of(std::string_view(t)); }
  static Value of(ir::Text t) { return of(t.view()); }
  static Value of(const ir::Object* o) { Value v; if (o) v.type = Type::Object, v.object = o; return v; }
  static Value of(const ir::TypeRef& t) { Value v = of(t.type.object); v.arrayType = t.array; return v; }
  // What it is called nobody knows: it equals itself, and to look closer is Unknowable.
  static Value array(std::vector<Value> items) { Value v; v.type = Type::Array; v.items = std::move(items); return v; }

  bool isNull() const { return type == Type::Null; }
  bool isTrue() const { return type == Type::Bool && boolean; }
};

// The interpretation cannot go on: what it needs is not in the schema (rows, settings, a function that is not known). The block is then unknown.
struct Unknowable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Stand for the name of the database, which is not known, and, in front of a name, for a relation of the system catalog.
inline constexpr std::string_view kDatabaseName = "\x01" "database";
inline constexpr char kSystemRelation = '\x02';

// What `::text` gives: names of objects as regclass and its sisters print them. Throws Unknowable for an OID that would print as a number.
std::string toText(const Value& value);
// SQL's comparison of two values that are not null: <0, 0, >0. Text against an integer or an object compares as PostgreSQL would coerce; throws Unknowable
// for kinds that cannot be compared.
int compare(const Value& a, const Value& b);
// A key under which equal values are equal, for hash joins, DISTINCT and GROUP BY.
std::string keyOf(const Value& value);

}  // namespace schemac::parser::plpgsql
