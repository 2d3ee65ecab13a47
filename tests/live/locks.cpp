#include "tests/live/locks.h"

#include <algorithm>
#include <array>
#include <map>

#include "tests/live/runner.h"
#include "tests/support/connection.h"
#include "tests/support/files.h"

namespace schemac::testing {
namespace {

constexpr std::array<std::string_view, 9> kModes{"none", "access share", "row share", "row exclusive", "share update exclusive", "share", "share row exclusive", "exclusive", "access exclusive"};
constexpr int kRowExclusive = 3;

struct Held {
  int mode = 0;
  bool rewrites = false;
};

int modeOf(std::string_view name) { return static_cast<int>(std::find(kModes.begin(), kModes.end(), name) - kModes.begin()); }

// The lines "--   locks     public.t  access exclusive, short" and those below it.
std::map<std::string, Held> said(const std::string& text) {
  std::map<std::string, Held> tables;
  bool here = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with("--   ") || line.size() < 16) {
      here = false;
      continue;
    }
    const std::string label = line.substr(5, 10);
    if (label.find_first_not_of(' ') != std::string::npos) here = label.starts_with("locks");
    const std::size_t gap = line.find("  ", 15), comma = line.find(", ", 15);
    if (!here || gap == std::string::npos || comma == std::string::npos) continue;
    const std::size_t mode = line.find_first_not_of(' ', gap);
    tables[line.substr(15, gap - 15)] = {modeOf(line.substr(mode, comma - mode)), line.find("rewrite", comma) != std::string::npos};
  }
  return tables;
}

constexpr std::string_view kBefore = R"(
create temporary table tables_before as
  select c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, c.relfilenode, exists (select from pg_inherits where inhrelid = c.oid) as child
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema')";

constexpr std::string_view kAfter = R"(
select b.name, coalesce(max(array_position(array['AccessShareLock', 'RowShareLock', 'RowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareLock',
         'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'], l.mode)), 0),
       coalesce(bool_or(c.relfilenode <> b.relfilenode and c.relkind in ('r', 'm')), false), bool_or(b.child),
       max(quote_ident(n.nspname) || '.' || quote_ident(c.relname))
  from tables_before b left join pg_locks l on l.relation = b.oid and l.pid = pg_backend_pid() and l.granted left join pg_class c on c.oid = b.oid
       left join pg_namespace n on n.oid = c.relnamespace
 group by b.name order by b.name)";

}  // namespace

std::string checkLocks(const std::string& conninfo, const std::vector<std::filesystem::path>& files) {
  std::string problems;
  for (const auto& file : files) {
    const std::string text = readFile(file);
    if (text.starts_with("-- pg-delta: transaction=false")) {
      applyMigration(conninfo, file);
      continue;
    }
    const std::map<std::string, Held> tables = said(text);
    Connection session(conninfo);
    session.run(kBefore);
    session.run("begin");
    session.run(text);
    const Rows rows = session.query(kAfter);
    session.run("commit");
    for (const auto& row : rows.rows) {
      const std::string& name = row[0].value();
      const Held there{std::stoi(row[1].value()), row[2].value() == "t"};
      auto found = tables.find(name);
      if (found == tables.end() && row[4]) found = tables.find(*row[4]);  // under its new name
      const Held expected = found == tables.end() ? Held{} : found->second;
      if (there.mode == expected.mode && there.rewrites == expected.rewrites) continue;
      if (there.mode <= kRowExclusive && expected.mode <= kRowExclusive) continue;
      if (row[3].value() == "t" && found == tables.end()) continue;
      problems += "\n    " + name + ": " + std::string(kModes[static_cast<std::size_t>(there.mode)]) + (there.rewrites ? ", rewritten" : "") + ", and the header of " +
                  file.filename().string() + " says " + std::string(kModes[static_cast<std::size_t>(expected.mode)]) + (expected.rewrites ? ", rewritten" : "");
    }
  }
  return problems.empty() ? "" : "locks" + problems;
}

}  // namespace schemac::testing
