#pragma once
// Spelling of SQL text: what is common to the statements of every kind. Nothing here knows of plans.
#include <string>
#include <string_view>
#include <vector>

#include "ir/identity.h"
#include "ir/object.h"

namespace schemac::emitters {

// A token of SQL, as far as quoting goes.
struct Token {
  enum Type { Space, Comment, String, Identifier, Dollar, Word, Symbol } type;
  std::size_t begin, end;
};
std::vector<Token> tokens(std::string_view sql);

std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string lower(std::string_view text);
// The first `most` bytes at most, whole characters.
std::string_view clipped(std::string_view text, std::size_t most);

// 'text'; a carriage return is spelled as an escape, for a lone one would end a comment that carries the statement.
std::string literal(std::string_view text);
// $$ body $$ with a tag that neither PostgreSQL nor the CLI's splitters can take for another end.
std::string dollarQuoted(std::string_view body, std::string_view name);
// One line of a comment: line ends become visible escapes.
std::string oneLine(std::string_view text);
// Every line moved to the right, but for the inside of literals, quoted names and comments.
std::string indent(std::string_view sql, int columns);

// As a person writes it: varchar(80), timestamptz, public.mood[].
std::string typeName(const ir::TypeRef& type);
std::string columnNames(const std::vector<ir::Ref>& columns);  // (a, b)
std::string names(const std::vector<ir::Name>& roles);         // a, "B"
std::string roleName(ir::Name role);                           // public, current_user for @owner

// An expression ready to stand in front of more text (a comment at its end is closed by a line end).
std::string sql(const ir::Expression& expression);
// (expression), without doubling parentheses that are there already.
std::string parenthesized(const ir::Expression& expression);
// Where the grammar takes b_expr (DEFAULT in a column definition): parentheses only where needed.
std::string operand(const ir::Expression& expression);
// An index or partition key element: bare for a function call.
std::string element(const ir::Expression& expression);

// "pg_catalog.\"C\"", "extensions.gin_trgm_ops": names that the IR keeps with their schema in front of a dot.
std::string qualifiedText(ir::Name name);
std::string collationName(ir::Name name, int serverVersion);
std::string operatorName(ir::Name name);  // =, operator(extensions.=)

std::string optionValue(std::string_view value);
std::string optionList(const ir::Options& options, std::string_view prefix = {});  // a = 1, b = 'x y'
// The difference of two option lists: what to set, and the names to reset.
struct OptionChange {
  ir::Options set;
  std::vector<std::string> reset;
};
OptionChange optionChange(const ir::Options& before, const ir::Options& after);
// "set (…)", "reset (…)", either, both or none.
std::vector<std::string> optionActions(const ir::Options& before, const ir::Options& after, std::string_view prefix = {});
// SET name = value of a function, as stored in proconfig.
std::string settingClause(const ir::Option& setting);

}  // namespace schemac::emitters
