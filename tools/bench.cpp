// Time and peak memory of each phase beside the raw parse of the same input, all measured in one run; tools/bench builds and starts it.
//   schemac_bench [--runs N] [--live] FILE.sql [TO.sql]
// Files to files: FILE against TO (default: FILE itself). --live loads FILE into a server of its own and compares that database
// with TO, beside pg_dump -s. Every measurement runs in a process of its own; of N runs the fastest counts.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "fmt/format.h"
#include "tests/support/connection.h"
#include "tests/support/server.h"
#include "tools/schemac/driver.h"

#include "parser/sql/pg_nodes.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Measure {
  double milliseconds = 0;
  double megabytes = 0;   // peak resident set
  std::string report;     // what the measured function had to say
};

double since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

// Runs the work in a child, so that its peak memory is its own. The work returns its report; an exit code of 0 is expected.
Measure once(const std::function<std::string()>& work) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    const auto start = Clock::now();
    std::string report;
    try {
      report = work();
    } catch (const std::exception& error) {
      std::cerr << error.what() << "\n";
      _exit(1);
    }
    const std::string message = fmt::format("{:.3f}\n{}", since(start), report);
    const char* at = message.data();
    for (std::size_t left = message.size(); left > 0;) {
      const ssize_t written = write(ends[1], at, left);
      if (written <= 0) _exit(1);
      at += written, left -= static_cast<std::size_t>(written);
    }
    _exit(0);
  }
  close(ends[1]);
  std::string message;
  char buffer[4096];
  for (ssize_t count; (count = read(ends[0], buffer, sizeof buffer)) > 0;) message.append(buffer, static_cast<std::size_t>(count));
  close(ends[0]);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  if (status != 0) throw std::runtime_error("a measured run failed");
  const auto line = message.find('\n');
  return {std::stod(message.substr(0, line)), static_cast<double>(usage.ru_maxrss) / 1024.0, message.substr(line + 1)};
}

Measure best(int runs, const std::function<std::string()>& work) {
  Measure fastest = once(work);
  for (int run = 1; run < runs; ++run) {
    Measure next = once(work);
    if (next.milliseconds < fastest.milliseconds) fastest = std::move(next);
  }
  return fastest;
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// PostgreSQL's grammar alone. psql's own lines (\restrict, \connect) are no SQL and are blanked.
std::string rawParse(std::string text) {
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) == std::string::npos ? text.size() : text.find('\n', at) + 1) {
    if (text[at] == '\\') std::fill(text.begin() + static_cast<long>(at), text.begin() + static_cast<long>(std::min(text.find('\n', at), text.size())), ' ');
  }
  MemoryContext context = pg_query_enter_memory_context();
  const PgQueryInternalParsetreeAndError parsed = pg_query_raw_parse(text.c_str(), 0);
  std::string report;
  if (parsed.error) report = fmt::format("  raw parse fails: {}\n", parsed.error->message);
  pg_query_exit_memory_context(context);
  return report;
}

std::string schemac(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out, err;
  const int code = schemac::tool::run(arguments, in, out, err);
  std::string report = fmt::format("  exit code {}, {} bytes of migration\n", code, out.str().size());
  // The last lines of stderr are --timings; how many messages stand before them is worth knowing.
  std::istringstream lines(err.str());
  int messages = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with(" ms")) report += "  " + line + "\n";
    else if (line.find(": warning: ") != std::string::npos || line.find("error: ") != std::string::npos) ++messages;
  }
  return report + fmt::format("  {} messages\n", messages);
}

void print(const std::string& what, const Measure& measure, const std::string& ratio) {
  std::cout << fmt::format("{:32} {:9.1f} ms  peak {:6.0f} MB  {}\n{}", what, measure.milliseconds, measure.megabytes, ratio, measure.report);
}

void shell(const std::string& command) {
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

int bench(const std::vector<std::string>& files, int runs, bool live) {
  const std::string &from = files.front(), &to = files.back();
  std::cout << fmt::format("{} against {}, best of {} runs\n", from, to, runs);
  const Measure raw = best(runs, [&] { return rawParse(read(from)) + rawParse(read(to)); });
  print("raw parse of both inputs", raw, "");
  const std::vector<std::string> common{"--no-config", "--profile", "postgres", "--stdout", "--timings", "--allow", "all", "--to", "schema:" + to};
  const auto with = [&](const std::string& source) {
    std::vector<std::string> arguments{"diff", "--from", source};
    arguments.insert(arguments.end(), common.begin(), common.end());
    return arguments;
  };
  const Measure offline = best(runs, [&] { return schemac(with("schema:" + from)); });
  print("files to files", offline, fmt::format("{:.2f} x the raw parse", offline.milliseconds / raw.milliseconds));
  if (!live) return 0;

  const int version = schemac::testing::debianServerVersion();
  const schemac::testing::Server server(version, schemac::testing::debianServerBinaries(version));
  schemac::testing::Connection(server.conninfo("postgres")).run("create database bench template template0");
  const std::string database = server.conninfo("bench");
  // What the server lacks (an extension) is left out on that side.
  shell(fmt::format("psql -X -q -d '{}' -f '{}' > /dev/null 2>&1", database, from));
  const Measure dump = best(runs, [&] {
    shell(fmt::format("pg_dump -s -d '{}' > /dev/null", database));
    return std::string();
  });
  print("pg_dump -s", dump, "(its own process beside: memory not shown)");
  const Measure online = best(runs, [&] { return schemac(with(database)); });
  print("live database to files", online, fmt::format("{:.2f} x pg_dump -s", online.milliseconds / dump.milliseconds));
  return 0;
}

}  // namespace

int main(int count, char** values) {
  std::vector<std::string> files;
  int runs = 5;
  bool live = false;
  for (int at = 1; at < count; ++at) {
    if (std::strcmp(values[at], "--live") == 0) live = true;
    else if (std::strcmp(values[at], "--runs") == 0 && at + 1 < count) runs = std::max(1, std::atoi(values[++at]));
    else files.emplace_back(values[at]);
  }
  if (files.empty() || files.size() > 2) {
    std::cerr << "usage: tools/bench [--runs N] [--live] FILE.sql [TO.sql]\n";
    return 1;
  }
  try {
    return bench(files, runs, live);
  } catch (const std::exception& error) {
    std::cerr << "bench: " << error.what() << "\n";
    return 1;
  }
}
