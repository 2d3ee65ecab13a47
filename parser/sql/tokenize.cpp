#include <string>

#include "parser/sql/parse.h"
#include "parser/sql/pg_nodes.h"

namespace schemac::parser {
namespace {

// core_yylex reports what it cannot scan by longjmp: nothing of C++ may live in this frame.
int nextToken(core_YYSTYPE* value, YYLTYPE* location, core_yyscan_t scanner) {
  volatile int kind = 0;
  PG_TRY();
  { kind = core_yylex(value, location, scanner); }
  PG_CATCH();
  {
    FlushErrorState();
    kind = 0;
  }
  PG_END_TRY();
  return kind;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::vector<Token> tokens;
  if (begin >= end || end > text.size()) return tokens;
  const std::string piece(text.substr(begin, end - begin));
  ParseMemory memory;
  core_yy_extra_type extra;
  core_yyscan_t scanner = scanner_init(piece.c_str(), &extra, &ScanKeywords, ScanKeywordTokens);
  core_YYSTYPE value;
  YYLTYPE location;
  while (const int kind = nextToken(&value, &location, scanner)) {
    // The scanner tells where a token starts; flex keeps a terminator at its end until the next call.
    const auto length = static_cast<std::uint32_t>(strlen(extra.scanbuf + location));
    tokens.push_back({kind, begin + static_cast<std::uint32_t>(location), begin + static_cast<std::uint32_t>(location) + length});
  }
  scanner_finish(scanner);
  return tokens;
}

}  // namespace schemac::parser
