// schemac_replay_check VERSION PROFILE CONNINFO OUT FILE…: what the replayer makes of the files, and what a server that ran them has, as
// text (ir/print.h) into OUT.sql and OUT.db. tests/live/replay_check.py runs it over many and compares.
#include <fstream>
#include <iostream>
#include <sstream>

#include "ir/embedded.h"
#include "ir/print.h"
#include "parser/catalog/read_catalog.h"
#include "parser/sql/replay.h"

namespace ir = schemac::ir;
namespace parser = schemac::parser;

int main(int argc, char** argv) {
  if (argc < 6) {
    std::cerr << "usage: schemac_replay_check VERSION PROFILE CONNINFO OUT FILE...\n";
    return 1;
  }
  const std::string out = argv[4];
  ir::Diagnostics diagnostics;
  parser::ReplayOptions options;
  options.serverVersion = std::stoi(argv[1]);
  options.profile = argv[2];
  options.platformSql = schemac::embedded::platform().at(options.profile);
  std::vector<std::shared_ptr<const ir::Source>> files;
  for (int i = 5; i < argc; ++i) {
    std::ifstream file(argv[i]);
    std::stringstream text;
    text << file.rdbuf();
    files.push_back(std::make_shared<ir::Source>(ir::Source{argv[i], text.str()}));
  }
  const auto replayed = parser::readSql(files, options, diagnostics);
  std::ofstream(out + ".sql") << ir::print(*replayed);
  parser::CatalogOptions catalog;
  catalog.profile = options.profile;
  const auto read = parser::readCatalog(argv[3], catalog, diagnostics);
  std::ofstream(out + ".db") << (read ? ir::print(*read) : std::string());
  for (const ir::Diagnostic* diagnostic : diagnostics.sorted()) std::cout << ir::format(*diagnostic);
  return read ? 0 : 1;
}
