#pragma once
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ir/object.h"

namespace schemac::ir {

// A statement (or, on a live side, an object) that could not be followed: what it touches is not known.
struct Unfollowed {
  Location where;
  std::string what;  // "DO block", "CREATE TRANSFORM", …
  std::string reason;
};

// A whole database's schema: a tree of objects that refer to each other. Built by a front end through the methods below, read by everybody
// else as const. Every change can be taken back to a mark: that is what a failing statement, ROLLBACK and an exception handler need.
class Schema {
 public:
  explicit Schema(int serverVersion = 17);
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;
  ~Schema();
  // A deep copy; references point into the copy. Without `keep` serials are kept, so objects correspond by serial; with it only objects
  // that it accepts and whose parents it accepts are there, and references to others are null.
  std::unique_ptr<Schema> clone(const std::function<bool(const Object&)>& keep = {}) const;

  int serverVersion = 17;                     // major: 14 … 18
  std::vector<std::shared_ptr<const Source>> sources;  // texts that locations point into
  std::vector<Unfollowed> unfollowed;         // not empty: a name that does not resolve may still exist
  std::vector<Name> partlyKnown;              // extensions whose members are not all known: as with `unfollowed`, names may exist unseen
  bool live = false;                          // read from a server (or a snapshot of one): owners are said, names are all there are

  // --- reading
  const std::deque<Object>& objects() const { return objects_; }  // dropped ones too
  // By space, scope and name. The scope is the schema for relations (indexes too) and types, the table for columns, …, null at top level.
  // Functions: the first of a chain by nextSameName (use functions()).
  const Object* find(Space space, const Object* scope, Name name) const;
  const Object* schema(Name name) const { return find(Space::Schema, nullptr, name); }
  const Object* relation(const Object& schema, Name name) const { return find(Space::Relation, &schema, name); }
  std::vector<const Object*> functions(const Object& schema, Name name) const;
  // Functions and aggregates.
  std::vector<const Object*> routines(const Object& schema, Name name) const;
  // All of a name in a space, in order of creation; built-in ones are left out.
  std::vector<const Object*> all(Space space, const Object* scope, Name name) const;
  // Has any table or domain of a schema a constraint of the name (ConstraintNameExists)? Names that PostgreSQL makes up are free of it.
  bool hasConstraint(const Object& schema, Name name) const;
  std::vector<const Object*> casts() const { return all(Space::Cast, nullptr, Name()); }
  std::vector<const Object*> globalDefaultPrivileges() const;  // those without a schema
  std::vector<const Object*> extensions() const;
  const Object& pgCatalog() const { return *pgCatalog_; }
  // The object of pg_catalog that stands for a built-in type ("int4"); made when first asked for.
  const Object& builtinType(Name name);
  // The same for a built-in function that something refers to by name alone (a trigger's, a range's subtype_diff): without arguments, never
  // found by functions().
  const Object& builtinFunction(Name name);
  // Objects that refer to `object` or to a part of it (not its own parts), in order of creation. Soft references (function bodies) are left out.
  std::vector<const Object*> dependents(const Object& object) const;
  // The same for several at once; nothing of `whole` itself is in the result.
  std::vector<const Object*> dependents(const std::vector<const Object*>& whole) const;

  // --- changing
  Object& create(Kind kind, const Object* parent, Name name, Payload data, Location where = {});
  template <class T>
  Object& make(const Object* parent, Name name, T data, Location where = {}) {
    return create(kindOf<T>, parent, name, Payload(std::move(data)), where);
  }
  // With its parts and what is derived from it. Does not look at dependents: the caller does (RESTRICT, CASCADE).
  void drop(const Object& object);
  void rename(const Object& object, Name name);
  void move(const Object& object, const Object& newParent);  // SET SCHEMA; parts follow
  // The object to change in place. Name and parent go through rename() and move().
  Object& edit(const Object& object);
  template <class T>
  T& edit(const Object& object) { return std::get<T>(edit(object).data); }

  // --- taking back
  std::size_t mark() const { return journal_.size(); }
  void rollback(std::size_t mark);
  void forget() { journal_.clear(); }  // no mark is used again: memory is given back

 private:
  struct Key {
    Space space; const Object* scope; Name name;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash { std::size_t operator()(const Key& key) const; };
  // One journal entry takes back one change.
  struct Undo {
    enum Action { Create, Drop, Edit, Rename, Move } action;
    Object* object;
    std::unique_ptr<Object> before;  // Edit: the whole node; Rename, Move: name and parent
  };
  void enter(Object& object);
  void leave(Object& object);
  void detach(Object& object);
  Object& mutableObject(const Object& object) { return const_cast<Object&>(object); }

  std::deque<Object> objects_;
  std::unordered_map<Key, Object*, KeyHash> names_;
  std::vector<Undo> journal_;
  Object* pgCatalog_ = nullptr;

  std::vector<const Object*> globalDefaults_, extensions_;  // dropped ones too
  std::unordered_set<Name> constraintNames_;  // all that any constraint ever had

  // Who refers to whom, brought up to date when asked for: may name objects that no longer refer, never misses one that does.
  void indexReferences() const;
  mutable std::unordered_map<const Object*, std::vector<const Object*>> referrers_;
  mutable std::size_t indexed_ = 0;               // objects_[0, indexed_) are in
  mutable std::vector<const Object*> changed_;    // edited since
};

// The scope in which an object's name is unique: see Schema::find.
const Object* scopeOf(const Object& object);

}  // namespace schemac::ir
