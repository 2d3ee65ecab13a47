#include "emitters/sql/writer.h"

#include <algorithm>

#include "emitters/sql/text.h"

namespace schemac::emitters {

void Writer::group(const Heading& heading) {
  if (!groups_.empty()) {
    Group& current = groups_.back();
    const Heading& first = current.headings.front();
    const bool same = first.kind == heading.kind && first.name == heading.name;
    if (same || (!heading.plural.empty() && first.plural == heading.plural)) {
      for (const Heading& known : current.headings)
        if (known.kind == heading.kind && known.name == heading.name) return;
      current.headings.push_back(heading);
      return;
    }
  }
  groups_.push_back(Group{{heading}, {}});
}

bool Writer::isAbout(const Heading& heading) const {
  if (groups_.empty() || groups_.back().headings.size() != 1) return false;
  const Heading& current = groups_.back().headings.front();
  return current.kind == heading.kind && current.name == heading.name;
}

void Writer::note(std::string_view text) { notes_.push_back(oneLine(text)); }

Writer::Piece& Writer::add(Piece::Type type) {
  if (groups_.empty()) groups_.push_back(Group{{Heading{}}, {}});
  Piece& piece = groups_.back().pieces.emplace_back();
  piece.type = type;
  piece.notes.swap(notes_);
  return piece;
}

Writer::Piece* Writer::last(Piece::Type type) {
  if (groups_.empty() || groups_.back().pieces.empty() || !notes_.empty()) return nullptr;
  Piece& piece = groups_.back().pieces.back();
  return piece.type == type ? &piece : nullptr;
}

namespace {

// A statement or an action without its native guard, which stands among the words in front of the first name.
std::string unguarded(std::string text) {
  if (text.starts_with("create or replace ")) text.erase(7, 11);
  constexpr std::string_view guard = "if not exists ";
  const std::size_t words = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz ");
  const std::size_t at = text.find(guard);
  if (at != std::string::npos && at < words && (text.starts_with("create ") || text.starts_with("add "))) text.erase(at, guard.size());
  return text;
}

}  // namespace

void Writer::statement(std::string text) {
  if (style_ == Style::Plain && creating_) {
    if (text.starts_with("drop ")) return;  // in front of the CREATE of the same
    text = unguarded(std::move(text));
  }
  add(Piece::Plain).text = std::move(text);
}

void Writer::action(std::string_view target, std::string action) {
  if (style_ == Style::Plain && creating_) action = unguarded(std::move(action));
  Piece* piece = last(Piece::Action);
  if (!piece || piece->text != target) {
    piece = &add(Piece::Action);
    piece->text = target;
  }
  if (std::find(piece->parts.begin(), piece->parts.end(), action) == piece->parts.end()) piece->parts.push_back(std::move(action));
}

void Writer::guarded(const Condition& condition, std::string statements) {
  if (style_ == Style::Plain) return statement(std::move(statements));
  Piece& piece = add(Piece::Guarded);
  piece.condition = condition;
  piece.text = std::move(statements);
}

void Writer::privilege(std::string_view head, std::string_view grantee, std::string_view tail) {
  Piece* piece = last(Piece::Privilege);
  if (!piece || piece->text != head || piece->tail != tail) {
    piece = &add(Piece::Privilege);
    piece->text = head;
    piece->tail = tail;
  }
  piece->parts.emplace_back(grantee);
}

std::size_t Writer::statements() const {
  std::size_t count = 0;
  for (const Group& group : groups_) count += group.pieces.size();
  return count;
}

std::string doBlock(const std::string& body) { return "do " + dollarQuoted(" begin\n" + body + "end ", "guard"); }

std::string Writer::title(const Group& group) {
  const Heading& first = group.headings.front();
  if (first.kind.empty()) return {};
  if (group.headings.size() == 1) return "-- " + oneLine(first.kind + (first.name.empty() ? "" : " " + first.name)) + "\n";
  std::vector<std::string> wholes;
  for (const Heading& heading : group.headings)
    if (!heading.whole.empty() && std::find(wholes.begin(), wholes.end(), heading.whole) == wholes.end()) wholes.push_back(heading.whole);
  if (wholes.empty()) return "-- " + oneLine(first.plural) + "\n";
  constexpr std::size_t shown = 4;  // a comment line, not a catalogue
  const std::size_t more = wholes.size() > shown ? wholes.size() - shown : 0;
  wholes.resize(wholes.size() - more);
  return "-- " + oneLine(first.plural + " " + join(wholes, ", ") + (more ? " and " + std::to_string(more) + " more" : "")) + "\n";
}

std::string Writer::layOut(const std::vector<Piece>& pieces) {
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    for (const std::string& note : piece.notes) out += "-- " + note + "\n";
    switch (piece.type) {
      case Piece::Plain: out += piece.text; break;
      case Piece::Action:
        out += piece.text + (piece.parts.size() == 1 ? " " : "\n  ") + join(piece.parts, ",\n  ");
        break;
      case Piece::Privilege: out += piece.text + " " + join(piece.parts, ", ") + piece.tail; break;
      case Piece::Guarded: {
        std::string body;
        for (;; ++i) {
          body += "  if " + pieces[i].condition + " then\n" + indent(pieces[i].text, 4) + ";\n  end if;\n";
          if (i + 1 == pieces.size() || pieces[i + 1].type != Piece::Guarded || !pieces[i + 1].notes.empty()) break;
        }
        out += doBlock(body);
        break;
      }
    }
    out += ";\n";
  }
  return out;
}

std::string Writer::text() const {
  std::string out;
  for (const Group& group : groups_) {
    if (group.pieces.empty()) continue;
    if (!out.empty()) out += "\n";
    out += (style_ == Style::Plain ? "" : title(group)) + layOut(group.pieces);
  }
  return out;
}

std::string Writer::bare() const {
  std::string out;
  for (const Group& group : groups_) out += layOut(group.pieces);
  return out;
}

}  // namespace schemac::emitters
