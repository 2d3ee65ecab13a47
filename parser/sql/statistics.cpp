// CREATE and ALTER STATISTICS (statscmds.c).
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ir/identity.h"
#include "parser/sql/tables.h"

namespace schemac::parser {

using ir::Kind;
using ir::Name;
using ir::Object;
using ir::Space;

namespace {

constexpr std::array<std::string_view, 3> kKinds{"ndistinct", "dependencies", "mcv"};
constexpr std::size_t kMostElements = 8;  // STATS_MAX_DIMENSIONS

const char* bareColumn(const StatsElem& element) {
  if (element.name) return element.name;
  auto* reference = as<ColumnRef>(element.expr, T_ColumnRef);  // (a) is a, not an expression
  return reference && list_length(reference->fields) == 1 && nodeTag(linitial(reference->fields)) == T_String ? strVal(linitial(reference->fields))
                                                                                                             : nullptr;
}

// Between ON and FROM: an element stands between commas, an expression in parentheses or as a call.
std::vector<std::pair<std::size_t, std::size_t>> elementTokens(const Slices& slices, const RangeVar& table) {
  const std::size_t place = slices.at(static_cast<std::uint32_t>(table.location));
  std::size_t from = place;
  while (from > 0 && !slices.is(from, "from")) --from;
  std::size_t on = 0;
  while (on < from && !slices.is(on, "on")) ++on;
  return slices.split(on + 1, from);
}

void readElements(Replay& replay, ir::Statistics& data, const Object& table, const CreateStatsStmt& statement, const RangeVar& range) {
  const Slices slices = slicesOf(replay);
  const auto parts = elementTokens(slices, range);
  std::vector<ir::StatisticsElement> expressions;
  std::size_t i = 0;
  for (const StatsElem* element : each<StatsElem>(statement.exprs)) {
    ir::StatisticsElement made;
    if (const char* name = bareColumn(*element)) {
      made.column = replay.column(table, name);
      if (made.column->as<ir::Column>().generated == ir::Generated::Virtual)
        throwInvalid(replay, -1, "statistics creation on virtual generated columns is not supported");
      const bool twice = std::any_of(data.elements.begin(), data.elements.end(), [&](const auto& other) { return other.column == made.column; });
      if (twice) throwDuplicate(replay, -1, "duplicate column name in statistics definition");
      data.elements.push_back(std::move(made));
    } else {
      const Span span = i < parts.size() ? slices.bare(parts[i].first, parts[i].second) : Span{};
      made.expression = bound(replay, element->expr, span, tableScope(table));
      expressions.push_back(std::move(made));
    }
    ++i;
  }
  std::sort(data.elements.begin(), data.elements.end(), [](const auto& a, const auto& b) { return a.column->ordinal < b.column->ordinal; });
  std::move(expressions.begin(), expressions.end(), std::back_inserter(data.elements));
  if (data.elements.size() > kMostElements)
    throwInvalid(replay, -1, fmt::format("cannot have more than {} columns in statistics", kMostElements));
}

void readKinds(Replay& replay, ir::Statistics& data, const CreateStatsStmt& statement) {
  std::vector<Name> written;
  for (const Node* type : each<Node>(statement.stat_types)) written.emplace_back(stringOf(type));
  for (const Name kind : written)
    if (std::find(kKinds.begin(), kKinds.end(), kind.view()) == kKinds.end())
      throwInvalid(replay, -1, fmt::format("unrecognized statistics kind \"{}\"", kind.view()));
  if (data.elements.size() == 1) {
    if (data.elements[0].column) throwInvalid(replay, -1, "extended statistics require at least 2 columns");
    if (!written.empty()) throwInvalid(replay, -1, "when building statistics on a single expression, statistics kinds may not be specified");
    return;
  }
  for (const std::string_view kind : kKinds)
    if (written.empty() || std::find(written.begin(), written.end(), Name(kind)) != written.end()) data.kinds.emplace_back(kind);
}

// ChooseExtendedStatisticNameAddition: columns in the order written, "expr" for what is none.
std::string nameAddition(const CreateStatsStmt& statement) {
  std::vector<std::string> names;
  for (const StatsElem* element : each<StatsElem>(statement.exprs)) names.emplace_back(element->name ? element->name : "expr");
  return joinedNames(names);
}

}  // namespace

void replay(Replay& replay, const CreateStatsStmt& statement) {
  if (list_length(statement.relations) != 1) throwInvalid(replay, -1, "only a single relation is allowed in CREATE STATISTICS");
  const auto* range = as<RangeVar>(static_cast<Node*>(linitial(statement.relations)), T_RangeVar);
  if (!range) throwInvalid(replay, -1, "only a relation is allowed in CREATE STATISTICS");
  const Object& table = replay.relation(*range);
  if (table.kind != Kind::Table && table.kind != Kind::MaterializedView)
    throwWrongKind(replay, range->location, fmt::format("cannot define statistics for relation \"{}\"", table.name.view()));
  const auto [schemaName, written] = replay.split(statement.defnames);
  const Object* home = !statement.defnames ? table.parent : schemaName.empty() ? &replay.creationSchema(nullptr) : &replay.schemaNamed(schemaName, -1);
  Name name = written;
  const auto taken = [&](Name candidate) { return replay.schema.find(Space::Statistics, home, candidate) != nullptr; };
  if (!statement.defnames) name = replay.chooseName(table.name.str(), nameAddition(statement), "stat", taken);
  if (statement.if_not_exists && taken(name)) return;
  replay.requireFree(Space::Statistics, home, name, -1, "statistics object");
  ir::Statistics data;
  data.table = table;
  data.named = statement.defnames != nullptr;
  readElements(replay, data, table, statement, *range);
  readKinds(replay, data, statement);
  replay.giveDefaults(replay.make(home, name, std::move(data)));
}

void replay(Replay& replay, const AlterStatsStmt& statement) {
  const Found found = findObject(replay, OBJECT_STATISTIC_EXT, reinterpret_cast<const Node*>(statement.defnames), statement.missing_ok);
  if (!found.object) return;
  auto& target = replay.schema.edit<ir::Statistics>(*found.object).target;
  target.reset();
  if (!statement.stxstattarget) return;
  const int value = std::stoi(stringOf(statement.stxstattarget));
  if (value < -1) throwInvalid(replay, -1, fmt::format("statistics target {} is too low", value));
  if (value >= 0) target = std::min(value, 10000);
}

}  // namespace schemac::parser
