// A small run of the fuzz of equality against a server (tools/fuzz_equality): what the two call equal is what the server stores alike.
#include <cstdlib>

#include "tests/support/catch.h"
#include "tests/support/connection.h"
#include "tests/support/server.h"

namespace schemac::testing {
namespace {

TEST_CASE("equality agrees with what a server stores", "[fuzz]") {
  const char* equality = std::getenv("SCHEMAC_EQUALITY");  // the program; ctest says where
  REQUIRE(equality);
  Server server(debianServerVersion(), debianServerBinaries(debianServerVersion()));
  Connection(server.conninfo("postgres")).run("create database fuzz template template0");
  const std::string command = std::string("python3 " SCHEMAC_SOURCE_DIR "/tools/fuzz_equality/run.py --equality ") + equality + " --pairs 15000 --seconds 120 --conninfo \"") +
                              server.conninfo("fuzz") + "\"";
  CHECK(std::system(command.c_str()) == 0);
}

}  // namespace
}  // namespace schemac::testing
