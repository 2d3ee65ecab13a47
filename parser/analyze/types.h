#pragma once
#include <string>

#include "ir/builtins.h"
#include "ir/schema.h"

namespace schemac::parser {

// A type as the analyser works with it. A built-in one is its row of ir/builtins (arrays are rows of their own); any other is an object of the
// Schema or the array type over it. A null one is a type that is not known.
struct Type {
  const ir::builtins::Type* builtin = nullptr;
  const ir::Object* object = nullptr;
  bool array = false;  // of `object`
  explicit operator bool() const { return builtin || object; }
  friend bool operator==(const Type&, const Type&) = default;
};

// The built-in types that rules name, looked up once for each server version.
struct KnownTypes {
  Type unknown, text, name, boolean, int2, int4, int8, numeric, float4, float8, oid, bpchar, varchar, character, bit, varbit, record, recordArray;
  Type any, anyelement, anyarray, anynonarray, anyenum, anyrange, anymultirange;
  Type anycompatible, anycompatiblearray, anycompatiblenonarray, anycompatiblerange, anycompatiblemultirange;
  Type date, time, timetz, timestamp, timestamptz, interval, json, jsonb, jsonpath, xml, bytea, cstring, regclass, void_, tid, xid, cid, uuid, int2vector, oidvector;
};
const KnownTypes& knownTypes(int version);

// What PostgreSQL's type cache says of types, for one Schema.
class Types {
 public:
  explicit Types(const ir::Schema& schema) : schema_(&schema), known_(&knownTypes(schema.serverVersion)) {}

  const KnownTypes& known() const { return *known_; }
  int version() const { return schema_->serverVersion; }
  Type builtin(std::string_view qualified) const;  // as rows of ir/builtins name it
  Type of(const ir::TypeRef& reference) const;
  // Back to a reference of the IR; a null one for what the IR has no object for.
  ir::TypeRef reference(Type type, ir::Text modifiers, ir::Schema& schema) const;
  // By an extension's row: "@extschema@.citext", "text", "@extschema:cube@.cube".
  Type ofExtension(std::string_view qualified, const ir::Object& extension) const;

  char category(Type type) const;  // pg_type.typcategory
  bool preferred(Type type) const;
  bool isArray(Type type) const;
  bool isDomain(Type type) const;
  bool isEnum(Type type) const;
  bool isRange(Type type) const;
  bool isMultirange(Type type) const;
  bool isComposite(Type type) const;
  bool isPolymorphic(Type type) const;
  bool isString(Type type) const { return category(type) == 'S'; }
  bool isCollatable(Type type) const;   // pg_type.typcollation; true for the user's own base types, of which it is not known
  Type element(Type type) const;        // of a true array; null for none
  Type subscripted(Type type) const;    // what [] gives: an array's element, char of name, float8 of point
  Type arrayOf(Type type) const;
  Type base(Type type) const;           // a domain's type, all the way down
  Type base(Type type, ir::Text& modifiers) const;  // and its modifiers
  Type rangeSubtype(Type type) const;   // of a range or multirange
  Type multirangeOf(Type range) const;
  Type rangeOf(Type multirange) const;
  // Does the type take a length that a cast has to apply: varchar(10), numeric(10,2), …
  bool hasModifiers(Type type) const;

  // "text", "app.mood[]": catalog names, qualified outside pg_catalog.
  std::string display(Type type) const;
  static std::string displayName(Type type);

 private:
  const ir::builtins::Type* facts(Type type) const;  // a built-in or extension's row; null for the user's own
  const ir::Schema* schema_;
  const KnownTypes* known_;
};

// The same type, in the same or in two Schemas.
bool sameType(Type a, Type b);

}  // namespace schemac::parser
