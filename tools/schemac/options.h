#pragma once
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace schemac::tool {

enum class Command { None, Diff, Check, Rollback, Dump, Explain };

// The command line, as given; what is not given is decided in project.cpp.
struct Options {
  Command command = Command::None;
  std::vector<std::string> from, to;
  std::optional<std::string> dbUrl;
  std::optional<int> serverVersion;
  std::optional<std::string> profile;
  std::vector<std::string> schemas, exclude, allow;
  std::optional<std::string> config;
  bool noConfig = false;
  bool online = true;
  std::string oracle = "none";
  bool roles = false;
  std::string replay = "memory";       // or "server": SQL sources are run on a scratch server and read from its catalog
  std::optional<std::string> scratch;  // its URL; not set: one of our own
  std::string color = "auto";
  bool quiet = false;
  int verbose = 0;
  bool timings = false;

  // diff
  std::string name = "schema";
  std::optional<std::string> out;
  bool toStdout = false;
  bool exitCode = false;
  std::optional<std::string> stamp;
  bool selfCheck = true;

  std::string format;  // diff: sql, json, markdown, dot; check: text, json; dump: sql, snapshot; "" = the first

  // rollback
  std::vector<std::string> files;
};

// Nothing if the program should end now with `exitCode` (help, version, a usage error).
std::optional<Options> parseOptions(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, int& exitCode);

}  // namespace schemac::tool
