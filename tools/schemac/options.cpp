#include "tools/schemac/options.h"

#include <CLI/CLI.hpp>
#include <ostream>

namespace schemac::tool {
namespace {

constexpr const char* kExamples = R"(
Examples:
  schemac diff -n add_members            in a Supabase checkout: supabase/schemas against supabase/migrations
  schemac diff --from migrations --to schemas --stdout
  schemac diff --db-url postgresql://postgres@localhost/app --to schemas
  schemac check --db-url "$URL"          exit 2 and a list if the database has drifted
  schemac check --from git:origin/main:supabase/schemas --to supabase/schemas
  schemac diff --format markdown         the plan for a pull request
  schemac explain                        why each statement is there and stands where it stands
  schemac rollback supabase/migrations/20260105090000_add_members.sql
  schemac dump --db-url "$URL" --out supabase/schemas      a live database as declarative files
  schemac dump --db-url "$URL" --format snapshot --out db.json   and as one file that stands for it

Sources (--from, --to): a folder, a file, a glob, "-", lists of them with commas; migrations:… or schema:… in front says how they are read;
postgresql://…, a conninfo string or service=NAME; FILE.json, a snapshot that schemac dump wrote; git:REV:PATH, files as of a commit; empty.

Exit codes: 0 done or no difference, 1 error, 2 differences (check, diff --exit-code), 3 refused for a hazard that --allow does not name.)";

void fromOptions(CLI::App& app, Options& options, const char* what) {
  app.add_option("--from", options.from, what)->type_name("SRC")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--db-url", options.dbUrl, "a live database in place of --from (or SCHEMAC_DB_URL)")->type_name("URL");
  app.add_option("--server-version", options.serverVersion, "PostgreSQL major version of SQL sources: 14 to 18")->type_name("N")->check(CLI::Range(14, 18));
  app.add_option("--profile", options.profile, "what lies under SQL sources")->type_name("supabase|postgres")->check(CLI::IsMember({"supabase", "postgres"}));
  app.add_option("--schema", options.schemas, "these schemas alone")->type_name("GLOB")->delimiter(',');
  app.add_option("--exclude", options.exclude, "leave these schemas out")->type_name("GLOB")->delimiter(',');
  app.add_option("--config", options.config, "schemac.toml to read (default: the one here)")->type_name("FILE");
  app.add_flag("--no-config", options.noConfig, "read no schemac.toml and no supabase/config.toml");
  app.add_flag("--roles", options.roles, "roles and memberships too");
  app.add_option("--replay", options.replay, "how SQL sources are followed: in memory, or run on a throw-away PostgreSQL (default: memory)")
      ->type_name("memory|server")->check(CLI::IsMember({"memory", "server"}));
  app.add_option("--scratch", options.scratch, "the server that --replay server and --oracle scratch use; databases are made on it and dropped (default: one of its own)")->type_name("URL");
  app.add_flag("--timings", options.timings, "print the time and memory of each phase")->group("");
}

void sourceOptions(CLI::App& app, Options& options) {
  fromOptions(app, options, "what is there (default: the migrations folder)");
  app.add_option("--to", options.to, "what is wanted (default: the declarative schema)")->type_name("SRC")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--allow", options.allow, "hazards that are accepted, or all")->type_name("HAZARD,…")->delimiter(',');
  app.add_flag("!--no-online", options.online, "plain DDL: fewer files, which keep others out of the tables while they are read through");
  app.add_option("--oracle", options.oracle, "who decides about expressions that cannot be compared: the live database, or a throw-away one, always in a transaction that is rolled back (default: none)")
      ->type_name("none|scratch|live")->check(CLI::IsMember({"none", "scratch", "live"}));
}

void dumpOptions(CLI::App& app, Options& options) {
  app.add_option("SRC", options.from, "what to write (as --from)")->expected(1);
  fromOptions(app, options, "what to write (default: the migrations folder)");
  app.add_option("--format", options.format, "declarative files, or one JSON file that any command reads as a source (default: sql)")
      ->type_name("sql|snapshot")->check(CLI::IsMember({"sql", "snapshot"}));
  app.add_option("--out", options.out, "the folder (sql) or the file (snapshot) to write (default: print it)")->type_name("PATH");
}

}  // namespace

std::optional<Options> parseOptions(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err, int& exitCode) {
  Options options;
  CLI::App app{"schemac compiles the SQL you want your database to have into the migration that gets it there.", "schemac"};
  app.set_version_flag("--version", "schemac " SCHEMAC_VERSION);
  app.footer(kExamples);
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--color", options.color, "auto, always or never")->check(CLI::IsMember({"auto", "always", "never"}))->type_name("WHEN");
  app.add_flag("-q,--quiet", options.quiet, "no warnings");
  app.add_flag("-v,--verbose", options.verbose, "say more");

  CLI::App* diff = app.add_subcommand("diff", "write the migration from --from to --to");
  sourceOptions(*diff, options);
  diff->add_option("-n,--name", options.name, "name of the migration (default: schema)")->type_name("NAME");
  diff->add_option("--out", options.out, "folder to write into (default: the migrations folder)")->type_name("DIR");
  diff->add_flag("--stdout", options.toStdout, "print it, write nothing");
  diff->add_option("--format", options.format, "migration files, or on stdout the plan as JSON, a report for a pull request, a graph (default: sql)")
      ->type_name("sql|json|markdown|dot")->check(CLI::IsMember({"sql", "json", "markdown", "dot"}));
  diff->add_option("--stamp", options.stamp, "version of the first file (or SOURCE_DATE_EPOCH)")->type_name("YYYYMMDDHHMMSS");
  diff->add_flag("!--no-self-check", options.selfCheck, "write without replaying in memory what is written");
  diff->add_flag("--exit-code", options.exitCode, "exit 2 if there are differences");

  CLI::App* check = app.add_subcommand("check", "the same comparison as a gate: exit 2 and a list if anything differs");
  sourceOptions(*check, options);
  check->add_option("--format", options.format, "a list, or JSON (default: text)")->type_name("text|json")->check(CLI::IsMember({"text", "json"}));

  CLI::App* explain = app.add_subcommand("explain", "say why each operation is there and in this order");
  sourceOptions(*explain, options);

  CLI::App* dump = app.add_subcommand("dump", "write a source as declarative SQL files or as a snapshot");
  dumpOptions(*dump, options);

  CLI::App* rollback = app.add_subcommand("rollback", "print the rollback of migration files as SQL, last file first");
  rollback->add_option("FILE", options.files, "migration files that schemac wrote")->required();

  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    exitCode = app.exit(error, out, err) == 0 ? 0 : 1;
    return std::nullopt;
  }
  options.command = diff->parsed() ? Command::Diff : check->parsed() ? Command::Check : dump->parsed() ? Command::Dump
                    : explain->parsed() ? Command::Explain : Command::Rollback;
  return options;
}

}  // namespace schemac::tool
