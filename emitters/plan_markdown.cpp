#include <algorithm>

#include "emitters/header.h"
#include "emitters/report.h"
#include "emitters/report_steps.h"
#include "emitters/sql/text.h"

namespace schemac::emitters {
namespace {

// Text that is to be read as it stands: nothing of it is a link, a tag, a mention or the end of a table's cell.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : oneLine(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '@': out += "&#64;"; break;
      case '\\': case '`': case '*': case '_': case '[': case ']': case '|': case '#': case '~': case '!':
        out += '\\';
        out += c;
        break;
      default: out += c;
    }
  }
  return out;
}

std::size_t longestRun(const std::string& text, char of) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) longest = std::max(longest, run = c == of ? run + 1 : 0);
  return longest;
}

// A code span in a table's cell.
std::string code(const std::string& text) {
  std::string line = oneLine(text);
  if (line.empty()) return "–";
  constexpr std::size_t most = 120;
  if (line.size() > most) line = std::string(clipped(line, most)) + "…";
  const std::string ticks(longestRun(line, '`') + 1, '`');
  std::string escaped;
  for (const char c : line) escaped += c == '|' ? std::string("\\|") : std::string(1, c);
  const bool padded = line.front() == '`' || line.back() == '`';
  return ticks + (padded ? " " : "") + escaped + (padded ? " " : "") + ticks;
}

std::string hazardTable(const ir::Plan& plan) {
  if (plan.hazards.empty()) return {};
  std::string out = "\n| hazard | what | |\n|---|---|---|\n";
  for (const ir::Hazard& hazard : plan.hazards)
    out += "| " + code(hazard.code) + " | " + plain(hazard.message) + " | " + (hazard.refused ? "**refused** without " + code("--allow " + hazard.code) : "") + " |\n";
  return out;
}

std::string changeTable(const ir::Plan& plan) {
  std::string out = "\n| | object | differs |\n|---|---|---|\n";
  for (const ir::Change* change : changesAlone(plan.changes)) {
    std::string fields;
    for (const ir::FieldChange& field : change->fields) {
      const FieldText text = fieldText(change->before, change->after, field);
      fields += (fields.empty() ? "" : "<br>") + plain(text.field);
      if (text.before != text.after) fields += ": " + code(text.before) + " → " + code(text.after);
      if (field.verdict.answer == ir::Answer::Unknown) fields += " (not decided)";
    }
    out += "| " + code(signOf(*change)) + " | " + plain(ir::describe(endOf(*change))) + " | " + fields + " |\n";
  }
  return out;
}

}  // namespace

std::string planMarkdown(const ir::Plan& plan, const std::vector<File>& files, const MigrationOptions& options) {
  std::string summary;
  for (const ir::Segment& segment : plan.segments)
    if (const std::string text = counts(plan, segment); summary.empty() || text != "no change") summary += (summary.empty() ? "" : "; ") + text;
  if (plan.segments.empty()) summary = "no change";
  std::string out = "### Migration " + code(options.name) + ": " + plain(summary) + "\n\n";
  out += "From " + plain(options.fromLabel) + " to " + plain(options.toLabel) + ", PostgreSQL " + std::to_string(plan.to->serverVersion) + ".";
  if (!plan.notCompared.empty()) out += " Not compared: " + plain(join(plan.notCompared, ", ")) + ".";
  out += "\n";
  if (plan.segments.empty()) return out;
  out += hazardTable(plan) + changeTable(plan);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string fence(std::max<std::size_t>(3, longestRun(files[i].text, '`') + 1), '`');
    out += "\n<details><summary>" + plain(files[i].name) + (plan.segments[i].transactional ? "" : " (outside of a transaction)") + "</summary>\n\n" + fence +
           "sql\n" + files[i].text + (files[i].text.ends_with('\n') ? "" : "\n") + fence + "\n\n</details>\n";
  }
  return out;
}

}  // namespace schemac::emitters
