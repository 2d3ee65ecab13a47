#include "parser/sql/replay.h"

#include <algorithm>
#include <cctype>

#include "fmt/format.h"
#include "ir/builtins.h"
#include "ir/identity.h"
#include "parser/sql/lookup.h"
#include "parser/sql/pg_nodes.h"
#include "parser/sql/tables.h"
#include "parser/sql/waiting.h"

namespace schemac::parser {

using ir::Code;
using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Space;

Replay::Replay(ir::Schema& s, const ReplayOptions& o, ir::Diagnostics& d) : schema(s), options(o), diagnostics(d) {
  if (options.profile == "supabase") session.searchPath = {"$user", "public", "extensions"};
}

// --- places

ir::Location Replay::at(int nodeLocation) const {
  if (nodeLocation < 0 || embedded_) return statement.location;
  return range(static_cast<std::uint32_t>(nodeLocation), static_cast<std::uint32_t>(nodeLocation) + 1);
}

ir::Location Replay::range(std::uint32_t begin, std::uint32_t end) const {
  return embedded_ ? statement.location : ir::Location{source, begin, end};
}

const std::vector<Token>& Replay::tokens() {
  if (!tokensKnown_) {
    tokens_ = tokenize(text, extent_.first, extent_.second);
    tokensKnown_ = true;
  }
  return tokens_;
}

// --- names

Names Replay::names() const {
  std::vector<Name> path;
  for (const Name name : session.searchPath) path.push_back(name == "$user" ? session.user : name);
  return Names(schema, std::move(path));
}

std::pair<Name, Name> Replay::split(const List* qualified) {
  std::vector<Name> parts;
  for (String* part : each<String>(qualified)) parts.emplace_back(part->sval);
  if (parts.empty()) return {};
  if (parts.size() == 1) return {Name(), parts[0]};
  return {parts[parts.size() - 2], parts.back()};
}

const Object& Replay::schemaNamed(Name name, int location) {
  if (name == "pg_temp") return temporarySchema(*this);
  if (const Object* found = schema.schema(name)) return *found;
  throw ReplayError(Code::Undefined, at(location), fmt::format("schema \"{}\" does not exist", name.str()), {}, true);
}

const Object& Replay::creationSchema(const RangeVar* written) {
  if (written && written->schemaname) return schemaNamed(written->schemaname, written->location);
  if (const Object* found = names().creationSchema()) return *found;
  throw ReplayError(Code::Undefined, at(-1), "no schema has been selected to create in", {}, true);
}

const Object* Replay::findRelation(const RangeVar& name) {
  return names().relation(name.schemaname ? Name(name.schemaname) : Name(), name.relname);
}

const Object& Replay::relation(const RangeVar& name, const char* what) {
  if (const Object* found = findRelation(name)) return *found;
  const std::string full = (name.schemaname ? std::string(name.schemaname) + "." : "") + name.relname;
  const std::string near = names().nearRelation(name.relname);
  throw ReplayError(Code::Undefined, at(name.location), fmt::format("{} \"{}\" does not exist", what, full),
                    near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near), true);
}

const Object& Replay::column(const Object& relation, Name name, int location) {
  if (const Object* found = ir::columnOf(relation, name)) return *found;
  const std::string near = names().nearColumn(relation, name);
  throw ReplayError(Code::Undefined, at(location),
                    fmt::format("column \"{}\" of relation \"{}\" does not exist", name.str(), relation.name.str()),
                    near.empty() ? "" : fmt::format("Did you mean \"{}\"?", near), true);
}

Name Replay::role(const RoleSpec& role) {
  switch (role.roletype) {
    case ROLESPEC_PUBLIC: return ir::kPublic;
    case ROLESPEC_CURRENT_ROLE: case ROLESPEC_CURRENT_USER: return session.user;
    case ROLESPEC_SESSION_USER: return session.sessionUser;
    case ROLESPEC_CSTRING: break;
  }
  return role.rolename;
}

// --- expressions

ir::Expression Replay::expression(Node* node, std::uint32_t begin, std::uint32_t end, const BindScope& scope, ir::TypeRef* type) {
  const Names visible = names();
  Bound bound = bindExpression(node, Slice{text, begin, end, source, 0}, scope, visible);
  requireResolved(bound.unresolved);
  bound.expression.location = range(begin, end);
  if (type) *type = bound.type;
  return std::move(bound.expression);
}

BoundQuery Replay::query(Node* node, std::uint32_t begin, std::uint32_t end, const BindScope& scope) {
  const Names visible = names();
  BoundQuery bound = bindQuery(node, Slice{text, begin, end, source, 0}, scope, visible);
  requireResolved(bound.unresolved);
  bound.expression.location = range(begin, end);
  return bound;
}

void Replay::requireResolved(const std::vector<UnresolvedName>& unresolved) {
  for (const UnresolvedName& name : unresolved) {
    if (!name.certain) continue;
    throw ReplayError(Code::Undefined, range(name.location, name.location + 1), name.message, name.hint, true);
  }
}

// --- making objects

namespace {

// The comment lines above the statement or, of a part of something that the statement makes, above the part.
ir::Text commentOn(const Object& object, const Statement& statement, std::string_view text) {
  const ir::Location& all = statement.location;
  const auto within = [&](const ir::Location& place) { return place.source == all.source && all.begin <= place.begin && place.begin < all.end; };
  if (!object.parent || object.parent->kind == Kind::Schema || !all || !within(object.parent->location)) return statement.leadingComment;
  if (text.empty() || !within(object.location) || object.location.begin == all.begin) return {};
  return commentAbove(text, object.location.begin);
}

}  // namespace

Object& Replay::made(Object& object) {
  object.origin = origin;
  if (object.parent && (object.kind == Kind::Column || object.kind == Kind::Default) && object.parent->origin != origin)
    object.origin = object.parent->origin == ir::Origin::Extension ? ir::Origin::Extension : origin;
  if (object.leadingComment.empty()) object.leadingComment = commentOn(object, statement, embedded_ ? std::string_view() : text);
  return object;
}

void Replay::requireFree(Space space, const Object* scope, Name name, int location, const char* what) {
  const Object* taken = schema.find(space, scope, name);
  if (!taken) return;
  ReplayError error(Code::Duplicate, at(location), fmt::format("{} \"{}\" already exists", what, name.str()));
  error.sqlState = space == Space::Relation ? "42P07" : space == Space::Function ? "42723" : space == Space::Column ? "42701"
                   : space == Space::Schema ? "42P06" : "42710";
  throw error;
}

// --- made-up names (makeObjectName and ChooseRelationName in src/backend/commands/indexcmds.c)

Name Replay::chooseName(const std::string& name1, const std::string& name2, const std::string& label,
                        const std::function<bool(Name)>& taken) {
  constexpr std::size_t kLongest = 63;
  for (int pass = 0;; ++pass) {
    const std::string suffix = pass == 0 ? label : label + std::to_string(pass);
    std::size_t overhead = (name2.empty() ? 0 : 1) + (suffix.empty() ? 0 : suffix.size() + 1);
    std::size_t length1 = name1.size(), length2 = name2.size();
    // PostgreSQL takes one byte at a time off the longer of the two.
    while (length1 + length2 > kLongest - overhead) (length1 > length2 ? length1 : length2)--;
    const auto clip = [](const std::string& part, std::size_t length) {
      while (length > 0 && length < part.size() && (part[length] & 0xC0) == 0x80) --length;  // whole characters (pg_mbcliplen)
      return part.substr(0, length);
    };
    std::string name = clip(name1, length1);
    if (!name2.empty()) name += "_" + clip(name2, length2);
    if (!suffix.empty()) name += "_" + suffix;
    if (!taken(name)) return name;
  }
}

Name Replay::chooseRelationName(const std::string& name1, const std::string& name2, const std::string& label, const Object& in,
                                bool constraintToo) {
  return chooseName(name1, name2, label, [&](Name name) {
    if (schema.find(Space::Relation, &in, name)) return true;
    return constraintToo && schema.hasConstraint(in, name);
  });
}

// --- statements

void Replay::notModelled(const std::string& what, const std::string& reason) {
  schema.unfollowed.push_back({statement.location, what, reason});
  diagnostics.add(Code::NotModelled, statement.location, fmt::format("{} is not followed{}", what, reason.empty() ? "" : ": " + reason));
}

void Replay::attempt(std::function<void(Replay&)> action) {
  if (!waiting_) return action(*this);
  const std::size_t mark = schema.mark();
  try {
    action(*this);
  } catch (const ReplayError& error) {
    if (!error.missing) throw;
    schema.rollback(mark);
    waiting_->push_back(Waiting::of(*this, std::move(action), error));
  }
}

namespace {

// "CREATE AGGREGATE": the leading keywords of a statement, for a message.
std::string commandOf(std::string_view sql) {
  std::string command;
  for (std::size_t at = 0, words = 0; words < 4; ++words) {
    while (at < sql.size() && std::isspace(static_cast<unsigned char>(sql[at]))) ++at;
    std::string word;
    while (at < sql.size() && (std::isalnum(static_cast<unsigned char>(sql[at])) || sql[at] == '_'))
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(sql[at++])));
    if (word.empty() || ScanKeywordLookup(word.c_str(), &ScanKeywords) < 0) break;
    for (char& c : word) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    command += (command.empty() ? "" : " ") + word;
  }
  return command.empty() ? "this statement" : command;
}

}  // namespace

void Replay::dispatch(const Statement& s) {
  statement = embedded_ ? statement : s;
  extent_ = {s.location.begin, s.location.end};
  tokensKnown_ = false;
  switch (nodeTag(s.node)) {
#define SCHEMAC_STATEMENT(Node) \
  case T_##Node: return parser::replay(*this, *reinterpret_cast<const ::Node*>(s.node));
#include "parser/sql/statements.def"
#undef SCHEMAC_STATEMENT
#define SCHEMAC_IGNORED(Node, why) \
  case T_##Node: return ignored();
#include "parser/sql/ignored.def"
#undef SCHEMAC_IGNORED
#define SCHEMAC_REFUSED(Node, what, why) \
  case T_##Node: return notModelled(what, why);
#define SCHEMAC_NOT_COMPARED(Node, what, why) \
  case T_##Node: return notCompared(*this, what, why);
#include "parser/sql/refused.def"
#undef SCHEMAC_REFUSED
#undef SCHEMAC_NOT_COMPARED
    default: notModelled(commandOf(text.substr(s.location.begin, s.location.end - s.location.begin)));
  }
}

void Replay::runText(std::string_view sql) {
  auto inner = std::make_shared<ir::Source>();
  inner->name = source ? source->name : "";
  inner->text = sql;
  schema.sources.push_back(inner);
  ir::Diagnostics syntax;
  const ParsedFile file = parseIntoCurrent(inner, syntax);  // the memory of the file at hand: an attempt() may keep the trees
  if (file.parsedText->data() != inner->text.data()) {
    auto blanked = std::make_shared<ir::Source>(ir::Source{inner->name, *file.parsedText});
    schema.sources.push_back(blanked);
    inner = blanked;
  }
  if (syntax.hasErrors())
    throw ReplayError(Code::Syntax, statement.location, syntax.sorted().front()->message);
  const auto outer = std::tuple(source, text, embedded_, extent_);
  embedded_ = true;
  source = inner.get();
  text = inner->text;
  const auto restore = [&] {
    std::tie(source, text, embedded_, extent_) = outer;
    tokensKnown_ = false;
  };
  try {
    for (const Statement& s : file.statements) dispatch(s);
  } catch (...) {
    restore();
    throw;
  }
  restore();
}

}  // namespace schemac::parser
