// schemac-equality CASES.jsonl --fixture FILE.sql… [--origin NAME] [-v]: judges pairs of a source text and what the server stores for it.
// schemac-equality --groups GROUPS.jsonl --fixture FILE.sql…: judges families of texts (tools/fuzz_equality/run.py).
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "ir/identity.h"
#include "parser/analyze/equality.h"
#include "parser/sql/replay.h"

namespace {

using namespace schemac;
using nlohmann::json;

struct Counts {
  int equal = 0, different = 0, unknown = 0, wrong = 0, all = 0;
};

struct Found {
  const ir::Object* owner;
  std::string_view field;
  const ir::Expression* expression;
};

// Every expression of an object, in the order of its fields; what stands beside one in an index or partition key comes as text.
struct Collector {
  const ir::Object& owner;
  std::vector<Found> expressions;
  std::string rest;

  void take(std::string_view field, const ir::Expression& value) { expressions.push_back({&owner, field, &value}); }
  void take(std::string_view field, const std::optional<ir::Expression>& value) {
    if (value) take(field, *value);
    else rest += "-";
  }
  void take(std::string_view field, const std::vector<ir::Expression>& values) {
    for (const auto& value : values) take(field, value);
  }
  void take(std::string_view field, const std::vector<ir::IndexElement>& elements) {
    for (const auto& element : elements) {
      if (element.expression) take(field, *element.expression);
      rest += fmt::format("[{} {} {} {} {} {}]", element.column ? element.column->name.str() : "", element.collation.str(), element.opclass.str(), element.descending,
                          element.nullsFirst, element.with.str());
    }
  }
  void take(std::string_view field, const std::vector<ir::PartitionElement>& elements) {
    for (const auto& element : elements) {
      if (element.expression) take(field, *element.expression);
      rest += fmt::format("[{} {} {}]", element.column ? element.column->name.str() : "", element.collation.str(), element.opclass.str());
    }
  }
  void take(std::string_view field, const std::vector<ir::StatisticsElement>& elements) {
    for (const auto& element : elements)
      if (element.expression) take(field, *element.expression);
      else rest += "[" + element.column->name.str() + "]";
  }
  void take(std::string_view field, const std::vector<ir::Argument>& arguments) {
    for (const auto& argument : arguments) {
      if (argument.defaultValue) take(field, *argument.defaultValue);
      rest += fmt::format("[{} {} {}]", argument.name.str(), ir::formatType(argument.type), argument.defaultValue.has_value());
    }
  }
  void take(std::string_view, const ir::Options& options) {
    for (const auto& option : options) rest += option.name.str() + "=" + option.value.str() + " ";
  }
  template <class T>
  void take(std::string_view, const T&) {}
};

// Kinds come in an order of their own (get_relation_statistics).
std::string statisticsText(const ir::Statistics& statistics) {
  std::vector<std::string> names;
  for (const auto& kind : statistics.kinds) names.push_back("kind " + kind.str());
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string& name : names) text += name + ";";
  return text;
}

Collector collect(const ir::Object& object) {
  Collector collector{object, {}, {}};
  std::visit(
      [&](const auto& data) {
        using Data = std::decay_t<decltype(data)>;
        if constexpr (ir::Described<Data>) ir::forEachField<Data>([&](const auto& field) { collector.take(field.name, data.*(field.member)); });
      },
      object.data);
  if (const auto* index = object.get<ir::Index>()) collector.rest += fmt::format("<{} {} {} {}>", index->method.str(), index->unique, index->nullsNotDistinct, index->include.size());
  if (const auto* table = object.get<ir::Table>()) collector.rest += table->partitionStrategy.str();
  if (const auto* statistics = object.get<ir::Statistics>()) collector.rest += statisticsText(*statistics);
  if (const auto* rule = object.get<ir::Rule>()) collector.rest += fmt::format("<{} {}>", rule->event.str(), rule->instead);
  return collector;
}

struct Side {
  std::unique_ptr<ir::Schema> schema;
  std::vector<Found> expressions;
  std::string rest, error;

  // Runs one statement on a copy of the fixture.
  void run(const ir::Schema& fixture, const std::string& sql, const parser::ReplayOptions& options) {
    schema = fixture.clone();
    const std::size_t before = schema->objects().size();
    ir::Diagnostics diagnostics;
    parser::replayInto(*schema, {std::make_shared<ir::Source>(ir::Source{"case", sql})}, options, diagnostics);
    for (const auto* diagnostic : diagnostics.sorted())
      if (error.empty() && ir::severityOf(diagnostic->code) == ir::Severity::Error) error = diagnostic->message;
    expressions.clear();
    rest.clear();
    for (std::size_t i = before; i < schema->objects().size(); ++i) {
      const ir::Object& object = schema->objects()[i];
      if (object.dropped) continue;
      Collector collector = collect(object);
      expressions.insert(expressions.end(), collector.expressions.begin(), collector.expressions.end());
      rest += collector.rest;
    }
  }
};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.rfind(what);
  if (at != std::string::npos) text.replace(at, what.size(), by);
  return text;
}

// The statement with the catalog's text in the source's place.
std::string catalogStatement(const json& item, const std::string& ddl) {
  std::string catalog = item["catalog"], kind = item["kind"], source = item["source"];
  if (kind == "func_body") return item.value("full", ddl);
  if (kind == "view" || kind == "matview")
    if (const auto end = catalog.find_last_of(';'); end != std::string::npos) catalog.resize(end);
  if (kind == "exclude" && catalog.starts_with("EXCLUDE ")) catalog.erase(0, 8);
  if (kind.starts_with("index") && item.contains("full")) return item["full"];
  if (kind == "index" || kind == "rule" || kind == "stats") return catalog;
  if (catalog == "<none>") return replaced(ddl, "DEFAULT " + source, "");
  return replaced(ddl, source, catalog);
}

ir::Verdict judge(const json& item, const ir::Schema& fixture, const parser::ReplayOptions& options) {
  using ir::Answer;
  const std::string ddl = item["ddl"], kind = item["kind"];
  std::string before;
  if (kind == "rule" && ddl.find("v1") != std::string::npos) before = "create view app.v1 as select id, email from app.users;\n";
  if (kind == "partbound") before = "create table app.zzp (like app.t) partition by " + item["key"].get<std::string>() + ";\n";
  Side from, to;
  from.run(fixture, "set search_path = " + item["search_path"].get<std::string>() + ";\n" + before + ddl, options);
  to.run(fixture, "set search_path = '';\n" + before + catalogStatement(item, ddl), options);
  // What stands around the catalog's text may lean on the path.
  if (!to.error.empty()) to.error.clear(), to.run(fixture, "set search_path = " + item["search_path"].get<std::string>() + ";\n" + before + catalogStatement(item, ddl), options);
  ir::Verdict verdict{Answer::Equal, {}};
  const auto worse = [&](ir::Verdict other) {
    if (other.answer == Answer::Different || (other.answer == Answer::Unknown && verdict.answer == Answer::Equal)) verdict = std::move(other);
  };
  if (!from.error.empty()) worse({Answer::Unknown, "the source is not replayed: " + from.error});
  else if (!to.error.empty()) worse({Answer::Unknown, "the catalog's text is not replayed: " + to.error});
  else if (from.expressions.empty() && to.expressions.empty() && from.rest.empty() && to.rest.empty() && kind != "default") worse({Answer::Unknown, "nothing to compare"});
  else if (from.rest != to.rest || from.expressions.size() != to.expressions.size()) worse({Answer::Different, "around the expression: " + from.rest + " against " + to.rest});
  else {
    const auto equality = parser::makeEquality(*from.schema, *to.schema);
    for (std::size_t i = 0; i < from.expressions.size(); ++i) {
      const Found &a = from.expressions[i], &b = to.expressions[i];
      worse(equality->compare(*a.expression, {a.owner, a.field}, *b.expression, {b.owner, b.field}));
    }
  }
  return verdict;
}

// One line of --groups: texts over the fixture (a check of app.t, the default of its column `extra`, or a query) and what the server stores for each.
// Answers all pairs of texts, and each text against its stored form, as letters: e, d, u.
json judgeGroup(const json& group, ir::Schema& schema) {
  const std::string kind = group["kind"];
  const ir::Object* home = schema.schema("app");
  const ir::Object* table = schema.relation(*home, "t");
  const ir::Object* owner = nullptr;
  std::string_view field = "expression";
  const ir::Object* parent = table;
  if (kind == "default") parent = ir::columnOf(*table, group["extra"].get<std::string>());
  if (kind == "check") owner = &schema.make(table, "judged", ir::Check{});
  else if (kind == "default") owner = &schema.make(parent, "", ir::Default{}), field = "value";
  else owner = &schema.make(home, "judged", ir::View{}), field = "query";
  const parser::Names written(schema, {"app", "public"}), bare(schema, {});
  parser::BindScope scope;
  if (kind == "check") scope.relations.push_back({table, table->name, true});
  if (kind == "default") scope.target = parent->as<ir::Column>().type;
  const auto bound = [&](const std::string& text, const parser::Names& names) {
    return kind == "check" || kind == "default" ? parser::bindCatalogExpression(text, scope, names).expression : parser::bindCatalogQuery(text, names, scope).expression;
  };
  std::vector<ir::Expression> texts, stored;
  for (const auto& text : group["texts"]) texts.push_back(bound(text, written));
  for (const auto& text : group["stored"]) {
    std::string plain = text;
    if (kind == "query") plain.resize(plain.rfind("\n--"));
    stored.push_back(bound(plain, bare));
  }
  const auto equality = parser::makeEquality(schema, schema);
  json result{{"pairs", ""}, {"stored", ""}, {"reasons", json::object()}};
  std::string pairs, own;
  const auto letter = [&](const ir::Expression& a, const ir::Expression& b, const std::string& key) {
    const ir::Verdict verdict = equality->compare(a, {owner, field}, b, {owner, field});
    if (verdict.answer != ir::Answer::Equal) result["reasons"][key] = verdict.reason;
    return verdict.answer == ir::Answer::Equal ? 'e' : verdict.answer == ir::Answer::Different ? 'd' : 'u';
  };
  for (std::size_t i = 0; i < texts.size(); ++i) {
    own += letter(texts[i], stored[i], "s" + std::to_string(i));
    for (std::size_t j = i + 1; j < texts.size(); ++j) pairs += letter(texts[i], texts[j], std::to_string(pairs.size()));
  }
  result["pairs"] = pairs, result["stored"] = own;
  return result;
}

std::string oneLine(std::string text) {
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> fixtures;
  std::string cases, origin;
  bool verbose = false, groups = false;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--fixture") {
      while (i + 1 < count && arguments[i + 1][0] != '-') fixtures.emplace_back(arguments[++i]);
    } else if (argument == "--origin" && i + 1 < count) {
      origin = arguments[++i];
    } else if (argument == "-v") {
      verbose = true;
    } else if (argument == "--groups") {
      groups = true;
    } else {
      cases = argument;
    }
  }
  std::ifstream input(cases);
  if (cases.empty() || !input) {
    std::cerr << "usage: schemac-equality CASES.jsonl --fixture FILE.sql... [--origin NAME] [-v]\n";
    return 1;
  }
  parser::ReplayOptions options;
  options.serverVersion = 15;
  std::ifstream platform(SCHEMAC_SOURCE_DIR "/schemas/platform/postgres.sql");
  std::ostringstream platformText;
  platformText << platform.rdbuf();
  options.platformSql = platformText.str();
  std::vector<std::shared_ptr<const ir::Source>> files;
  for (const std::string& fixture : fixtures) {
    std::ifstream file(fixture);
    std::ostringstream text;
    text << file.rdbuf();
    files.push_back(std::make_shared<ir::Source>(ir::Source{fixture, text.str()}));
  }
  ir::Diagnostics diagnostics;
  const auto fixture = parser::readSql(files, options, diagnostics);
  for (const auto* diagnostic : diagnostics.sorted()) std::cerr << ir::format(*diagnostic) << "\n";
  if (!fixture) return 1;
  fixture->unfollowed.clear();  // what the fixture has that is not modelled is no reason to doubt names
  if (groups) {
    for (std::string line; std::getline(input, line);) {
      // Each on its own copy: nothing of a group is left to the next.
      const auto schema = fixture->clone();
      std::cout << judgeGroup(json::parse(line), *schema).dump(-1, ' ', false, json::error_handler_t::replace) << "\n";
    }
    return 0;
  }
  Counts counts;
  for (std::string line; std::getline(input, line);) {
    const json item = json::parse(line, nullptr, false);
    if (item.is_discarded() || !item.contains("ddl") || (!origin.empty() && item.value("origin", "") != origin)) continue;
    ++counts.all;
    const bool expectDifferent = item.value("expect", "equal") == "different";
    const ir::Verdict verdict = judge(item, *fixture, options);
    const char* word = "equal";
    if (verdict.answer == ir::Answer::Equal) {
      if (expectDifferent) ++counts.wrong, word = "WRONG";
      else ++counts.equal;
    } else if (verdict.answer == ir::Answer::Different) {
      ++counts.different, word = "different";
    } else {
      ++counts.unknown, word = "unknown";
    }
    if (verbose && (expectDifferent ? verdict.answer == ir::Answer::Equal : verdict.answer != ir::Answer::Equal))
      std::cout << fmt::format("{} {} {} {}\n    source  {}\n    catalog {}\n    {}\n", word, item["id"].dump(), item["kind"].get<std::string>(), item.value("category", ""),
                               oneLine(item["source"]), oneLine(item["catalog"]), verdict.reason);
  }
  std::cout << fmt::format("equal {}, different {}, unknown {}, wrong {}, of {}\n", counts.equal, counts.different, counts.unknown, counts.wrong, counts.all);
  return counts.wrong ? 2 : 0;
}
