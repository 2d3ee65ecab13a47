#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "ir/source.h"

namespace schemac::ir {

enum class Severity { Error, Warning };

enum class Code {
#define SCHEMAC_DIAGNOSTIC(name, code, severity) name,
#include "ir/diagnostics.def"
#undef SCHEMAC_DIAGNOSTIC
};
std::string_view codeText(Code code);  // "E2001"
Severity severityOf(Code code);

// One message to the user. Wording: lower case, no final stop, names in double quotes as PostgreSQL writes them; hints are sentences.
struct Diagnostic {
  Code code;
  Location where;
  std::string message;
  std::string hint;                                     // "" = none
  struct Note { Location where; std::string message; };
  std::vector<Note> notes;
};

// The sink every phase writes to. Thread-safe: two sources are read at once.
class Diagnostics {
 public:
  Diagnostic& add(Code code, Location where, std::string message, std::string hint = {});
  bool hasErrors() const;
  bool empty() const { return all_.empty(); }
  // In the order of printing: by source, place, code; those without a place last. Valid until the next add.
  std::vector<const Diagnostic*> sorted() const;
  void append(const Diagnostics& other);
  // Keeps a source alive as long as diagnostics may point into it: they are printed when the schemas may be gone.
  void keep(std::shared_ptr<const Source> source);

 private:
  mutable std::mutex mutex_;
  std::vector<std::unique_ptr<Diagnostic>> all_;
  std::vector<std::shared_ptr<const Source>> sources_;
};

// path:line:col: error: message [E2001], the line, a caret under the place, notes, hint.
std::string format(const Diagnostic& diagnostic, bool color = false);

}  // namespace schemac::ir
