#pragma once
// A connection and what queries give: the only part of the catalog reader that knows libpq.
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace schemac::parser::catalog {

using Oid = std::uint32_t;

class Rows;

// One row, read from the left: every call takes the next column of the query's select list. NULL reads as "", 0, false or nothing.
class Row {
 public:
  Row(const Rows& rows, int row) : rows_(&rows), row_(row) {}
  std::string_view text();
  std::optional<std::string_view> maybe();  // nothing for NULL
  std::int64_t number();
  Oid oid() { return static_cast<Oid>(number()); }
  bool flag();                              // boolean
  char letter();                            // "char", '\0' for an empty one
  std::vector<std::int64_t> numbers();      // oidvector, int2vector, oid[], int2[], …
  std::vector<std::string> texts();         // text[], name[]

 private:
  const Rows* rows_;
  int row_;
  int column_ = 0;
};

// The rows of one query, or literal ones (tests). Texts that a Row gives point into it.
class Rows {
 public:
  using Cell = std::optional<std::string>;
  explicit Rows(pg_result* result);
  explicit Rows(std::vector<std::vector<Cell>> literal) : literal_(std::move(literal)) {}
  int size() const;
  Row operator[](int row) const { return Row(*this, row); }
  std::optional<std::string_view> cell(int row, int column) const;

 private:
  struct Clear { void operator()(pg_result* result) const; };
  std::unique_ptr<pg_result, Clear> result_;
  std::vector<std::vector<Cell>> literal_;
};

// The elements of an array literal as PostgreSQL prints it ({a,"b c",NULL}); NULL elements come as "".
std::vector<std::string> parseArray(std::string_view text);

class Connection {
 public:
  // A URL, a conninfo string or service=NAME. Does not throw: look at ok().
  explicit Connection(const std::string& conninfo);
  bool ok() const;
  std::string error() const;  // the server's or libpq's message, one line, password masked
  int serverVersion() const;  // major
  std::string database() const;

  // Sends all statements at once and hands their rows over in order, as they arrive. Stops at the first that fails:
  // `error()` says why, and the result is its position; else the number of statements.
  std::size_t run(const std::vector<std::string>& statements, const std::function<void(std::size_t, const Rows&)>& take);

 private:
  struct Finish { void operator()(pg_conn* connection) const; };
  std::unique_ptr<pg_conn, Finish> connection_;
  std::string conninfo_;
  std::string error_;
};

// `text` without the passwords that `conninfo` holds: in a URL's userinfo, in password=…, and wherever the value itself shows up.
std::string maskPassword(std::string text, const std::string& conninfo);

}  // namespace schemac::parser::catalog
