#pragma once
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;

namespace schemac::testing {

// What the server refused: its message, with SQLSTATE in front.
class ServerError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Rows {
  std::vector<std::string> columns;
  std::vector<std::vector<std::optional<std::string>>> rows;
};

// A libpq connection for tests. Every failure throws ServerError.
class Connection {
 public:
  explicit Connection(const std::string& conninfo);
  // All of the text in one simple query message: one implicit transaction unless the text says otherwise.
  void run(std::string_view sql);
  Rows query(std::string_view sql);
  std::string value(std::string_view sql);
  int majorVersion() const;

 private:
  struct Close {
    void operator()(pg_conn* connection) const;
  };
  std::unique_ptr<pg_conn, Close> connection_;
};

}  // namespace schemac::testing
