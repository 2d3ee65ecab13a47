#include "tools/schemac/server_session.h"

#include <libpq-fe.h>

#include "parser/catalog/postgres.h"

namespace schemac::tool {

void ServerSession::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }

ServerSession::ServerSession(const std::string& conninfo) : conninfo_(conninfo) {
  const char* const keywords[] = {"connect_timeout", "dbname", "client_encoding", "fallback_application_name", nullptr};
  const char* const values[] = {"20", conninfo_.c_str(), "UTF8", "schemac", nullptr};
  connection_.reset(PQconnectdbParams(keywords, values, 1));
  if (ok()) PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
}

bool ServerSession::ok() const { return connection_ && PQstatus(connection_.get()) == CONNECTION_OK; }
int ServerSession::version() const { return PQserverVersion(connection_.get()) / 10000; }

std::string ServerSession::error() const {
  std::string message = connection_ ? PQerrorMessage(connection_.get()) : "out of memory";
  while (!message.empty() && message.back() == '\n') message.pop_back();
  return parser::catalog::maskPassword(message, conninfo_);
}

std::optional<Refusal> ServerSession::run(const std::string& statement, const std::string& copyData) {
  pg_conn* const c = connection_.get();
  std::optional<Refusal> refused;
  if (!PQsendQuery(c, statement.c_str())) return Refusal{error(), {}, "08000", 0};
  while (pg_result* result = PQgetResult(c)) {
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COPY_IN) {
      if (!copyData.empty()) PQputCopyData(c, copyData.data(), static_cast<int>(copyData.size()));
      PQputCopyEnd(c, nullptr);
    } else if (status == PGRES_COPY_OUT) {
      char* row = nullptr;
      while (PQgetCopyData(c, &row, 0) > 0) PQfreemem(row);
    } else if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY && !refused) {
      const auto field = [&](int code) {
        const char* text = PQresultErrorField(result, code);
        return std::string(text ? text : "");
      };
      const std::string place = field(PG_DIAG_STATEMENT_POSITION);
      std::string message = field(PG_DIAG_MESSAGE_PRIMARY);
      refused = Refusal{message.empty() ? error() : message, field(PG_DIAG_MESSAGE_HINT), field(PG_DIAG_SQLSTATE), place.empty() ? 0 : std::stoul(place)};
    }
    PQclear(result);
    if (PQstatus(c) != CONNECTION_OK) return refused ? refused : Refusal{error(), {}, "08000", 0};
  }
  return refused;
}

std::vector<std::string> ServerSession::column(const std::string& query) {
  std::vector<std::string> values;
  pg_result* const result = PQexec(connection_.get(), query.c_str());
  for (int row = 0; row < PQntuples(result); ++row) values.emplace_back(PQgetvalue(result, row, 0));
  PQclear(result);
  return values;
}

std::string conninfoPart(const std::string& key, const std::string& value) {
  std::string part = key + "='";
  for (const char c : value) {
    if (c == '\'' || c == '\\') part += '\\';
    part += c;
  }
  return part + "'";
}

std::optional<std::string> withoutDatabase(const std::string& conninfo, std::string& database) {
  PQconninfoOption* const options = PQconninfoParse(conninfo.c_str(), nullptr);
  if (!options) return std::nullopt;
  std::string rest;
  for (const PQconninfoOption* option = options; option->keyword; ++option) {
    if (!option->val) continue;
    if (std::string_view(option->keyword) == "dbname") database = option->val;
    else rest += (rest.empty() ? "" : " ") + conninfoPart(option->keyword, option->val);
  }
  PQconninfoFree(options);
  return rest;
}

}  // namespace schemac::tool
