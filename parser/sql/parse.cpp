#include "parser/sql/parse.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "fmt/format.h"
#include "parser/sql/encoding.h"
#include "parser/sql/pg_nodes.h"
#include "parser/sql/psql_lines.h"

namespace schemac::parser {
namespace {

thread_local int memoryDepth = 0;

struct ParseFailure {
  std::string message;
  std::uint32_t offset = 0;  // bytes
};

// The raw trees of a text, or why there are none.
List* rawParse(const std::string& text, int mode, std::optional<ParseFailure>& failure) {
  PgQueryInternalParsetreeAndError result = pg_query_raw_parse(text.c_str(), mode);
  free(result.stderr_buffer);
  if (result.error) {
    // error->cursorpos counts characters from 1 (0: nowhere); everything else in schemac counts bytes from 0.
    const auto position = static_cast<std::size_t>(std::max(result.error->cursorpos, 0));
    failure = ParseFailure{result.error->message, static_cast<std::uint32_t>(byteOffset(text, position))};
    pg_query_free_error(result.error);
    return nullptr;
  }
  return result.tree;
}

// A statement's range begins right after the semicolon before it: white space and comments come off.
std::uint32_t skipBlanksAndComments(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    if (std::isspace(static_cast<unsigned char>(text[at]))) {
      ++at;
    } else if (text.substr(at, 2) == "--") {
      const std::size_t end = text.find('\n', at);
      at = end == std::string_view::npos ? static_cast<std::uint32_t>(text.size()) : static_cast<std::uint32_t>(end);
    } else if (text.substr(at, 2) == "/*") {
      int depth = 0;
      do {
        if (text.substr(at, 2) == "/*") ++depth, at += 2;
        else if (text.substr(at, 2) == "*/") --depth, at += 2;
        else ++at;
      } while (depth > 0 && at < text.size());
    } else {
      break;
    }
  }
  return at;
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front()))) line.remove_prefix(1);
  while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
  return line;
}

// The piece that the scanner's split puts around an offset: what to blank so that the rest can be parsed. The split takes a BEGIN ATOMIC body
// apart, so it serves recovery alone.
std::pair<std::uint32_t, std::uint32_t> pieceAround(const std::string& text, std::uint32_t offset) {
  std::pair<std::uint32_t, std::uint32_t> piece{offset, static_cast<std::uint32_t>(text.size())};
  PgQuerySplitResult split = pg_query_split_with_scanner(text.c_str());
  bool found = false;
  for (int i = 0; !split.error && i < split.n_stmts; ++i) {
    const auto begin = static_cast<std::uint32_t>(split.stmts[i]->stmt_location);
    const auto end = begin + static_cast<std::uint32_t>(split.stmts[i]->stmt_len);
    if (offset >= begin && offset <= end) piece = {begin, end}, found = true;
  }
  pg_query_free_split_result(split);
  if (!found) {  // the scanner stopped too: an unterminated string or comment
    const std::size_t before = text.rfind(';', offset);
    piece.first = before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 1);
  }
  return piece;
}

void blank(std::string& text, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end && i < text.size(); ++i)
    if (text[i] != '\n') text[i] = ' ';
}

// Parses; on a syntax error reports it, blanks that statement and tries again, so that all are reported.
List* parseAll(const ir::Source& source, std::shared_ptr<const std::string>& text, ir::Diagnostics& diagnostics) {
  constexpr int kMostErrors = 20;
  std::string rest;
  for (int errors = 0;; ++errors) {
    std::optional<ParseFailure> failure;
    List* tree = rawParse(*text, PG_QUERY_PARSE_DEFAULT, failure);
    if (!failure) return tree;
    const ir::Location where{&source, failure->offset, failure->offset + 1};
    diagnostics.add(ir::Code::Syntax, where, failure->message);
    const auto [begin, end] = pieceAround(*text, failure->offset);
    if (errors + 1 >= kMostErrors || begin >= end) return nullptr;
    rest = *text;
    blank(rest, begin, end);
    if (rest == *text) return nullptr;
    text = std::make_shared<const std::string>(std::move(rest));
  }
}

}  // namespace

ParseMemory::ParseMemory() : outer_(CurrentMemoryContext) {
  if (memoryDepth++ == 0) {
    context_ = pg_query_enter_memory_context();
  } else {
    context_ = AllocSetContextCreate(CurrentMemoryContext, "schemac", ALLOCSET_DEFAULT_SIZES);
    MemoryContextSwitchTo(static_cast<MemoryContext>(context_));
  }
}

ParseMemory::~ParseMemory() {
  if (--memoryDepth == 0) {
    pg_query_exit_memory_context(static_cast<MemoryContext>(context_));
  } else {
    MemoryContextSwitchTo(static_cast<MemoryContext>(outer_));
    MemoryContextDelete(static_cast<MemoryContext>(context_));
  }
}

ir::Text commentAbove(std::string_view text, std::uint32_t at) {
  // Whole lines that begin with "--", directly above the line of `at`.
  std::size_t lineStart = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  if (!trimmed(text.substr(lineStart, at - lineStart)).empty()) return {};  // the comment is about what begins the line
  std::string found;
  while (lineStart > 0) {
    const std::size_t end = lineStart - 1;
    const std::size_t start = end == 0 ? 0 : text.rfind('\n', end - 1) + 1;
    const std::string_view line = trimmed(text.substr(start, end - start));
    if (!line.starts_with("--")) break;
    found = std::string(line) + (found.empty() ? "" : "\n") + found;
    lineStart = start;
  }
  // Only annotations are of use; other comments need not be kept.
  if (found.find("schemac:") == std::string::npos && found.find("@renamed") == std::string::npos) return {};
  return found;
}

ParsedFile parseFile(std::shared_ptr<const ir::Source> source, ParseMemory&, ir::Diagnostics& diagnostics) {
  return parseIntoCurrent(std::move(source), diagnostics);
}

ParsedFile parseIntoCurrent(std::shared_ptr<const ir::Source> source, ir::Diagnostics& diagnostics) {
  ParsedFile file;
  file.source = source;
  PsqlLines lines = blankPsqlLines(*source, diagnostics);
  if (lines.changed) file.parsedText = std::make_shared<const std::string>(std::move(lines.text));
  else file.parsedText = std::shared_ptr<const std::string>(source, &source->text);

  List* tree = parseAll(*source, file.parsedText, diagnostics);
  const std::string_view text = *file.parsedText;
  for (RawStmt* raw : each<RawStmt>(tree)) {
    Statement& statement = file.statements.emplace_back();
    statement.node = raw->stmt;
    const auto begin = skipBlanksAndComments(text, static_cast<std::uint32_t>(std::max(raw->stmt_location, 0)));
    std::uint32_t end = raw->stmt_len == 0 ? static_cast<std::uint32_t>(text.size())
                                           : static_cast<std::uint32_t>(std::max(raw->stmt_location, 0) + raw->stmt_len);
    while (end > begin && std::isspace(static_cast<unsigned char>(text[end - 1]))) --end;
    statement.location = {source.get(), begin, end};
    statement.leadingComment = commentAbove(text, begin);
  }
  for (const PsqlInclude& include : lines.includes) {
    Statement statement;
    statement.include = include.path;
    statement.includeRelative = include.relative;
    statement.location = {source.get(), include.offset, include.offset + 1};
    const auto place = std::find_if(file.statements.begin(), file.statements.end(),
                                    [&](const Statement& s) { return s.location.begin > include.offset; });
    file.statements.insert(place, std::move(statement));
  }
  return file;
}

ParsedText parseExpression(std::string_view text, ParseMemory&) {
  std::optional<ParseFailure> failure;
  const std::string sql = "SELECT (" + std::string(text) + "\n)";
  List* tree = rawParse(sql, PG_QUERY_PARSE_DEFAULT, failure);
  if (failure) return {nullptr, 8, failure->message};
  if (list_length(tree) != 1) return {nullptr, 8, "not one expression"};
  auto* select = as<SelectStmt>(linitial_node(RawStmt, tree)->stmt, T_SelectStmt);
  if (!select || list_length(select->targetList) != 1) return {nullptr, 8, "not one expression"};
  return {linitial_node(ResTarget, select->targetList)->val, 8, {}};
}

ParsedText parseQuery(std::string_view text, ParseMemory&) {
  std::optional<ParseFailure> failure;
  List* tree = rawParse(std::string(text), PG_QUERY_PARSE_DEFAULT, failure);
  if (failure) return {nullptr, 0, failure->message};
  if (list_length(tree) != 1) return {nullptr, 0, "not one statement"};
  return {linitial_node(RawStmt, tree)->stmt, 0, {}};
}

ParsedText parseType(std::string_view text, ParseMemory&) {
  std::optional<ParseFailure> failure;
  List* tree = rawParse(std::string(text), PG_QUERY_PARSE_TYPE_NAME, failure);
  if (failure || list_length(tree) < 1) return {nullptr, 0, failure ? failure->message : "not a type"};
  Node* node = static_cast<Node*>(linitial(tree));
  if (nodeTag(node) == T_RawStmt) node = reinterpret_cast<RawStmt*>(node)->stmt;
  return {node, 0, {}};
}

std::string parsePlpgsql(std::string_view statement, std::string& error) {
  // It enters and leaves the outermost memory context whatever is current: what we were in must be current again afterwards.
  const MemoryContext current = CurrentMemoryContext;
  PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(std::string(statement).c_str());
  CurrentMemoryContext = current;
  std::string json = result.error || !result.plpgsql_funcs ? "" : result.plpgsql_funcs;
  if (result.error) error = result.error->message;
  pg_query_free_plpgsql_parse_result(result);
  return json;
}

}  // namespace schemac::parser
