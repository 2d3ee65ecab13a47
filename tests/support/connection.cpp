#include "tests/support/connection.h"

#include <libpq-fe.h>

namespace schemac::testing {
namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

Result checked(PGconn* connection, PGresult* raw) {
  Result result(raw, &PQclear);
  const auto status = PQresultStatus(result.get());
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY) return result;
  const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  std::string message = std::string(state ? state : "-----") + ": " + PQerrorMessage(connection);
  while (!message.empty() && message.back() == '\n') message.pop_back();
  throw ServerError(message);
}

}  // namespace

void Connection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

Connection::Connection(const std::string& conninfo) : connection_(PQconnectdb(conninfo.c_str())) {
  if (PQstatus(connection_.get()) != CONNECTION_OK) throw ServerError(PQerrorMessage(connection_.get()));
  PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
}

void Connection::run(std::string_view sql) { checked(connection_.get(), PQexec(connection_.get(), std::string(sql).c_str())); }

Rows Connection::query(std::string_view sql) {
  const Result result = checked(connection_.get(), PQexec(connection_.get(), std::string(sql).c_str()));
  Rows rows;
  const int width = PQnfields(result.get());
  for (int column = 0; column < width; ++column) rows.columns.emplace_back(PQfname(result.get(), column));
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    auto& values = rows.rows.emplace_back();
    for (int column = 0; column < width; ++column) {
      if (PQgetisnull(result.get(), row, column)) values.emplace_back();
      else values.emplace_back(PQgetvalue(result.get(), row, column));
    }
  }
  return rows;
}

std::string Connection::value(std::string_view sql) {
  const Rows rows = query(sql);
  if (rows.rows.empty() || rows.rows.front().empty()) throw ServerError("no row: " + std::string(sql));
  return rows.rows.front().front().value_or("");
}

int Connection::majorVersion() const { return PQserverVersion(connection_.get()) / 10000; }

}  // namespace schemac::testing
