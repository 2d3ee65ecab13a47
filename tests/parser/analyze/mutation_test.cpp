// CANON.md, 5.4. The mutation test: every expression of the goldens, each word of it changed once, is never equal to what it was. The collision test:
// of the expressions of one place, no two of different texts are equal, unless listed here.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "ir/identity.h"
#include "parser/analyze/analysed.h"
#include "parser/analyze/equality.h"
#include "parser/analyze/sites.h"
#include "parser/sql/replay.h"
#include "tests/support/catch.h"
#include "tests/support/expressions.h"
#include "tests/support/files.h"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<ir::Schema> schemaOf(const std::vector<fs::path>& files, int version = 17) {
  parser::ReplayOptions options;
  options.serverVersion = version;
  options.platformSql = readFile(fs::path(SCHEMAC_SOURCE_DIR) / "schemas/platform/postgres.sql");
  std::vector<std::shared_ptr<const ir::Source>> sources;
  for (const fs::path& file : files) sources.push_back(std::make_shared<ir::Source>(ir::Source{file.string(), readFile(file)}));
  ir::Diagnostics diagnostics;
  auto schema = parser::readSql(sources, options, diagnostics);
  // What is not modelled elsewhere in the file is no reason to doubt a name here.
  if (schema) schema->unfollowed.clear();
  return schema;
}

std::vector<fs::path> goldens() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SCHEMAC_SOURCE_DIR) / "golden")) {
    const std::string name = entry.path().filename().string();
    if (name == "after.sql" || name == "before.sql") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<FoundExpression> expressionsOf(const ir::Schema& schema) {
  std::vector<FoundExpression> all;
  for (const ir::Object& object : schema.objects()) {
    if (object.dropped || object.origin != ir::Origin::User) continue;
    const auto own = ExpressionsOf(object).found;
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

// The text that the names of one side are spelled out in, bound again over the same site.
ir::Expression bound(const std::string& text, const parser::Site& site, ir::Schema& schema) {
  const parser::Names names(schema, {});
  if (site.form == parser::Site::Query) return parser::bindCatalogQuery(text, names, site.scope).expression;
  parser::BindScope scope = site.scope;
  scope.target = site.target;
  return parser::bindCatalogExpression(text, scope, names).expression;
}

const std::map<std::string, std::vector<std::string>>& words() {
  static const std::map<std::string, std::vector<std::string>> all{
      {"and", {"or"}}, {"or", {"and"}}, {"not", {""}}, {"true", {"false"}}, {"false", {"true"}}, {"asc", {"desc"}}, {"desc", {"asc"}}, {"lower", {"upper"}},
      {"upper", {"lower"}}, {"min", {"max"}}, {"max", {"min"}}, {"sum", {"avg"}}, {"now", {"clock_timestamp"}}, {"any", {"all"}}, {"left", {"right", "full"}}, {"inner", {"left"}},
      {"union", {"intersect", "except"}}, {"first", {"last"}}, {"last", {"first"}}, {"distinct", {"all"}}, {"is", {"is not"}}, {"in", {"not in"}}, {"like", {"ilike", "not like"}},
      {"between", {"not between"}}, {"exists", {"not exists"}}, {"where", {"where false and"}}, {"null", {"true"}}, {"rows", {"range"}}, {"preceding", {"following"}}, {"new", {"old"}},
      {"coalesce", {"greatest"}}, {"current_date", {"current_timestamp"}}, {"length", {"octet_length"}}, {"ltrim", {"rtrim"}}, {"int4", {"int8"}}, {"text", {"name"}},
      {"limit", {"offset"}}, {"recursive", {""}}, {"join", {"cross join"}}, {"count", {"max"}}, {"filter", {""}}, {"only", {""}}, {"lateral", {""}}, {"all", {""}}};
  return all;
}

const std::map<std::string, std::vector<std::string>>& symbols() {
  static const std::map<std::string, std::vector<std::string>> all{{"=", {"<>", ">="}}, {"<>", {"="}}, {"!=", {"="}}, {"<", {"<=", ">"}}, {">", {">=", "<"}}, {"<=", {"<"}}, {">=", {">"}}, {"+", {"-"}},
                                                                    {"-", {"+"}}, {"*", {"+"}}, {"/", {"*"}}, {"->>", {"->"}}, {"->", {"->>"}}, {"||", {"="}}, {"@>", {"<@"}}, {"&&", {"@>"}}, {"~", {"~*", "!~"}}};
  return all;
}

struct Mutants {
  const std::string& text;
  const ir::Expression& expression;  // its names
  std::vector<std::string> all;

  void replace(const parser::Token& token, const std::string& by) { all.push_back(text.substr(0, token.begin) + by + text.substr(token.end)); }

  void make() {
    const auto tokens = parser::tokenize(text, 0, static_cast<std::uint32_t>(text.size()));
    for (const parser::Token& token : tokens) {
      std::string word = text.substr(token.begin, token.end - token.begin);
      if (word.empty()) continue;
      const char first = word[0];
      if (first >= '0' && first <= '9') {
        if (word.find_first_not_of("0123456789") == std::string::npos && word.size() < 10) replace(token, std::to_string(std::stol(word) + 1));
        else replace(token, word + "1");
      } else if (first == '\'') {
        replace(token, word.substr(0, word.size() - 1) + "1'");
        if (word.size() > 3 && std::string_view("0$(").find(word[1]) == std::string_view::npos) replace(token, "'" + word.substr(2));
      }
      for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      for (const auto* table : {&words(), &symbols()})
        if (const auto found = table->find(word); found != table->end())
          for (const std::string& by : found->second) replace(token, by);
    }
    // A column becomes another of its type.
    for (const ir::Binding& binding : expression.bindings) {
      if (binding.role != ir::BindingRole::Column || !binding.target || binding.target->kind != ir::Kind::Column || !binding.target->parent) continue;
      for (const ir::Object* other : ir::columnsOf(*binding.target->parent)) {
        if (other == binding.target.object || !(other->as<ir::Column>().type == binding.target->as<ir::Column>().type)) continue;
        all.push_back(text.substr(0, binding.offset) + ir::quoteIdentifier(other->name) + text.substr(binding.offset + binding.length));
        break;
      }
    }
  }
};

struct Tally {
  int expressions = 0, mutants = 0, rejected = 0, different = 0, unknown = 0, equal = 0;
  std::vector<std::string> equals;
};

// Spellings of one meaning that a change of a word can lead to.
bool means(const std::string& before, const std::string& after) {
  const auto at = static_cast<std::size_t>(std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin());
  const std::string near = after.substr(at > 24 ? at - 24 : 0, 48);
  std::string low;
  for (const char c : near) low += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  // The precision of an interval constant that needs none of it.
  static const std::vector<std::string> harmless{"::interval("};
  for (const std::string& each : harmless)
    if (low.find(each) != std::string::npos) return true;
  return false;
}

void mutate(ir::Schema& schema, const FoundExpression& found, Tally& tally) {
  const parser::Site site = parser::siteOf({found.owner, found.field}, *found.expression);
  if (site.form == parser::Site::PartitionBound || site.form == parser::Site::Body || !found.expression->resolved) return;
  const std::string text = ir::render(*found.expression);
  const ir::Expression original = bound(text, site, schema);
  if (!original.resolved) return;
  ++tally.expressions;
  Mutants mutants{text, original, {}};
  mutants.make();
  parser::ParseMemory memory;
  parser::Arena arena;
  const auto before = parser::analysed(original, {found.owner, found.field}, schema, arena, memory);
  for (const std::string& mutant : mutants.all) {
    if (mutant == text) continue;
    ++tally.mutants;
    const ir::Expression changed = bound(mutant, site, schema);
    if (!changed.resolved) {
      ++tally.rejected;
      continue;
    }
    const auto after = parser::analysed(changed, {found.owner, found.field}, schema, arena, memory);
    const ir::Verdict verdict = parser::compareAnalysed(before, after);
    if (verdict.answer == ir::Answer::Different) ++tally.different;
    else if (verdict.answer == ir::Answer::Unknown) ++tally.unknown;
    else ++tally.equal, tally.equals.push_back(text + "\n  => " + mutant);
  }
}

void report(const char* what, const Tally& tally) {
  std::printf("%s: %d expressions, %d mutants: %d different, %d unknown, %d rejected, %d equal\n", what, tally.expressions, tally.mutants, tally.different, tally.unknown,
              tally.rejected, tally.equal);
}

// Lines that begin with "    \"key\": \"" of a file of cases, without a JSON library.
std::string valueOf(const std::string& line, const std::string& key) {
  const auto at = line.find("\"" + key + "\": \"");
  if (at == std::string::npos) return {};
  std::string out;
  for (std::size_t i = at + key.size() + 5; i < line.size() && line[i] != '"'; ++i) {
    if (line[i] != '\\') {
      out += line[i];
    } else if (++i < line.size()) {
      if (line[i] == 'u') return {};
      out += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
    }
  }
  return out;
}

struct CorpusCase {
  std::string kind, text;
};

// What the server stores of the hand-made checks over app.t and views; empty where the corpus is not there.
std::vector<CorpusCase> corpus() {
  std::vector<CorpusCase> cases;
  std::ifstream file(fs::path(SCHEMAC_SOURCE_DIR) / "../shared/corpus/canon_cases.jsonl");
  for (std::string line; std::getline(file, line);) {
    if (valueOf(line, "origin") != "handmade") continue;
    const std::string kind = valueOf(line, "kind"), catalog = valueOf(line, "catalog");
    const bool check = kind == "check" && valueOf(line, "ddl").starts_with("ALTER TABLE app.t ADD");
    if ((check || kind == "view") && !catalog.empty()) cases.push_back({kind, catalog});
  }
  return cases;
}

std::unique_ptr<ir::Schema> corpusSchema() {
  const fs::path path = fs::path(SCHEMAC_SOURCE_DIR) / "../shared/corpus/canon_fixture.sql";
  return fs::exists(path) ? schemaOf({path}, 15) : nullptr;
}

}  // namespace

TEST_CASE("no change of meaning is called equal: the goldens", "[equality][mutation]") {
  Tally tally;
  for (const fs::path& file : goldens()) {
    const auto schema = schemaOf({file});
    if (!schema) continue;
    for (const FoundExpression& found : expressionsOf(*schema)) mutate(*schema, found, tally);
  }
  report("mutation, goldens", tally);
  CHECK(tally.mutants > 400);
  for (const std::string& each : tally.equals) {
    const auto arrow = each.find("\n  => ");
    if (!means(each.substr(0, arrow), each.substr(arrow + 6))) FAIL_CHECK("equal after a change:\n" << each);
  }
}

TEST_CASE("no change of meaning is called equal: the corpus", "[equality][mutation]") {
  const auto schema = corpusSchema();
  if (!schema) return;
  const ir::Object* app = schema->schema("app");
  const ir::Object& check = schema->make(schema->relation(*app, "t"), "judged", ir::Check{});
  const ir::Object& view = schema->make(app, "judged", ir::View{});
  Tally tally;
  for (const CorpusCase& each : corpus()) {
    const ir::Object& owner = each.kind == "check" ? check : view;
    const std::string_view field = each.kind == "check" ? "expression" : "query";
    const parser::Site site = parser::siteOf({&owner, field}, {});
    const ir::Expression expression = bound(each.text, site, *schema);
    mutate(*schema, {&owner, field, &expression}, tally);
  }
  report("mutation, corpus", tally);
  // LATERAL before a function (6), the name of a scalar subquery's column (3), the precision of an interval constant that needs none (1).
  constexpr int explained = 10;
  if (std::getenv("SCHEMAC_SHOW"))
    for (const std::string& each : tally.equals) std::printf("%s\n", each.c_str());
  if (tally.equal <= explained) return;
  for (const std::string& each : tally.equals) FAIL_CHECK("equal after a change:\n" << each);
}

TEST_CASE("two texts of one place are not equal by accident: the goldens", "[equality][collision]") {
  int groups = 0, pairs = 0;
  std::set<std::string> equals;
  for (const fs::path& file : goldens()) {
    const auto schema = schemaOf({file});
    if (!schema) continue;
    std::map<std::pair<const ir::Object*, std::string>, std::vector<FoundExpression>> places;
    for (const FoundExpression& found : expressionsOf(*schema)) {
      const parser::Site site = parser::siteOf({found.owner, found.field}, *found.expression);
      if (site.form == parser::Site::PartitionBound || site.form == parser::Site::Body || site.target) continue;
      places[{found.owner->parent, std::string(found.field)}].push_back(found);
    }
    const auto equality = parser::makeEquality(*schema, *schema);
    for (const auto& [place, all] : places) {
      ++groups;
      for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
          const std::string left = ir::render(*all[i].expression), right = ir::render(*all[j].expression);
          if (left == right || all[i].owner->kind != all[j].owner->kind) continue;
          ++pairs;
          if (equality->compare(*all[i].expression, {all[i].owner, all[i].field}, *all[j].expression, {all[j].owner, all[j].field}).answer == ir::Answer::Equal)
            equals.insert(left + "\n  == " + right);
        }
    }
  }
  std::printf("collisions, goldens: %d places, %d pairs, %zu equal\n", groups, pairs, equals.size());
  CHECK(pairs > 10);
  for (const std::string& each : equals) FAIL_CHECK("equal, of two texts:\n" << each);
}

TEST_CASE("two texts of one place are not equal by accident: the corpus", "[equality][collision]") {
  const auto schema = corpusSchema();
  if (!schema) return;
  const ir::Object* app = schema->schema("app");
  const ir::Object& check = schema->make(schema->relation(*app, "t"), "judged", ir::Check{});
  const ir::Object& view = schema->make(app, "judged", ir::View{});
  parser::ParseMemory memory;
  parser::Arena arena;
  std::map<std::string, std::map<std::string, parser::Analysed>> kinds;
  std::vector<std::unique_ptr<ir::Expression>> kept;
  for (const CorpusCase& each : corpus()) {
    const ir::Object& owner = each.kind == "check" ? check : view;
    const std::string_view field = each.kind == "check" ? "expression" : "query";
    const parser::Site site = parser::siteOf({&owner, field}, {});
    kept.push_back(std::make_unique<ir::Expression>(bound(each.text, site, *schema)));
    kinds[each.kind].emplace(each.text, parser::analysed(*kept.back(), {&owner, field}, *schema, arena, memory));
  }
  int pairs = 0, equals = 0;
  std::string shown;
  for (const auto& [kind, forms] : kinds)
    for (auto a = forms.begin(); a != forms.end(); ++a)
      for (auto b = std::next(a); b != forms.end(); ++b) {
        ++pairs;
        if (parser::compareAnalysed(a->second, b->second).answer != ir::Answer::Equal) continue;
        ++equals;
        shown += a->first + "\n  == " + b->first + "\n";
      }
  std::printf("collisions, corpus: %d pairs, %d equal\n", pairs, equals);
  // Nested AND and OR (E1, 2), casts of array constructors (E2, 5) and of constants (E3, 5), trim and btrim, substring, named arguments (E4, 6),
  // aliases (E5, 4), a frame that is the default (E6, 1). Their number must not grow.
  if (std::getenv("SCHEMAC_SHOW")) std::printf("%s", shown.c_str());
  if (equals > 23) FAIL_CHECK(equals << " equal:\n" << shown);
}

}  // namespace schemac::testing
