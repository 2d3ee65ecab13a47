#pragma once
// Replays SQL for tests of the handlers: on a bare server's profile, errors as they would be printed.
#include <memory>
#include <string>
#include <string_view>

#include "ir/diagnostic.h"
#include "ir/print.h"
#include "ir/schema.h"
#include "parser/sql/replay.h"

namespace schemac::test {

struct Replayed {
  std::unique_ptr<ir::Schema> schema;
  ir::Diagnostics diagnostics;

  explicit Replayed(const std::string& sql, int version = 17, bool declarative = false) {
    parser::ReplayOptions options;
    options.serverVersion = version;
    options.platformSql = "create schema public; create role anon; create role staff;";
    options.declarative = declarative;
    schema = parser::readSql({std::make_shared<const ir::Source>(ir::Source{"test.sql", sql})}, options, diagnostics);
  }
  // The lines of ir::print() that are about something whose printed name begins so ("table public.t", "column public.t.").
  std::string lines(std::string_view start) const {
    std::string out;
    const std::string all = ir::print(*schema);
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = all.find('\n', at);
      const std::string_view line = std::string_view(all).substr(at, end - at);
      if (line.starts_with(start)) out += std::string(line) + "\n";
      at = end + 1;
    }
    return out;
  }
  std::string errors() const {
    std::string out;
    for (const ir::Diagnostic* d : diagnostics.sorted()) out += d->message + "\n";
    return out;
  }
  bool says(std::string_view part) const { return errors().find(part) != std::string::npos; }
  const ir::Object* relation(ir::Name name) const { return schema->relation(*schema->schema("public"), name); }
};

}  // namespace schemac::test
