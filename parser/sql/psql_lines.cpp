#include "parser/sql/psql_lines.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "fmt/format.h"

namespace schemac::parser {
namespace {

constexpr std::array kDisplayCommands{"a", "C", "echo", "encoding", "f", "g", "H", "html", "o", "out", "p", "print", "prompt", "pset", "q", "qecho",
                                      "quit", "r", "reset", "restrict", "s", "set", "t", "T", "timing", "unrestrict", "unset", "w", "warn",
                                      "watch", "x", "conninfo", "d", "dt", "dn", "l", "du"};

// Walks SQL text far enough to know where a line begins outside strings, dollar quotes and comments.
class Walker {
 public:
  Walker(const ir::Source& source, ir::Diagnostics& diagnostics, PsqlLines& out) : source_(source), diagnostics_(diagnostics), out_(out), text_(out.text) {}

  void run() {
    bool lineStart = true;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (lineStart && c == '\\') {
        command();
        continue;
      }
      if (c == '\n') lineStart = true;
      else if (!std::isspace(static_cast<unsigned char>(c))) lineStart = false;
      if (c == '\'' || c == '"') quoted(c);
      else if (c == '$') dollarQuoted();
      else if (text_.compare(at_, 2, "--") == 0) at_ = std::min(text_.find('\n', at_), text_.size());
      else if (text_.compare(at_, 2, "/*") == 0) comment();
      else if (c == ';') endStatement();
      else if (c == '\\') inlineCommand();
      else ++at_;
    }
  }

 private:
  std::size_t lineEnd() const { return std::min(text_.find('\n', at_), text_.size()); }

  void quoted(char quote) {
    const bool escapes = quote == '\'' && at_ > 0 && (text_[at_ - 1] == 'e' || text_[at_ - 1] == 'E') &&
                         (at_ < 2 || !(std::isalnum(static_cast<unsigned char>(text_[at_ - 2])) || text_[at_ - 2] == '_'));
    for (++at_; at_ < text_.size(); ++at_) {
      if (escapes && text_[at_] == '\\') ++at_;
      else if (text_[at_] == quote) { ++at_; return; }  // a doubled quote opens again at once
    }
  }

  void dollarQuoted() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '_' || (text_[end] & 0x80))) ++end;
    const bool inIdentifier = at_ > 0 && (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) || text_[at_ - 1] == '_' || text_[at_ - 1] == '$');
    if (inIdentifier || end >= text_.size() || text_[end] != '$' || std::isdigit(static_cast<unsigned char>(text_[at_ + 1]))) { ++at_; return; }
    const std::string tag = text_.substr(at_, end - at_ + 1);
    const std::size_t close = text_.find(tag, end + 1);
    at_ = close == std::string::npos ? text_.size() : close + tag.size();
  }

  void comment() {
    int depth = 0;
    do {
      if (text_.compare(at_, 2, "/*") == 0) ++depth, at_ += 2;
      else if (text_.compare(at_, 2, "*/") == 0) --depth, at_ += 2;
      else ++at_;
    } while (depth > 0 && at_ < text_.size());
  }

  // After "COPY … FROM stdin;" the data follows, up to "\.".
  void endStatement() {
    std::string words;
    for (std::size_t i = statementStart_; i < at_; ++i) words += static_cast<char>(std::tolower(static_cast<unsigned char>(text_[i])));
    statementStart_ = ++at_;
    const std::size_t first = words.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return;
    const std::size_t copy = words.rfind("copy ");
    if (copy == std::string::npos || words.find("from stdin", copy) == std::string::npos) return;
    std::size_t begin = std::min(text_.find('\n', at_), text_.size());
    std::size_t end = begin;
    while (end < text_.size() && text_.compare(end, 3, "\n\\.") != 0) end = std::min(text_.find('\n', end + 1), text_.size());
    end = end < text_.size() ? std::min(text_.find('\n', end + 1), text_.size()) : end;
    blank(begin, end);
    at_ = statementStart_ = end;
  }

  void command() {
    const std::size_t begin = at_, end = lineEnd();
    std::size_t wordEnd = begin + 1;
    while (wordEnd < end && !std::isspace(static_cast<unsigned char>(text_[wordEnd]))) ++wordEnd;
    const std::string name = text_.substr(begin + 1, wordEnd - begin - 1);
    std::string argument = text_.substr(wordEnd, end - wordEnd);
    while (!argument.empty() && std::isspace(static_cast<unsigned char>(argument.front()))) argument.erase(0, 1);
    while (!argument.empty() && std::isspace(static_cast<unsigned char>(argument.back()))) argument.pop_back();
    if (argument.size() > 1 && (argument.front() == '\'' || argument.front() == '"')) argument = argument.substr(1, argument.size() - 2);
    const auto offset = static_cast<std::uint32_t>(begin);
    if (name == "i" || name == "include" || name == "ir" || name == "include_relative") {
      out_.includes.push_back({argument, name.find('r') != std::string::npos, offset});
    } else if (std::find(kDisplayCommands.begin(), kDisplayCommands.end(), name) == kDisplayCommands.end()) {
      diagnostics_.add(ir::Code::PsqlCommand, {&source_, offset, static_cast<std::uint32_t>(wordEnd)},
                       fmt::format("psql's \\{} is not understood in a schema source", name),
                       "Take the line out, or leave the file out of the sources.");
    }
    blank(begin, end);
    at_ = end;
  }

  // "select … \gexec" in the middle of a line.
  void inlineCommand() {
    const auto offset = static_cast<std::uint32_t>(at_);
    std::size_t wordEnd = at_ + 1;
    while (wordEnd < text_.size() && std::isalpha(static_cast<unsigned char>(text_[wordEnd]))) ++wordEnd;
    const std::string name = text_.substr(at_ + 1, wordEnd - at_ - 1);
    if (name == "gexec" || name == "gset" || name == "crosstabview")
      diagnostics_.add(ir::Code::PsqlCommand, {&source_, offset, static_cast<std::uint32_t>(wordEnd)},
                       fmt::format("psql's \\{} is not understood in a schema source", name),
                       "Take the line out, or leave the file out of the sources.");
    if (!name.empty()) {
      out_.text[at_] = ';';
      out_.changed = true;
      blank(at_ + 1, lineEnd());
    }
    ++at_;
  }

  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (text_[i] != '\n') text_[i] = ' ';
    out_.changed = true;
  }

  const ir::Source& source_;
  ir::Diagnostics& diagnostics_;
  PsqlLines& out_;
  std::string& text_;
  std::size_t at_ = 0, statementStart_ = 0;
};

// Is there a line that begins with a backslash? Nearly no file has one, and then nothing needs to be walked.
bool hasPsqlLine(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 1)) {
    const std::string_view before = text.substr(0, at);
    const std::size_t last = before.find_last_not_of(" \t\r\f\v");
    if (last == std::string_view::npos || before[last] == '\n') return true;
  }
  return text.find("\\gexec") != std::string_view::npos || text.find("\\gset") != std::string_view::npos;
}

}  // namespace

PsqlLines blankPsqlLines(const ir::Source& source, ir::Diagnostics& diagnostics) {
  PsqlLines lines;
  const bool bom = source.text.starts_with("\xEF\xBB\xBF");
  if (!bom && !hasPsqlLine(source.text)) return lines;
  lines.text = source.text;
  if (bom) lines.text.replace(0, 3, "   "), lines.changed = true;
  if (hasPsqlLine(source.text)) Walker(source, diagnostics, lines).run();
  return lines;
}

}  // namespace schemac::parser
