// schemac_regress_check CONNINFO BASE… -- FILE…: runs SQL files, PostgreSQL's own regression tests above all, statement by statement on a server and
// what the server took through the replayer, and compares the two Schemas after each file, by schemac's own two readings and with its expressions.
// The BASE files make a database that each FILE then starts from (test_setup.sql, create_table.sql, …); they are reported one after the other.
//
//   apt-get source postgresql-15
//   schemac_regress_check "host=/tmp/x user=postgres" sql/test_setup.sql -- sql/*.sql
//
// With SCHEMAC_EVERY=N in the environment also in the middle: before a DROP that comes N statements or more after the last look.
//
// Of each file: same, or what differs; statements that schemac names as not followed; and statements that it refuses and the server does not.
//
// schemac_regress_check --blocks PROFILE "CONNINFO with dbname" FILE…: the DO blocks of a project, whose files the database (with what lies under them
// in it) then runs: of each block whether it is followed exactly, named, or wrong (block_check.py runs it over many projects).
#include <libpq-fe.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "parser/sql/parse.h"
#include "tools/schemac/driver.h"

namespace fs = std::filesystem;
namespace ir = schemac::ir;
namespace parser = schemac::parser;

namespace {

std::string contentsOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(" \t\r\n"));
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
  return text;
}

// psql's own commands mean nothing here: a query buffer that \g and its kin send ends with a semicolon; \c is a new session.
std::string withoutPsql(const std::string& text) {
  static const std::regex send(R"(\\(gset|gexec|gx|g|gdesc|crosstabview|bind)\b[^\n]*)");
  std::string out;
  std::istringstream lines(text);
  bool data = false;  // of COPY
  static const std::regex copy(R"(^\s*copy\b.*\bfrom\s+stdin\b)", std::regex::icase);
  for (std::string line; std::getline(lines, line);) {
    if (data) {
      data = line != "\\.";
    } else if (line.starts_with("\\c ") || line == "\\c") {
      line = "discard all;";
    } else if (line.starts_with('\\')) {
      line.clear();
    } else {
      data = std::regex_search(line, copy);
      line = std::regex_replace(line, send, ";");
      line = std::regex_replace(line, std::regex(R"(\\;)"), ";");
    }
    out += line + "\n";
  }
  return out;
}

std::vector<std::string> statementsOf(const fs::path& path) {
  parser::ParseMemory memory;
  ir::Diagnostics diagnostics;
  auto source = std::make_shared<ir::Source>(ir::Source{path.string(), withoutPsql(contentsOf(path))});
  std::vector<std::string> statements;
  for (const parser::Statement& statement : parser::parseFile(source, memory, diagnostics).statements)
    statements.push_back(source->text.substr(statement.location.begin, statement.location.end - statement.location.begin));
  return statements;
}

class Database {
 public:
  explicit Database(const std::string& conninfo) : connection_(PQconnectdb(conninfo.c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection_));
    PQsetNoticeProcessor(connection_, [](void*, const char*) {}, nullptr);
  }
  ~Database() { PQfinish(connection_); }
  Database(const Database&) = delete;

  bool idle() const { return PQtransactionStatus(connection_) == PQTRANS_IDLE; }

  // What the server says it did; empty where it refused.
  std::string run(const std::string& statement) {
    std::string tag;
    bool failed = !PQsendQuery(connection_, statement.c_str());
    while (PGresult* result = PQgetResult(connection_)) {
      const ExecStatusType status = PQresultStatus(result);
      if (status == PGRES_COPY_IN) PQputCopyEnd(connection_, "left out");
      if (status == PGRES_COPY_OUT) {
        char* buffer = nullptr;
        while (PQgetCopyData(connection_, &buffer, 0) > 0) PQfreemem(buffer);
      }
      failed = failed || status == PGRES_FATAL_ERROR;
      tag = PQcmdStatus(result);
      PQclear(result);
    }
    return failed ? std::string() : tag.empty() ? "done" : tag;
  }

 private:
  PGconn* connection_;
};

// What a server took of a file.
struct Taken {
  std::vector<std::string> statements;
  std::size_t refused = 0;  // by the server
};

Taken load(const std::string& conninfo, const fs::path& path, const std::function<void(const std::vector<std::string>&)>& look) {
  const char* every = std::getenv("SCHEMAC_EVERY");
  static const std::regex commit(R"(^\s*(commit|end)\b)", std::regex::icase);
  static const std::regex drop(R"(^\s*drop\b)", std::regex::icase);
  std::size_t seen = 0;
  Taken taken;
  Database database(conninfo);
  database.run("set statement_timeout = '20s'");
  for (const std::string& statement : statementsOf(path)) {
    if (every && taken.statements.size() >= seen + std::stoul(every) && database.idle() && std::regex_search(statement, drop)) {
      look(taken.statements);
      seen = taken.statements.size();
    }
    const bool open = !database.idle();
    const std::string tag = database.run(statement);
    if (tag.empty()) {
      ++taken.refused;
      if (open && database.idle()) taken.statements.emplace_back("rollback");  // PREPARE TRANSACTION
    } else {
      const bool failed = tag == "ROLLBACK" && std::regex_search(statement, commit);  // of a transaction that failed
      taken.statements.push_back(failed ? "rollback" : statement);
    }
  }
  return taken;
}

struct Checked {
  std::set<std::string> differences;
  std::vector<std::string> named, refused;  // by schemac
  std::map<std::size_t, std::string> namedAt;  // of the last file: statement -> what is said
};

class Comparison {
 public:
  Comparison(std::string conninfo, fs::path folder, std::string profile = "postgres")
      : conninfo_(std::move(conninfo)), folder_(std::move(folder)), profile_(std::move(profile)) {}

  // Compares a database with a replay of what it took. Statements that schemac alone refuses are reported and left out of `files`.
  Checked check(std::vector<std::vector<std::string>>& files) {
    Checked result;
    for (int round = 0; round < 80; ++round) {
      std::string list;
      std::vector<std::vector<std::size_t>> lines;  // of each file: the first line of each statement
      for (std::size_t i = 0; i < files.size(); ++i) {
        const fs::path path = folder_ / ("part" + std::to_string(i) + ".sql");
        lines.push_back(write(path, files[i]));
        list += (i ? "," : "migrations:") + path.string();
      }
      std::istringstream in;
      std::ostringstream out, err;
      schemac::tool::run({"check", "--no-config", "--profile", profile_, "--from", conninfo_, "--to", list, "--color", "never", "-v"}, in, out, err);
      result.named.clear();
      result.namedAt.clear();
      if (dropRefused(err.str(), files, lines, result)) continue;
      std::istringstream text(out.str());
      for (std::string line; std::getline(text, line);)
        if (line.size() > 2 && line[1] == ' ' && std::string_view("+-~").find(line[0]) != std::string_view::npos) result.differences.insert(line);
      return result;
    }
    result.differences.insert("! it cannot be compared: statements are refused in every round");
    return result;
  }

 private:
  static std::vector<std::size_t> write(const fs::path& path, const std::vector<std::string>& statements) {
    std::ofstream file(path);
    std::vector<std::size_t> lines;
    std::size_t line = 1;
    for (const std::string& statement : statements) {
      lines.push_back(line);
      file << statement << "\n;\n";
      line += static_cast<std::size_t>(std::count(statement.begin(), statement.end(), '\n')) + 2;
    }
    return lines;
  }

  bool dropRefused(const std::string& messages, std::vector<std::vector<std::string>>& files, const std::vector<std::vector<std::size_t>>& lines, Checked& result) {
    static const std::regex placed(R"(part(\d+)\.sql:(\d+):\d+: (error|warning): (.*))");
    std::map<std::size_t, std::map<std::size_t, std::string>> bad;  // of each file: statement -> what is said of it
    std::istringstream text(messages);
    for (std::string line; std::getline(text, line);) {
      std::smatch match;
      if (!std::regex_search(line, match, placed)) {
        if (line.find("error: ") != std::string::npos || line.find("warning: ") != std::string::npos) result.named.push_back(line);
        continue;
      }
      const std::size_t file = std::stoul(match[1]), at = std::stoul(match[2]);
      const auto& starts = lines[file];
      const std::size_t number = static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), at) - starts.begin()) - 1;
      const std::string what = match[4].str() + "\n      " + shortened(files[file][number]);
      if (match[3] == "error") bad[file].emplace(number, what);
      else if (file + 1 == files.size()) result.named.push_back(what), result.namedAt.emplace(number, match[4]);
    }
    // A statement that is left out may be why later ones are refused: one at a time.
    for (const auto& [file, statements] : bad) {
      const auto& [number, what] = *statements.begin();
      files[file].erase(files[file].begin() + static_cast<std::ptrdiff_t>(number));
      if (file + 1 == files.size()) result.refused.push_back(what);
    }
    return !bad.empty();
  }

  static std::string shortened(std::string statement) {
    statement = std::regex_replace(trimmed(statement), std::regex(R"(\s+)"), " ");
    return statement.size() > 160 ? statement.substr(0, 157) + "…" : statement;
  }

  std::string conninfo_;
  fs::path folder_;
  std::string profile_;
};

bool isBlock(const std::string& statement) {
  static const std::regex start(R"(^(\s|--[^\n]*\n|/\*[^*]*\*/)*do\b)", std::regex::icase);
  return std::regex_search(statement, start);
}

int blocks(const std::string& profile, const std::string& conninfo, const std::vector<fs::path>& paths, const fs::path& folder) {
  std::vector<std::vector<std::string>> files;
  std::size_t followed = 0, named = 0, wrong = 0, failed = 0;
  Comparison comparison(conninfo, folder, profile);
  for (const fs::path& path : paths) {
    files.emplace_back();
    Database database(conninfo);
    database.run("set check_function_bodies = off");
    std::size_t number = 0;
    for (const std::string& statement : statementsOf(path)) {
      const bool block = isBlock(statement);
      Checked before;
      if (block) before = comparison.check(files);
      if (database.run(statement).empty()) {
        ++failed;
        std::cout << path.filename().string() << ": the server refuses: " << statement.substr(0, 100) << "\n";
        continue;
      }
      files.back().push_back(statement);
      if (!block) continue;
      ++number;
      const std::size_t place = files.back().size() - 1;
      const Checked after = comparison.check(files);
      std::vector<std::string> fresh;
      for (const std::string& line : after.differences)
        if (!before.differences.contains(line)) fresh.push_back(line);
      const auto said = after.namedAt.find(place);
      const bool gone = files.back().size() != place + 1;  // refused
      const char* verdict = said != after.namedAt.end() || gone ? (++named, "named") : fresh.empty() ? (++followed, "followed") : (++wrong, "WRONG");
      std::cout << path.filename().string() << " #" << number << ": " << verdict << (said != after.namedAt.end() ? " (" + said->second + ")" : "")
                << (gone && !after.refused.empty() ? " (" + after.refused.back() + ")" : "") << "\n";
      if (said == after.namedAt.end() && !gone)
        for (const std::string& line : fresh) std::cout << "    " << line << "\n";
    }
    std::cout << std::flush;
  }
  std::cout << "blocks: " << followed << " followed, " << named << " named, " << wrong << " wrong; " << failed << " statements refused by the server\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: schemac_regress_check CONNINFO BASE... -- FILE...\n";
    return 1;
  }
  const fs::path folder = fs::temp_directory_path() / ("schemac_regress_" + std::to_string(getpid()));
  fs::create_directories(folder);
  if (std::string_view(argv[1]) == "--blocks") {
    blocks(argv[2], argv[3], std::vector<fs::path>(argv + 4, argv + argc), folder);
    fs::remove_all(folder);
    return 0;
  }
  const std::string server = argv[1], base = "schemac_regress_base", own = "schemac_regress";
  const auto in = [&](const std::string& database) { return server + " dbname=" + database; };
  const auto make = [&](const std::string& name, const std::string& from) {
    Database admin(in("postgres"));
    admin.run("drop database if exists " + name + " with (force)");
    if (admin.run("create database " + name + " template " + from).empty()) throw std::runtime_error("cannot make database " + name);
  };
  std::size_t same = 0, files = 0;
  std::vector<std::vector<std::string>> replayed;  // the base files, then the one at hand
  std::set<std::string> known;                     // differences of the base
  const auto one = [&](const std::string& database, const fs::path& path, bool keep) {
    std::set<std::string> shown;
    const Taken taken = load(in(database), path, [&](const std::vector<std::string>& statements) {
      replayed.push_back(statements);
      for (const std::string& difference : Comparison(in(database), folder).check(replayed).differences)
        if (!known.contains(difference) && shown.insert(difference).second)
          std::cout << "    " << difference << "   (" << path.stem().string() << ", after " << statements.size() << " statements)\n";
      replayed.pop_back();
    });
    replayed.push_back(taken.statements);
    Checked checked = Comparison(in(database), folder).check(replayed);
    std::vector<std::string> fresh;
    for (const std::string& difference : checked.differences)
      if (!known.contains(difference)) fresh.push_back(difference), shown.insert(difference);
    std::cout << path.stem().string() << ": " << (shown.empty() ? "same" : std::to_string(shown.size()) + " differences") << ", " << taken.statements.size()
              << " statements (the server refused " << taken.refused << " more), " << checked.named.size() << " named, " << checked.refused.size() << " refused\n";
    for (const std::string& line : fresh) std::cout << "    " << line << "\n";
    for (const std::string& line : checked.named) std::cout << "    named: " << line << "\n";
    for (const std::string& line : checked.refused) std::cout << "    REFUSED: " << line << "\n";
    std::cout << std::flush;
    ++files;
    same += shown.empty() && checked.refused.empty();
    if (keep) known = std::move(checked.differences);
    else replayed.pop_back();
  };
  make(base, "template0");
  bool bases = true;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--") {
      bases = false;
      continue;
    }
    if (!bases) make(own, base);
    one(bases ? base : own, argument, bases);
    if (!bases) {
      Database admin(in("postgres"));
      admin.run("drop database if exists " + own + " with (force)");
      // What a file leaves behind would stand in the next one's way.
      admin.run("do $$ declare r name; begin for r in select rolname from pg_roles where rolname like 'regress%' loop begin execute format('drop role %I', r); "
                "exception when others then null; end; end loop; end $$");
    }
  }
  std::cout << same << " of " << files << " files are the same\n";
  fs::remove_all(folder);
  return 0;
}
