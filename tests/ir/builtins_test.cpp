#include "ir/builtins.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace builtins = schemac::ir::builtins;
using builtins::PrivilegeTarget;
using Strings = std::vector<std::string_view>;

namespace {

// The names as a vector.
Strings list(builtins::Names names) { return {names.begin(), names.end()}; }

template <class Range>
std::size_t countOf(const Range& range) {
  return static_cast<std::size_t>(std::distance(range.begin(), range.end()));
}

Strings columnNames(const builtins::Relation& relation) {
  Strings names;
  for (const builtins::Column& column : relation.columns()) names.push_back(column.name());
  return names;
}

bool has(builtins::Names names, std::string_view wanted) {
  return std::find(names.begin(), names.end(), wanted) != names.end();
}

// As DESCRIBE would: "name(types)".
std::set<std::string> signatures(const builtins::Extension& extension) {
  std::set<std::string> all;
  for (const builtins::Function& function : extension.functions()) {
    std::string text(function.name());
    text += '(';
    for (std::string_view type : function.argumentTypes()) text.append(text.back() == '(' ? "" : ",").append(type);
    all.insert(text + ')');
  }
  return all;
}

}  // namespace

TEST_CASE("a type says how its columns are stored and what comes with it", "[builtins]") {
  const builtins::Type* varchar = builtins::findType("varchar", 15);
  REQUIRE(varchar);
  CHECK(varchar->kind == 'b');
  CHECK(varchar->category == 'S');
  CHECK(varchar->storage == 'x');
  CHECK(varchar->hasModifiers);
  CHECK_FALSE(varchar->preferred);
  CHECK(varchar->collation() == "default");
  CHECK(varchar->arrayType() == "_varchar");
  CHECK(builtins::findType("text", 15)->preferred);
  CHECK(builtins::findType("name", 15)->collation() == "C");
  CHECK(builtins::findType("numeric", 15)->storage == 'm');
  CHECK(builtins::findType("int4", 15)->storage == 'p');
  CHECK(builtins::findType("int4", 15)->byValue);
  CHECK(builtins::findType("int4", 15)->length == 4);
  CHECK(builtins::findType("int4", 15)->collation().empty());
  CHECK(builtins::findType("nothing", 15) == nullptr);

  const builtins::Type* array = builtins::findType("_int4", 15);
  REQUIRE(array);
  CHECK(array->isArray());
  CHECK(array->elementType() == "int4");
  CHECK_FALSE(builtins::findType("point", 15)->isArray());
  CHECK(builtins::findType("point", 15)->elementType() == "float8");

  const builtins::Type* range = builtins::findType("tstzrange", 14);
  REQUIRE(range);
  CHECK(range->kind == 'r');
  CHECK(range->subtype() == "timestamptz");
  CHECK(range->rangePartner() == "tstzmultirange");
  CHECK(builtins::findType("tstzmultirange", 14)->rangePartner() == "tstzrange");
}

TEST_CASE("information_schema's domains and the row types of catalogs are types", "[builtins]") {
  const builtins::Type* identifier = builtins::typeOf("information_schema.sql_identifier", 16);
  REQUIRE(identifier);
  CHECK(identifier->kind == 'd');
  CHECK(identifier->baseType() == "name");
  CHECK(builtins::findType("sql_identifier", 16) == nullptr);
  CHECK(builtins::findType("pg_class", 16)->kind == 'c');
}

TEST_CASE("facts differ by version as the releases do", "[builtins]") {
  CHECK(builtins::functionsNamed("any_value", 15).empty());
  CHECK(countOf(builtins::functionsNamed("any_value", 16)) == 1);
  CHECK(builtins::functionsNamed("any_value", 16).first()->kind == 'a');
  CHECK(countOf(builtins::functionsNamed("random", 16)) == 1);
  CHECK(countOf(builtins::functionsNamed("random", 17)) == 4);
  CHECK(builtins::functionsNamed("uuidv7", 17).empty());
  CHECK_FALSE(builtins::functionsNamed("uuidv7", 18).empty());
  CHECK(builtins::findRole("pg_maintain", 16) == nullptr);
  CHECK(builtins::findRole("pg_maintain", 17));
  CHECK(builtins::findRole("pg_read_all_data", 14));
  CHECK(builtins::findRole("pg_database_owner", 14));
  CHECK(has(builtins::findRole("pg_monitor", 18)->memberOf(), "pg_read_all_stats"));
  // xid8 casts, MERGE's min and max over records, bytea and integers.
  CHECK(builtins::findCast("bytea", "int4", 17) == nullptr);
  CHECK(builtins::findCast("bytea", "int4", 18));
  CHECK(builtins::isCollation("unicode", 16));
  CHECK_FALSE(builtins::isCollation("unicode", 15));
  CHECK(builtins::isCollation("pg_c_utf8", 17));
  CHECK_FALSE(builtins::isCollation("pg_c_utf8", 16));
  CHECK(builtins::relation("pg_catalog", "pg_parameter_acl", 14) == nullptr);
  CHECK(builtins::relation("pg_catalog", "pg_parameter_acl", 15));
  // Outside what is known the nearest answers.
  CHECK(builtins::findRole("pg_maintain", 19));
  CHECK(builtins::findRole("pg_maintain", 9) == nullptr);
}

TEST_CASE("functions are found by name and by signature", "[builtins]") {
  CHECK(countOf(builtins::functionsNamed("abs", 15)) == 6);
  const builtins::Function* lower = builtins::findFunction("lower", Strings{"text"}, 15);
  REQUIRE(lower);
  CHECK(lower->returnType() == "text");
  CHECK(lower->volatility == 'i');
  CHECK(lower->strict);
  CHECK(lower->kind == 'f');
  CHECK_FALSE(lower->returnsSet);
  CHECK(builtins::findFunction("lower", Strings{"int4"}, 15) == nullptr);
  CHECK(builtins::findFunction("now", Strings{}, 15)->volatility == 's');

  const builtins::Function* format = builtins::findFunction("format", Strings{"text", "any"}, 15);
  REQUIRE(format);
  CHECK(format->variadicType() == "any");

  const builtins::Function* make = builtins::functionsNamed("make_interval", 15).first();
  REQUIRE(make);
  CHECK(make->defaults == 7);
  CHECK(list(make->argumentNames()) == Strings{"years", "months", "weeks", "days", "hours", "mins", "secs"});

  const builtins::Function* each = builtins::functionsNamed("jsonb_each", 15).first();
  REQUIRE(each);
  CHECK(each->returnsSet);
  CHECK(list(each->argumentTypes()) == Strings{"jsonb"});
  CHECK(list(each->outputNames()) == Strings{"key", "value"});
  CHECK(list(each->outputTypes()) == Strings{"text", "jsonb"});

  CHECK(builtins::functionsNamed("percentile_cont", 15).first()->aggregateKind == 'o');
  CHECK(builtins::functionsNamed("percentile_cont", 15).first()->directArguments == 1);
  CHECK(builtins::functionsNamed("row_number", 15).first()->kind == 'w');
  CHECK(builtins::functionsNamed("_pg_expandarray", 15).empty());
  CHECK_FALSE(builtins::functionsNamed("information_schema", "_pg_expandarray", 15).empty());
}

TEST_CASE("operators, casts and operator classes", "[builtins]") {
  const builtins::Operator* contains = builtins::findOperator("@>", "jsonb", "jsonb", 15);
  REQUIRE(contains);
  CHECK(contains->resultType() == "bool");
  CHECK(contains->function() == "jsonb_contains");
  CHECK(contains->commutator() == "<@");
  CHECK(builtins::findOperator("=", "int4", "int4", 15)->negator() == "<>");
  CHECK(builtins::findOperator("=", "int4", "int4", 15)->canHash);
  CHECK(builtins::findOperator("-", "", "int4", 15)->function() == "int4um");
  CHECK(builtins::findOperator("=", "int4", "text", 15) == nullptr);

  const builtins::Cast* widen = builtins::findCast("int4", "int8", 15);
  REQUIRE(widen);
  CHECK(widen->context == 'i');
  CHECK(widen->method == 'f');
  CHECK(widen->function() == "int8");
  CHECK(builtins::findCast("varchar", "text", 15)->method == 'b');
  CHECK(builtins::findCast("varchar", "varchar", 15)->functionArguments == 3);
  CHECK(builtins::findCast("int8", "int4", 15)->context == 'a');
  CHECK(builtins::findCast("text", "int4", 15) == nullptr);
  CHECK(countOf(builtins::castsFrom("money", 15)) == 1);

  CHECK(builtins::defaultOpclass("btree", "text", 15)->name() == "text_ops");
  CHECK(builtins::defaultOpclass("gin", "jsonb", 15)->name() == "jsonb_ops");
  CHECK(builtins::findOpclass("gin", "jsonb_path_ops", 15)->keyType() == "int4");
  CHECK_FALSE(builtins::findOpclass("btree", "text_pattern_ops", 15)->isDefault);
  CHECK(builtins::findOpclass("btree", "nonesuch_ops", 15) == nullptr);
  bool equality = false;
  for (const builtins::FamilyMember& member : builtins::familyMembers("btree", "integer_ops", 15)) {
    equality |= member.strategy == 3 && member.leftType() == "int4" && member.rightType() == "int8" &&
                member.operatorName() == "=";
  }
  CHECK(equality);
  CHECK(builtins::findAccessMethod("brin", 15)->kind == 'i');
  CHECK(builtins::findAccessMethod("heap", 15)->kind == 't');
}

TEST_CASE("catalog relations have their columns in order", "[builtins]") {
  const builtins::Relation* roles = builtins::relation("pg_catalog", "pg_am", 15);
  REQUIRE(roles);
  CHECK(columnNames(*roles) == Strings{"oid", "amname", "amhandler", "amtype"});
  CHECK(roles->kind == 'r');
  CHECK(roles->findColumn("amname")->type() == "name");
  CHECK(roles->findColumn("amname")->notNull);
  CHECK(roles->findColumn("ctid") == nullptr);
  const builtins::Relation* tables = builtins::relation("information_schema", "tables", 15);
  REQUIRE(tables);
  CHECK(tables->kind == 'v');
  CHECK(tables->findColumn("table_name")->type() == "information_schema.sql_identifier");
  CHECK(builtins::relation("pg_catalog", "tables", 15) == nullptr);
  CHECK(builtins::relation("pg_catalog", "pg_attribute", 17)->findColumn("attcacheoff"));
  CHECK_FALSE(builtins::relation("pg_catalog", "pg_attribute", 18)->findColumn("attcacheoff"));
}

TEST_CASE("privileges by kind and version", "[builtins]") {
  CHECK(builtins::allPrivileges(PrivilegeTarget::Table, 16) == "arwdDxt");
  CHECK(builtins::allPrivileges(PrivilegeTarget::Table, 17) == "arwdDxtm");
  CHECK(builtins::publicPrivileges(PrivilegeTarget::Function) == "X");
  CHECK(builtins::publicPrivileges(PrivilegeTarget::Table).empty());
  CHECK(builtins::privilegeName('m') == "MAINTAIN");
  CHECK(builtins::privilegeLetter("insert") == 'a');
  CHECK(builtins::privilegeLetter("temp") == 'T');
  CHECK(builtins::privilegeLetter("nonsense") == 0);
  for (char letter : builtins::allPrivileges(PrivilegeTarget::Table, 18)) {
    CHECK(builtins::privilegeLetter(builtins::privilegeName(letter)) == letter);
  }
}

TEST_CASE("collations that depend on the machine go by the form of their names", "[builtins]") {
  for (std::string_view name : {"C", "POSIX", "default", "ucs_basic", "de-x-icu", "en_US", "en_US.utf8", "ca_ES@valencia"}) {
    CHECK(builtins::isCollation(name, 15));
  }
  for (std::string_view name : {"mine", "e", "german", "en_us", "", "de_D"}) CHECK_FALSE(builtins::isCollation(name, 15));
}

TEST_CASE("an extension's members are relative to the schema it is in", "[builtins]") {
  const builtins::Extension* citext = builtins::extension("citext");
  REQUIRE(citext);
  CHECK(citext->relocatable);
  CHECK(citext->trusted);
  CHECK(citext->complete);
  CHECK(citext->fixedSchema().empty());
  CHECK(citext->comment() == "data type for case-insensitive character strings");
  const builtins::Type* type = citext->findType("citext");
  REQUIRE(type);
  CHECK(type->schema() == "@extschema@");
  CHECK(type->category == 'S');
  CHECK(type->arrayType() == "@extschema@._citext");
  CHECK(citext->findType("_citext"));
  CHECK(signatures(*citext).count("regexp_match(@extschema@.citext,@extschema@.citext)") == 1);
  bool toText = false;
  for (const builtins::Cast& cast : citext->casts()) {
    toText |= cast.source() == "@extschema@.citext" && cast.target() == "text" && cast.context == 'i';
  }
  CHECK(toText);

  const builtins::Extension* pgcrypto = builtins::extension("pgcrypto");
  REQUIRE(pgcrypto);
  CHECK(signatures(*pgcrypto).count("gen_random_bytes(int4)") == 1);
  CHECK(pgcrypto->functionsNamed("gen_random_uuid").size() == 1);
  CHECK(pgcrypto->functionsNamed("nothing").empty());

  const builtins::Extension* trigrams = builtins::extension("pg_trgm");
  REQUIRE(trigrams);
  CHECK_FALSE(trigrams->operatorsNamed("%").empty());
  CHECK(std::any_of(trigrams->opclasses().begin(), trigrams->opclasses().end(), [](const auto& each) {
    return each.accessMethod() == "gin" && each.name() == "gin_trgm_ops" && !each.isDefault;
  }));
  CHECK(builtins::extension("earthdistance")->findType("earth")->baseType() == "@extschema:cube@.cube");
  CHECK(list(builtins::extension("earthdistance")->required()) == Strings{"cube"});
  CHECK(builtins::extension("no_such_thing") == nullptr);
}

TEST_CASE("extensions with schemas, relations and access methods of their own", "[builtins]") {
  const builtins::Extension* net = builtins::extension("pg_net");
  REQUIRE(net);
  CHECK_FALSE(net->complete);
  CHECK(list(net->schemas()) == Strings{"net"});
  REQUIRE(net->functionsNamed("http_post").size() == 1);
  const builtins::Function& post = net->functionsNamed("http_post").front();
  CHECK(post.schema() == "net");
  CHECK(post.returnType() == "int8");
  CHECK(post.defaults == 4);
  CHECK(builtins::extension("supabase_vault")->fixedSchema() == "vault");
  REQUIRE(builtins::extension("supabase_vault")->findRelation("decrypted_secrets"));
  CHECK(has(builtins::extension("vector")->accessMethods(), "hnsw"));
  CHECK(builtins::extension("vector")->findType("vector")->storage == 'e');
  CHECK(has(builtins::extension("postgres_fdw")->foreignDataWrappers(), "postgres_fdw"));
  const builtins::Extension* postgis = builtins::extension("postgis");
  REQUIRE(postgis);
  CHECK(postgis->findType("geometry")->storage == 'm');
  const builtins::Relation* references = postgis->findRelation("spatial_ref_sys");
  REQUIRE(references);
  CHECK(columnNames(*references) == Strings{"srid", "auth_name", "auth_srid", "srtext", "proj4text"});
}

TEST_CASE("every name a row gives resolves", "[builtins]") {
  for (int version = builtins::oldestVersion; version <= builtins::newestVersion; ++version) {
    std::size_t wrong = 0;
    auto check = [&](std::string_view type) { wrong += type.empty() || !builtins::typeOf(type, version); };
    for (const builtins::Function& function : builtins::functions(version)) {
      check(function.returnType());
      for (std::string_view type : function.argumentTypes()) check(type);
      for (std::string_view type : function.outputTypes()) check(type);
      wrong += function.outputNames().size() != function.outputTypes().size();
      wrong += !function.argumentNames().empty() && function.argumentNames().size() != function.argumentTypes().size();
    }
    for (const builtins::Operator& op : builtins::operators(version)) {
      check(op.resultType());
      wrong += !op.commutator().empty() && !builtins::findOperator(op.commutator(), op.rightType(), op.leftType(), version);
      wrong += builtins::functionsNamed(op.function(), version).empty();
    }
    for (const builtins::Cast& cast : builtins::casts(version)) {
      check(cast.source());
      check(cast.target());
      wrong += builtins::findCast(cast.source(), cast.target(), version) != &cast;
    }
    for (std::string_view schema : {"pg_catalog", "information_schema"}) {
      for (const builtins::Relation& relation : builtins::relationsOf(schema, version)) {
        wrong += builtins::relation(schema, relation.name(), version) != &relation;
        for (const builtins::Column& column : relation.columns()) check(column.type());
      }
    }
    INFO("version " << version);
    CHECK(wrong == 0);
    CHECK(countOf(builtins::functions(version)) > 3000);
    CHECK(countOf(builtins::types(version)) > 500);
  }
}

TEST_CASE("extensions change with the server", "[builtins]") {
  CHECK(builtins::extension("adminpack", 16));
  CHECK(builtins::extension("adminpack", 17) == nullptr);
  CHECK(builtins::extension("pg_walinspect", 14) == nullptr);
  CHECK(builtins::extension("pg_walinspect", 15));
  CHECK(builtins::extension("postgis", 14) == builtins::extension("postgis", 18));
  CHECK(builtins::extension("pgcrypto", 17)->functionsNamed("fips_mode").empty());
  CHECK(builtins::extension("pgcrypto", 18)->functionsNamed("fips_mode").size() == 1);
  const builtins::Relation* before = builtins::extension("pg_stat_statements", 16)->findRelation("pg_stat_statements");
  const builtins::Relation* after = builtins::extension("pg_stat_statements", 17)->findRelation("pg_stat_statements");
  REQUIRE(before);
  REQUIRE(after);
  CHECK(before->findColumn("blk_read_time"));
  CHECK_FALSE(after->findColumn("blk_read_time"));
  for (int version = builtins::oldestVersion; version <= builtins::newestVersion; ++version) {
    CHECK(countOf(builtins::extensions(version)) > 60);
    for (const builtins::Extension& extension : builtins::extensions(version)) {
      INFO(extension.name() << " on " << version);
      CHECK(builtins::extension(extension.name(), version) == &extension);
      for (const builtins::Type& type : extension.types()) CHECK(type.versions.has(version));
    }
  }
}
