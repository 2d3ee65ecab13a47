#include "emitters/migration.h"

#include <array>
#include <stdexcept>

#include "emitters/comments.h"
#include "emitters/header.h"
#include "emitters/sql/emission.h"

namespace schemac::emitters {
namespace {

bool writesFunctions(const ir::Plan& plan, const ir::Segment& segment) {
  for (const ir::Step& step : segment.steps) {
    const ir::Operation& op = plan.operations[step.operation];
    if (!op.implied && op.after && op.after->kind == ir::Kind::Function && op.verb != ir::Verb::Rename) return true;
  }
  return false;
}

// The settings that a transactional file begins with. The runner resets them after each file.
std::string settings(bool functions) {
  return std::string("set lock_timeout = '5s';\n") + (functions ? "set check_function_bodies = off;\n" : "");
}

struct Text {
  std::string prologue, body;
};

Text segmentText(Emission& emission, const ir::Plan& plan, const ir::Segment& segment) {
  emission.out = Writer();
  emission.segment(segment);
  if (!segment.transactional) return {"", emission.out.bare()};
  return {settings(writesFunctions(plan, segment)), emission.out.text()};
}

// All of a plan, one segment after the other.
std::string planText(const ir::Plan& plan, bool rollback) {
  Emission emission(plan, rollback);
  std::string out;
  bool functions = false, transactional = false;
  for (const ir::Segment& segment : plan.segments) {
    functions = functions || (segment.transactional && writesFunctions(plan, segment));
    transactional = transactional || segment.transactional;
    const Text text = segmentText(emission, plan, segment);
    if (text.body.empty()) continue;
    if (!out.empty()) out += "\n";
    out += text.body;
  }
  if (out.empty() || !transactional) return out;
  return settings(functions) + "\n" + out;
}

std::string slug(const std::string& name) {
  std::string out;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || upper;
    if (plain) out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!out.empty() && out.back() != '_') out += '_';
  }
  while (out.ends_with('_')) out.pop_back();
  return out.empty() ? "schema" : out;
}

int daysIn(int year, int month) {
  static constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// YYYYMMDDHHMMSS and a number of seconds. A stamp that is no date (a plain version number) is counted up.
std::string later(const std::string& stamp, std::size_t seconds) {
  const auto digits = [&](std::size_t at, std::size_t length) { return std::stoi(stamp.substr(at, length)); };
  if (stamp.size() != 14 || stamp.find_first_not_of("0123456789") != std::string::npos)
    throw std::logic_error("emitters: a version has 14 digits, not \"" + stamp + '"');
  int year = digits(0, 4), month = digits(4, 2), day = digits(6, 2);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || digits(8, 2) > 23 || digits(10, 2) > 59 || digits(12, 2) > 59)
    return std::to_string(std::stoll(stamp) + static_cast<long long>(seconds));
  std::size_t time = static_cast<std::size_t>(digits(8, 2)) * 3600 + static_cast<std::size_t>(digits(10, 2)) * 60 +
                     static_cast<std::size_t>(digits(12, 2)) + seconds;
  for (; time >= 86400; time -= 86400) {
    if (++day <= daysIn(year, month)) continue;
    day = 1;
    if (++month > 12) month = 1, ++year;
  }
  char out[32];
  std::snprintf(out, sizeof out, "%04d%02d%02d%02d%02d%02d", year, month, day, static_cast<int>(time / 3600), static_cast<int>(time / 60 % 60),
                static_cast<int>(time % 60));
  return out;
}

}  // namespace

std::string emitStatements(const ir::Plan& plan) { return planText(plan, false); }

std::vector<File> emitMigration(const ir::Plan& plan, const std::vector<ir::Plan>& back, const MigrationOptions& options) {
  std::vector<File> files;
  Emission emission(plan, false);
  std::vector<std::string> versions;
  for (std::size_t i = 0; i < plan.segments.size(); ++i) versions.push_back(later(options.stamp, i));
  emission.files(versions);
  for (std::size_t i = 0; i < plan.segments.size(); ++i) {
    const ir::Segment& segment = plan.segments[i];
    const std::string& version = versions[i];
    const Text text = segmentText(emission, plan, segment);
    std::string undo = i < back.size() ? planText(back[i], true) : std::string();
    if (!undo.empty() && segment.transactional) undo += "\n";
    undo += "-- then: supabase migration repair --status reverted " + version + "\n";
    const std::string rollback = rollbackComment(undo);
    const std::string head = header(plan, i, plan.segments.size(), options);
    File file{version + "_" + slug(options.name) + ".sql", {}};
    // A comment behind the last statement would be a statement of its own to the runner of a marked file.
    if (segment.transactional) file.text = head + text.prologue + "\n" + text.body + "\n" + rollback;
    else file.text = "-- pg-delta: transaction=false\n" + head + rollback + text.body;
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace schemac::emitters
