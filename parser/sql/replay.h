#pragma once
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ir/diagnostic.h"
#include "ir/schema.h"
#include "parser/analyze/bind.h"
#include "parser/names.h"
#include "parser/sql/parse.h"

struct RangeVar;
struct TypeName;
struct List;
struct RoleSpec;
struct ObjectWithArgs;
#define SCHEMAC_STATEMENT(Node) struct Node;
#include "parser/sql/statements.def"
#undef SCHEMAC_STATEMENT

namespace schemac::parser {

// Why a statement cannot be applied now. Thrown by handlers, caught per statement by the runner: it takes the statement's changes back and
// either reports it (migrations), or lets the statement wait for what is missing (declarative sources).
struct ReplayError : std::runtime_error {
  ReplayError(ir::Code ofKind, ir::Location place, const std::string& message, std::string advice = {}, bool canCome = false)
      : std::runtime_error(message), code(ofKind), where(place), hint(std::move(advice)), missing(canCome) {}
  ir::Code code;
  ir::Location where;
  std::string hint;
  bool missing;          // something that another statement may still create
  std::string sqlState;  // "42P07", for exception handlers in DO blocks; "" = derived from code
};

struct Session;
// BEGIN or SAVEPOINT: where a ROLLBACK goes back to.
struct Savepoint {
  ir::Name name;                              // "" = BEGIN
  std::size_t mark = 0;                       // of the schema's journal
  std::shared_ptr<const Session> session;     // as it was
  std::shared_ptr<Session> committed;         // what COMMIT leaves: the session without SET LOCAL; of a SAVEPOINT as it was then
};

// What a session has, and SET changes. Each file starts with a fresh one.
struct Session {
  std::vector<ir::Name> searchPath{"$user", "public"};
  ir::Name user = "postgres";      // current_user: SET ROLE, SET SESSION AUTHORIZATION
  bool roleSaid = false;           // SET ROLE or SESSION AUTHORIZATION was used: owners are said
  ir::Name sessionUser = "postgres";  // SET SESSION AUTHORIZATION: whom RESET ROLE goes back to
  bool sessionUserSaid = false;
  bool checkFunctionBodies = true;
  std::vector<Savepoint> transactions;  // BEGIN and what was saved since, outermost first; empty = autocommit
  ir::Name defaultTablespace, defaultAccessMethod;
  ir::Options settings;            // what else was SET, for SET … FROM CURRENT
};

struct ReplayOptions {
  int serverVersion = 17;
  std::string profile = "postgres";
  std::string platformSql;         // the profile's text; replayed first with Origin::Platform
  bool declarative = false;
  // Reads a file that \i names; null if it cannot be read. Not set: includes are refused.
  std::function<std::shared_ptr<const ir::Source>(const std::string& path)> load;
};

// Everything a statement handler works with: the schema under construction, the session and the statement at hand.
class Replay {
 public:
  Replay(ir::Schema& schema, const ReplayOptions& options, ir::Diagnostics& diagnostics);

  ir::Schema& schema;
  const ReplayOptions& options;
  ir::Diagnostics& diagnostics;
  Session session;
  ir::Origin origin = ir::Origin::User;  // of what is created now
  std::vector<const ir::Object*> temporary;  // tables that go away with the session
  std::vector<const ir::Object*> dropOnCommit;  // and with the transaction that BEGIN began
  // PREPARE name AS query, for CREATE TABLE … AS EXECUTE: its place in a text.
  struct Prepared {
    Node* query;
    std::vector<ir::TypeRef> parameters;
    const char* text;
    std::uint32_t begin, end;
  };
  std::unordered_map<std::string, Prepared> prepared;
  // Functions made or replaced, with the search path in force then: what their bodies name is looked up at the end (functions.h).
  std::unordered_map<const ir::Object*, std::vector<ir::Name>> bodies;

  // --- the statement at hand (set by the runner)
  const ir::Source* source = nullptr;
  std::string_view text;                 // what was parsed: node locations are offsets into it
  Statement statement;
  std::string_view statementText() const { return text.substr(extent_.first, extent_.second - extent_.first); }
  ir::Location at(int nodeLocation) const;                          // a node's place; the statement's for -1
  ir::Location range(std::uint32_t begin, std::uint32_t end) const;
  const std::vector<Token>& tokens();    // of the statement, scanned when first asked for

  // --- names, by the search path in force
  Names names() const;
  const ir::Object& creationSchema(const RangeVar* written);                    // or the schema by name; throws
  const ir::Object& schemaNamed(ir::Name name, int location);                   // throws Undefined
  const ir::Object& relation(const RangeVar& name, const char* what = "relation");  // throws Undefined with a near match
  const ir::Object* findRelation(const RangeVar& name);                         // null if there is none
  const ir::Object& column(const ir::Object& relation, ir::Name name, int location = -1);  // throws Undefined
  ir::TypeRef type(const TypeName& name);                                       // throws Undefined; SETOF and arrays included
  std::pair<ir::Name, ir::Name> split(const List* qualifiedName);               // {schema or "", name}
  const ir::Object& function(const ObjectWithArgs& name, const char* what = "function");   // throws
  const ir::Object* findFunction(const ObjectWithArgs& name);
  ir::Name role(const RoleSpec& role);                                          // CURRENT_USER and PUBLIC resolved; an unknown role is a warning once
  bool inTransaction() const { return !session.transactions.empty(); }  // marks of the schema's journal are still needed
  // A name that does not resolve may exist all the same.
  bool mayBeUnseen() const { return !schema.unfollowed.empty() || !schema.partlyKnown.empty(); }

  // --- expressions: a slice of the statement and what its names mean now; throws for names that certainly do not exist
  ir::Expression expression(Node* node, std::uint32_t begin, std::uint32_t end, const BindScope& scope, ir::TypeRef* type = nullptr);
  BoundQuery query(Node* node, std::uint32_t begin, std::uint32_t end, const BindScope& scope = {});

  // --- making objects: sets origin, location, leading comment; gives the owner and the default privileges that the server would give
  template <class T>
  ir::Object& make(const ir::Object* parent, ir::Name name, T data, int location = -1) {
    return made(schema.make(parent, name, std::move(data), at(location)));
  }
  ir::Object& made(ir::Object& object);
  // Schema, table, type, function, sequence, view: Owner (where said) and Grants by default privileges. Call it when the object is complete.
  void giveDefaults(const ir::Object& object);
  void requireFree(ir::Space space, const ir::Object* scope, ir::Name name, int location, const char* what);  // throws Duplicate
  // DROP … [CASCADE]: throws Dependents unless cascade; drops what depends on it, and lets references out of what survives go.
  void drop(const ir::Object& object, bool cascade, int location = -1);

  // Part of a statement that may wait alone in a declarative source (a foreign key apart from its table, a body): runs now; where it throws
  // `missing` there, its own changes are taken back and it is tried again when more exists. In migrations the error goes on.
  // The action may keep references to raw nodes: parse trees live until the whole source is replayed.
  void attempt(std::function<void(Replay&)> action);

  // Which tables inherit from a table or are its partitions, perhaps no longer: found among objects() up to inheritanceSeen (childTables).
  std::unordered_map<const ir::Object*, std::vector<const ir::Object*>> inheritanceChildren;
  std::size_t inheritanceSeen = 0;

  // --- saying what is not followed
  void notModelled(const std::string& what, const std::string& reason = {});   // warning with the statement's place; the schema may hold more than known
  void ignored() {}                                                             // the statement changes no schema: rows, settings, NOTIFY, …

  // A name that PostgreSQL would make up: "t_a_key" with truncation to 63 bytes and a number where taken (makeObjectName, ChooseRelationName).
  ir::Name chooseName(const std::string& name1, const std::string& name2, const std::string& label, const std::function<bool(ir::Name)>& taken);
  ir::Name chooseRelationName(const std::string& name1, const std::string& name2, const std::string& label, const ir::Object& schema,
                              bool constraintToo = false);

  // Runs SQL text in this session as if it stood here (DO blocks' statements, EXECUTE): parses and dispatches each statement.
  void runText(std::string_view sql);
  void dispatch(const Statement& statement);  // one statement through its handler; throws ReplayError

 private:
  friend class Runner;
  struct Waiting;
  void requireResolved(const std::vector<UnresolvedName>& unresolved);
  std::pair<std::uint32_t, std::uint32_t> extent_{0, 0};  // of the statement in `text`
  bool embedded_ = false;  // the statement stands in a string (EXECUTE, a DO block): its place is the outer statement's
  std::vector<Token> tokens_;
  bool tokensKnown_ = false;
  std::vector<Waiting>* waiting_ = nullptr;  // declarative sources: what waits
};

// One handler a statement node, each in the file of its kind under parser/sql; see statements.def.
#define SCHEMAC_STATEMENT(Node) void replay(Replay& replay, const ::Node& statement);
#include "parser/sql/statements.def"
#undef SCHEMAC_STATEMENT

// Replays SQL files into a new Schema on top of the profile. Null only if nothing could be read; errors are in the diagnostics.
// migrations: in order, each in a fresh session, every error there and then. declarative: order does not matter (DESIGN.md, 2, Sources).
std::unique_ptr<ir::Schema> readSql(const std::vector<std::shared_ptr<const ir::Source>>& files, const ReplayOptions& options,
                                    ir::Diagnostics& diagnostics);
// The same on top of an existing schema (self-check, and migrations on a live catalog's copy).
void replayInto(ir::Schema& schema, const std::vector<std::shared_ptr<const ir::Source>>& files, const ReplayOptions& options,
                ir::Diagnostics& diagnostics);

}  // namespace schemac::parser
