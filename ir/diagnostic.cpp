#include "ir/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "fmt/format.h"
#include "ir/secrets.h"

namespace schemac::ir {

std::string_view codeText(Code code) {
  switch (code) {
#define SCHEMAC_DIAGNOSTIC(name, text, severity) \
  case Code::name: return text;
#include "ir/diagnostics.def"
#undef SCHEMAC_DIAGNOSTIC
  }
  return "E0000";
}

Severity severityOf(Code code) {
  switch (code) {
#define SCHEMAC_DIAGNOSTIC(name, text, severity) \
  case Code::name: return Severity::severity;
#include "ir/diagnostics.def"
#undef SCHEMAC_DIAGNOSTIC
  }
  return Severity::Error;
}

LineColumn lineColumn(const Location& location) {
  const std::string_view text = location.source->text;
  const std::size_t at = std::min<std::size_t>(location.begin, text.size());
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = text.find('\n', at);
  if (end == std::string_view::npos) end = text.size();
  if (end > start && text[end - 1] == '\r') --end;
  LineColumn result;
  result.line = 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
  result.text = text.substr(start, end - start);
  result.column = 1;
  for (std::size_t i = start; i < at; ++i) result.column += (text[i] & 0xC0) != 0x80;  // UTF-8 continuation bytes are not characters
  return result;
}

Diagnostic& Diagnostics::add(Code code, Location where, std::string message, std::string hint) {
  const std::lock_guard lock(mutex_);
  all_.push_back(std::make_unique<Diagnostic>(Diagnostic{code, where, std::move(message), std::move(hint), {}}));
  return *all_.back();
}

bool Diagnostics::hasErrors() const {
  const std::lock_guard lock(mutex_);
  return std::any_of(all_.begin(), all_.end(), [](const auto& d) { return severityOf(d->code) == Severity::Error; });
}

std::vector<const Diagnostic*> Diagnostics::sorted() const {
  const std::lock_guard lock(mutex_);
  std::vector<const Diagnostic*> result;
  for (const auto& d : all_) result.push_back(d.get());
  const auto key = [](const Diagnostic* d) {
    return std::tuple(d->where.source == nullptr, d->where.source ? std::string_view(d->where.source->name) : std::string_view(),
                      d->where.begin, d->code);
  };
  std::stable_sort(result.begin(), result.end(), [&](auto* a, auto* b) { return key(a) < key(b); });
  return result;
}

void Diagnostics::keep(std::shared_ptr<const Source> source) {
  const std::lock_guard lock(mutex_);
  sources_.push_back(std::move(source));
}

void Diagnostics::append(const Diagnostics& other) {
  for (const auto& source : other.sources_) keep(source);
  for (const Diagnostic* d : other.sorted()) add(d->code, d->where, d->message, d->hint).notes = d->notes;
}

namespace {

std::string place(const Location& where) {
  if (!where) return "schemac";
  if (where.source->text.empty()) return where.source->name;
  const LineColumn at = lineColumn(where);
  return fmt::format("{}:{}:{}", where.source->name, at.line, at.column);
}

// The line with its number and a caret under the place; very long lines are cut around it.
std::string excerpt(const Location& where) {
  if (!where || where.source->text.empty()) return {};
  const LineColumn at = lineColumn(where);
  std::string line, under;
  int column = 0;
  const int first = std::max(1, at.column - 60), last = first + 110;
  const std::string shown = maskLine(at.text);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i];
    if ((c & 0xC0) != 0x80) ++column;
    if (column < first || column > last) continue;
    const bool tab = c == '\t';
    line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    if (column < at.column && (c & 0xC0) != 0x80) under += tab ? ' ' : ' ';
  }
  const std::string number = std::to_string(at.line);
  return fmt::format(" {} | {}\n {} | {}^\n", number, line, std::string(number.size(), ' '), under);
}

}  // namespace

std::string format(const Diagnostic& d, bool color) {
  const bool error = severityOf(d.code) == Severity::Error;
  const char* tint = !color ? "" : error ? "\033[1;31m" : "\033[1;35m";
  std::string out = fmt::format("{}: {}{}:{} {} [{}]\n{}", place(d.where), tint, error ? "error" : "warning", color ? "\033[0m" : "",
                                d.message, codeText(d.code), excerpt(d.where));
  for (const auto& note : d.notes) out += fmt::format("{}: note: {}\n{}", place(note.where), note.message, excerpt(note.where));
  if (!d.hint.empty()) out += fmt::format("  hint: {}\n", d.hint);
  return out;
}

}  // namespace schemac::ir
