#include "parser/catalog/read_catalog.h"

#include <algorithm>
#include <iterator>

#include "ir/builtins.h"
#include "parser/catalog/reader.h"
#include "parser/sql/queues.h"

namespace schemac::parser {

using catalog::Query;

namespace {

std::vector<Query> allQueries(int version) {
  std::vector<Query> all;
  const auto add = [&](std::vector<Query> queries) { std::move(queries.begin(), queries.end(), std::back_inserter(all)); };
#define SCHEMAC_KIND(kind, type, label) add(catalog::queries<ir::Kind::kind>(version));
#include "ir/kinds.def"
#undef SCHEMAC_KIND
  add(catalog::notModelledQueries(version));
  std::stable_sort(all.begin(), all.end(), [](const Query& a, const Query& b) { return a.stage < b.stage; });
  return all;
}

// Everything in one transaction: a pooler in transaction mode may give another server connection to the next.
// What is printed must not hang on the session's settings: names qualified, constants in their standard form.
const std::vector<std::string> kBegin{
    "begin isolation level repeatable read read only",
    R"(select set_config('search_path', '', true), set_config('quote_all_identifiers', 'off', true), set_config('timezone', 'UTC', true),
  set_config('datestyle', 'ISO', true), set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
  set_config('extra_float_digits', '1', true), set_config('lc_monetary', 'C', true), set_config('statement_timeout', '0', true),
  set_config('jit', 'off', true))"};

}  // namespace

std::unique_ptr<ir::Schema> readCatalog(const std::string& conninfo, CatalogOptions& options, ir::Diagnostics& diagnostics) {
  catalog::Connection connection(conninfo);
  if (!connection.ok()) {
    diagnostics.add(ir::Code::NoConnection, {}, "cannot connect: " + connection.error());
    return nullptr;
  }
  const auto source = std::make_shared<const ir::Source>(ir::Source{"db:" + connection.database(), ""});
  diagnostics.keep(source);
  const ir::Location location{source.get(), 0, 0};
  const int version = connection.serverVersion();
  if (version < ir::builtins::oldestVersion) {
    diagnostics.add(ir::Code::CatalogRead, location, "PostgreSQL " + std::to_string(version) + " is not supported",
                    "schemac reads servers of version 14 and later.");
    return nullptr;
  }
  if (version > ir::builtins::newestVersion)
    diagnostics.add(ir::Code::ServerVersion, location, "PostgreSQL " + std::to_string(version) + " is newer than schemac knows: what is new in it is not read");

  auto schema = std::make_unique<ir::Schema>(version);
  schema->sources.push_back(source);
  schema->live = true;
  catalog::Reader reader(*schema, diagnostics, location);
  reader.profile = options.profile;

  std::vector<std::string> statements = kBegin;
  const std::vector<Query> queries = allQueries(version);
  for (const Query& query : queries) statements.push_back(query.text);
  statements.emplace_back("commit");
  const std::size_t done = connection.run(statements, [&](std::size_t at, const catalog::Rows& rows) {
    if (at >= kBegin.size() && at - kBegin.size() < queries.size()) queries[at - kBegin.size()].read(reader, rows);
  });
  if (done < statements.size()) {
    diagnostics.add(ir::Code::CatalogRead, location, "cannot read the catalog of \"" + connection.database() + "\": " + connection.error());
    return nullptr;
  }
  reader.bindAll();
  deriveQueues(*schema);
  schema->forget();
  options.profile = reader.profile;
  return schema;
}

}  // namespace schemac::parser
