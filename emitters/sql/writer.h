#pragma once
// Collects the statements of one file and lays them out: a comment line before each group, ALTER TABLE actions of one table joined, guards
// next to each other in one DO block.
#include <string>
#include <string_view>
#include <vector>

#include "emitters/sql/guards.h"

namespace schemac::emitters {

// What a group of statements is about: "table public.t", or of several "policies of public.a, public.b".
struct Heading {
  std::string kind, plural;  // "policy", "policies of"
  std::string name;          // "\"own rows\" of public.memberships"
  std::string whole;         // "public.memberships": what a group of several is of
};

class Writer {
 public:
  // Guarded: what a file needs that may run twice. Plain: what a person writes who declares a schema: no DO block, no IF NOT EXISTS, no OR REPLACE,
  // no DROP in front of a CREATE, no titles; the kinds' files do not care which it is.
  enum class Style { Guarded, Plain };
  explicit Writer(Style style = Style::Guarded) : style_(style) {}
  Style style() const { return style_; }
  // Whether the statements that follow make something new.
  void creating(bool creates) { creating_ = creates; }

  // Starts a group, or goes on with the last one if the two belong together.
  void group(const Heading& heading);
  // Is the group that is open about this one thing?
  bool isAbout(const Heading& heading) const;
  // A comment line in front of the next statement. Line ends in it are escaped.
  void note(std::string_view text);
  // A statement without its semicolon.
  void statement(std::string text);
  // An action of ALTER TABLE (…): "alter table public.t" and "add column a int". Joined with its neighbours on the same table.
  void action(std::string_view target, std::string action);
  // Statements (without their last semicolon) that run only under a condition.
  void guarded(const Condition& condition, std::string statements);
  // GRANT or REVOKE: head "grant select on table public.t to", joined over grantees next to each other.
  void privilege(std::string_view head, std::string_view grantee, std::string_view tail = {});

  bool empty() const { return groups_.empty(); }
  std::size_t statements() const;
  std::string text() const;       // groups with their comment lines, an empty line between them
  std::string bare() const;       // of a file that holds one statement alone: without comment lines

 private:
  struct Piece {
    enum Type { Plain, Action, Guarded, Privilege } type = Plain;
    std::string text;
    std::vector<std::string> parts;  // actions, grantees
    Condition condition;
    std::string tail;
    std::vector<std::string> notes;
  };
  struct Group {
    std::vector<Heading> headings;
    std::vector<Piece> pieces;
  };
  Piece& add(Piece::Type type);
  Piece* last(Piece::Type type);
  static std::string title(const Group& group);
  static std::string layOut(const std::vector<Piece>& pieces);

  Style style_;
  bool creating_ = false;
  std::vector<Group> groups_;
  std::vector<std::string> notes_;
};

// do $$ begin … end $$; around "if … end if;" texts.
std::string doBlock(const std::string& body);

}  // namespace schemac::emitters
