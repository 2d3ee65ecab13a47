// Every golden case on a real server: the emitted files run as the Supabase runner runs them, run again without a change, give
// the catalog that `after` gives, and their rollback gives back what was there before.
//   SCHEMAC_LIVE_SERVER=N       the server's major version; default: Debian's
//   SCHEMAC_LIVE_CASES=FILTER   a kind, or a part of KIND/CASE
//   SCHEMAC_LIVE_SAMPLE=N       no more than N cases of a kind
//   SCHEMAC_LIVE_RESUME=0       without the runs that break off after each statement
//   SCHEMAC_GOLDEN_FOLDER=DIR   the cases of DIR in place of golden/ (tools/random_pairs)
#include <cstdlib>
#include <map>

#include "tests/live/life_cycle.h"
#include "tests/support/catch.h"

namespace schemac::testing {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// Spread over the kind, so that creates, alters and drops all have a chance.
std::vector<GoldenCase> sample(const std::vector<GoldenCase>& cases, std::size_t most) {
  std::map<std::string, std::vector<GoldenCase>> kinds;
  for (const auto& golden : cases) kinds[golden.kind].push_back(golden);
  std::vector<GoldenCase> chosen;
  for (const auto& [kind, all] : kinds) {
    const std::size_t wanted = most == 0 ? all.size() : std::min(most, all.size());
    for (std::size_t at = 0; at < wanted; ++at) chosen.push_back(all[at * all.size() / wanted]);
  }
  return chosen;
}

TEST_CASE("golden cases on a server", "[live]") {
  const std::string chosen = variable("SCHEMAC_LIVE_SERVER");
  const int version = chosen.empty() ? debianServerVersion() : std::atoi(chosen.c_str());
  REQUIRE(version != 0);
  std::vector<GoldenCase> cases;
  for (const auto& golden : goldenCases(variable("SCHEMAC_LIVE_CASES"))) {
    if (golden.live && golden.minServer <= version && version <= golden.maxServer && golden.exitCode == 0) cases.push_back(golden);
  }
  Server server(version, chosen.empty() ? debianServerBinaries(version) : serverBinaries(version));
  // What takes a database for each statement is done on one version alone.
  LifeCycle life(server, version == debianServerVersion() && variable("SCHEMAC_LIVE_RESUME") != "0");
  for (const auto& golden : sample(cases, static_cast<std::size_t>(std::atoi(variable("SCHEMAC_LIVE_SAMPLE").c_str())))) {
    const std::string problem = life.run(golden);
    if (problem.empty()) SUCCEED(golden.id());
    else FAIL_CHECK("golden/" << golden.id() << " on PostgreSQL " << version << ", " << problem);
  }
}

}  // namespace
}  // namespace schemac::testing
