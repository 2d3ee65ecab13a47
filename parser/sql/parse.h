#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ir/diagnostic.h"
#include "ir/source.h"
#include "ir/text.h"

struct Node;  // PostgreSQL's

namespace schemac::parser {

// The memory that raw parse trees live in. Contexts nest (a function body is parsed while its statement is replayed);
// leave them in reverse order. One thread each: libpg_query's state is per thread.
class ParseMemory {
 public:
  ParseMemory();
  ~ParseMemory();
  ParseMemory(const ParseMemory&) = delete;
  ParseMemory& operator=(const ParseMemory&) = delete;

 private:
  void* context_;
  void* outer_;
};

// One statement. Node locations are byte offsets into source->text.
struct Statement {
  Node* node = nullptr;       // its raw tree; null for an include
  std::string include;        // \i FILE, \ir FILE: the file, in place of a node
  bool includeRelative = false;
  ir::Location location;      // from its first token to its last (without the semicolon)
  ir::Text leadingComment;    // the comment lines right above it
};

struct ParsedFile {
  std::shared_ptr<const ir::Source> source;
  std::shared_ptr<const std::string> parsedText;  // what was parsed: the source with psql lines and COPY data blanked, byte for byte as long
  std::vector<Statement> statements;
};

// Parses one file into `memory` (which must be the innermost one). psql's display lines and COPY data are blanked, a BOM is ignored, \i and \ir
// become statements with `include` set, other psql commands are errors by name. After a syntax error the file is split
// with the scanner and parsed statement by statement, so that every error is reported; the result then holds what could be parsed.
ParsedFile parseFile(std::shared_ptr<const ir::Source> source, ParseMemory& memory, ir::Diagnostics& diagnostics);
// The same into whatever memory is the innermost one: a statement's own SQL, whose trees must live as long as the file's.
ParsedFile parseIntoCurrent(std::shared_ptr<const ir::Source> source, ir::Diagnostics& diagnostics);

// Parses a text that is one SQL expression or query out of a catalog or an expression of the IR. Node locations are offsets into `text` plus `shift`.
struct ParsedText {
  Node* node = nullptr;   // expression: the a_expr; query: the SelectStmt (or other DML); null on a syntax error
  int shift = 0;
  std::string error;
};
ParsedText parseExpression(std::string_view text, ParseMemory& memory);
ParsedText parseQuery(std::string_view text, ParseMemory& memory);
// The PL/pgSQL in a CREATE FUNCTION or DO statement, as libpg_query's JSON; "" with `error` set where it cannot be parsed.
std::string parsePlpgsql(std::string_view statement, std::string& error);
// A type name as PostgreSQL prints it: "character varying(20)[]". Null on a syntax error.
// The "--" lines right above text[at], if they hold an annotation ("schemac:", "@renamed"); else "".
ir::Text commentAbove(std::string_view text, std::uint32_t at);

ParsedText parseType(std::string_view text, ParseMemory& memory);

// A token of the core scanner; `kind` is the grammar's token number (or the character).
struct Token {
  int kind;
  std::uint32_t begin, end;
};
// The tokens of text[begin, end), comments and white space left out; offsets are into `text`. Stops at what cannot be scanned.
std::vector<Token> tokenize(std::string_view text, std::uint32_t begin, std::uint32_t end);

}  // namespace schemac::parser
