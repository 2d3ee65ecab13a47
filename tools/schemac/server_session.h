#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct pg_conn;

namespace schemac::tool {

// What a server says against a statement.
struct Refusal {
  std::string message, hint;
  std::string state;         // SQLSTATE
  std::size_t position = 0;  // in the statement, counted in characters from 1; 0 = none
};

// A session that runs statements, one by one. Notices are left out.
class ServerSession {
 public:
  explicit ServerSession(const std::string& conninfo);
  bool ok() const;
  std::string error() const;  // of the connection; password masked
  int version() const;        // major

  // `copyData`: what COPY … FROM STDIN reads.
  std::optional<Refusal> run(const std::string& statement, const std::string& copyData = {});
  // The first column of all rows.
  std::vector<std::string> column(const std::string& query);

 private:
  struct Finish {
    void operator()(pg_conn* connection) const;
  };
  std::unique_ptr<pg_conn, Finish> connection_;
  std::string conninfo_;
};

// key='value' for a conninfo.
std::string conninfoPart(const std::string& key, const std::string& value);
// A URL or conninfo as key='value' pairs, without the database; `database`: which it named. Nothing where it is none.
std::optional<std::string> withoutDatabase(const std::string& conninfo, std::string& database);

}  // namespace schemac::tool
