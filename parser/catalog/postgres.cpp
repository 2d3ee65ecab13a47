#include "parser/catalog/postgres.h"

#include <libpq-fe.h>

#include <algorithm>
#include <charconv>

namespace schemac::parser::catalog {

// --- rows

std::string_view Row::text() { return rows_->cell(row_, column_++).value_or(std::string_view()); }
std::optional<std::string_view> Row::maybe() { return rows_->cell(row_, column_++); }
bool Row::flag() { return text() == "t"; }

std::int64_t Row::number() {
  const std::string_view digits = text();
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

char Row::letter() {
  const std::string_view value = text();
  return value.empty() ? '\0' : value[0];
}

std::vector<std::int64_t> Row::numbers() {
  std::vector<std::int64_t> values;
  const std::string_view list = text();
  const char* end = list.data() + list.size();
  for (const char* at = list.data(); at < end;) {
    std::int64_t value = 0;
    const auto parsed = std::from_chars(at, end, value);
    if (parsed.ec == std::errc()) values.push_back(value);
    at = parsed.ec == std::errc() ? parsed.ptr : at + 1;
  }
  return values;
}

std::vector<std::string> Row::texts() { return parseArray(text()); }

std::vector<std::string> parseArray(std::string_view text) {
  std::vector<std::string> elements;
  if (text.size() < 2 || text.front() != '{' || text == "{}") return elements;
  std::string element;
  bool quoted = false, wasQuoted = false;
  const auto finish = [&] {
    elements.push_back(!wasQuoted && element == "NULL" ? std::string() : std::move(element));
    element.clear();
    wasQuoted = false;
  };
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 2 < text.size()) element += text[++i];
    else if (c == '"') quoted = !quoted, wasQuoted = true;
    else if (c == ',' && !quoted) finish();
    else element += c;
  }
  finish();
  return elements;
}

Rows::Rows(pg_result* result) : result_(result) {}
void Rows::Clear::operator()(pg_result* result) const { PQclear(result); }
int Rows::size() const { return result_ ? PQntuples(result_.get()) : static_cast<int>(literal_.size()); }

std::optional<std::string_view> Rows::cell(int row, int column) const {
  if (!result_) {
    const Cell& cell = literal_.at(row).at(column);
    return cell ? std::optional<std::string_view>(*cell) : std::nullopt;
  }
  if (PQgetisnull(result_.get(), row, column)) return std::nullopt;
  return std::string_view(PQgetvalue(result_.get(), row, column), PQgetlength(result_.get(), row, column));
}

// --- the connection

namespace {

std::string oneLine(std::string_view message) {
  std::string line;
  for (const char c : message) {
    if (c == '\n' || c == '\t') {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else {
      line += c;
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

void replaceAll(std::string& text, const std::string& what, std::string_view by) {
  for (std::size_t at = text.find(what); !what.empty() && at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

// scheme://user:secret@host → scheme://user:***@host, also where the text only quotes a piece of the URL.
void maskUrl(std::string& text) {
  for (std::size_t at = text.find("://"); at != std::string::npos; at = text.find("://", at + 3)) {
    const std::size_t end = std::min(text.find_first_of(" /\"'", at + 3), text.size());
    const std::size_t sign = text.rfind('@', end);
    const std::size_t colon = text.find(':', at + 3);
    if (sign != std::string::npos && sign > at && colon != std::string::npos && colon < sign) text.replace(colon + 1, sign - colon - 1, "***");
  }
}

void maskAssignment(std::string& text, std::string_view key) {
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + key.size())) {
    std::size_t value = text.find_first_not_of(' ', at + key.size());
    if (value == std::string::npos || text[value] != '=') continue;
    value = text.find_first_not_of(' ', value + 1);
    if (value == std::string::npos) continue;
    const bool quoted = text[value] == '\'';
    std::size_t end = quoted ? text.find('\'', value + 1) : text.find_first_of(" &\"", value);
    end = end == std::string::npos ? text.size() : end + (quoted ? 1 : 0);
    text.replace(value, end - value, "***");
  }
}

}  // namespace

std::string maskPassword(std::string text, const std::string& conninfo) {
  // The value itself first: a message may quote it out of its context.
  if (PQconninfoOption* options = PQconninfoParse(conninfo.c_str(), nullptr)) {
    for (const PQconninfoOption* option = options; option->keyword; ++option) {
      const std::string_view keyword = option->keyword;
      if (option->val && (keyword == "password" || keyword == "sslpassword")) replaceAll(text, option->val, "***");
    }
    PQconninfoFree(options);
  }
  maskUrl(text);
  maskAssignment(text, "password");
  return text;
}

Connection::Connection(const std::string& conninfo) : conninfo_(conninfo) {
  // What comes before dbname is a default that the conninfo may override, what comes after it holds.
  const char* const keywords[] = {"connect_timeout", "dbname", "client_encoding", "fallback_application_name", nullptr};
  const char* const values[] = {"20", conninfo_.c_str(), "UTF8", "schemac", nullptr};
  connection_.reset(PQconnectdbParams(keywords, values, 1));
  if (!ok()) error_ = PQerrorMessage(connection_.get());
  else PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
}

void Connection::Finish::operator()(pg_conn* connection) const { PQfinish(connection); }
bool Connection::ok() const { return connection_ && PQstatus(connection_.get()) == CONNECTION_OK; }
std::string Connection::error() const { return maskPassword(oneLine(error_), conninfo_); }
int Connection::serverVersion() const { return PQserverVersion(connection_.get()) / 10000; }
std::string Connection::database() const { return PQdb(connection_.get()); }

std::size_t Connection::run(const std::vector<std::string>& statements, const std::function<void(std::size_t, const Rows&)>& take) {
  pg_conn* const c = connection_.get();
  const auto failed = [&](std::size_t at) {
    if (error_.empty()) error_ = PQerrorMessage(c);
    return at;
  };
  error_.clear();
  if (!PQenterPipelineMode(c)) return failed(0);
  for (const std::string& statement : statements)
    if (!PQsendQueryParams(c, statement.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0)) return failed(0);
  if (!PQpipelineSync(c)) return failed(0);

  std::size_t done = statements.size();
  for (std::size_t i = 0; i < statements.size(); ++i) {
    pg_result* result = PQgetResult(c);
    if (!result) return failed(i);  // the connection is gone
    const Rows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
      if (i < done) take(i, rows);
    } else if (i < done) {
      const char* const message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
      error_ = message ? message : PQresultErrorMessage(result);
      done = i;  // those after it come as PGRES_PIPELINE_ABORTED
    }
    PQclear(PQgetResult(c));  // the null that ends a statement's results
  }
  PQclear(PQgetResult(c));  // of the sync
  PQexitPipelineMode(c);
  return done < statements.size() ? failed(done) : done;
}

}  // namespace schemac::parser::catalog
