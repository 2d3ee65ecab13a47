#include "tools/schemac/git.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>

#include "fmt/format.h"

extern char** environ;

namespace schemac::tool {

using ir::Code;

namespace {

struct Run {
  int status = -1;  // exit code; -1: did not start
  std::string out, err;
};

// Feeds one end and drains the others until all are closed: neither side can wait for the other for ever.
void converse(int toChild, std::string_view input, int fromOut, int fromErr, Run& run) {
  std::array<pollfd, 3> ends{{{toChild, POLLOUT, 0}, {fromOut, POLLIN, 0}, {fromErr, POLLIN, 0}}};
  const auto finish = [](pollfd& end) {
    close(end.fd);
    end.fd = -1;
  };
  if (input.empty()) finish(ends[0]);
  std::array<char, 65536> buffer;
  while (ends[0].fd >= 0 || ends[1].fd >= 0 || ends[2].fd >= 0) {
    if (poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) break;
    if (ends[0].fd >= 0 && ends[0].revents) {
      const ssize_t n = write(ends[0].fd, input.data(), std::min<std::size_t>(input.size(), 4096));
      if (n > 0) input.remove_prefix(static_cast<std::size_t>(n));
      if ((n < 0 && errno != EINTR && errno != EAGAIN) || input.empty()) finish(ends[0]);
    }
    for (pollfd* end : {&ends[1], &ends[2]}) {
      if (end->fd < 0 || !end->revents) continue;
      const ssize_t n = ::read(end->fd, buffer.data(), buffer.size());
      if (n > 0) (end == &ends[1] ? run.out : run.err).append(buffer.data(), static_cast<std::size_t>(n));
      else if (n == 0 || errno != EINTR) finish(*end);
    }
  }
  for (pollfd& end : ends)
    if (end.fd >= 0) finish(end);
}

// git with these arguments, without a shell.
Run git(std::vector<std::string> arguments, std::string_view input = {}) {
  Run run;
  int in[2], out[2], err[2];
  if (pipe2(in, O_CLOEXEC) != 0) return run;
  if (pipe2(out, O_CLOEXEC) != 0) return close(in[0]), close(in[1]), run;
  if (pipe2(err, O_CLOEXEC) != 0) return close(in[0]), close(in[1]), close(out[0]), close(out[1]), run;
  // Paths mean themselves, whatever characters are in them.
  arguments.insert(arguments.begin(), {"git", "--no-pager", "--literal-pathspecs"});
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_adddup2(&actions, err[1], 2);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  for (const int end : {in[0], out[1], err[1]}) close(end);
  if (failed) {
    for (const int end : {in[1], out[0], err[0]}) close(end);
    return run;
  }
  // A git that ends early must not end schemac: the signal is kept from this thread while it writes.
  sigset_t pipeSignal, before;
  sigemptyset(&pipeSignal);
  sigaddset(&pipeSignal, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipeSignal, &before);
  converse(in[1], input, out[0], err[0], run);
  const timespec now{};
  if (!sigismember(&before, SIGPIPE)) sigtimedwait(&pipeSignal, nullptr, &now);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return run;
}

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

std::string firstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

std::optional<GitPath> parseGitPath(std::string_view text) {
  if (!text.starts_with("git:")) return std::nullopt;
  text.remove_prefix(4);
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos) return std::nullopt;
  return GitPath{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

std::optional<GitTree> GitTree::open(const std::string& revision, ir::Diagnostics& diagnostics) {
  GitTree tree;
  tree.revision_ = revision;
  const Run where = git({"rev-parse", "--show-prefix"});
  if (where.status == -1 || where.status == 127) {
    diagnostics.add(Code::CannotRead, {}, fmt::format("cannot read the revision \"{}\": there is no git", revision));
    return std::nullopt;
  }
  if (where.status != 0) {
    diagnostics.add(Code::CannotRead, {}, fmt::format("cannot read the revision \"{}\": {}", revision, firstLine(where.err)));
    return std::nullopt;
  }
  tree.prefix_ = trimmed(where.out);
  const Run commit = git({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
  if (commit.status != 0) {
    diagnostics.add(Code::CannotRead, {}, fmt::format("there is no revision \"{}\" in this repository", revision),
                    "A shallow clone has its last commits alone: git fetch --unshallow brings the others.");
    return std::nullopt;
  }
  tree.commit_ = trimmed(commit.out);
  const Run list = git({"ls-tree", "-r", "-z", "--full-tree", tree.commit_});
  if (list.status != 0) {
    diagnostics.add(Code::CannotRead, {}, fmt::format("cannot read the revision \"{}\": {}", revision, firstLine(list.err)));
    return std::nullopt;
  }
  // "100644 blob OBJECT\tPATH\0"; submodules are commits and hold nothing here.
  for (std::size_t at = 0; at < list.out.size();) {
    const std::size_t end = std::min(list.out.find('\0', at), list.out.size());
    const std::string_view entry = std::string_view(list.out).substr(at, end - at);
    const std::size_t tab = entry.find('\t');
    if (tab != std::string_view::npos && entry.substr(0, tab).find(" blob ") != std::string_view::npos) tree.files_.emplace_back(entry.substr(tab + 1));
    at = end + 1;
  }
  std::sort(tree.files_.begin(), tree.files_.end());
  return tree;
}

std::string GitTree::fromRoot(const std::string& path) const {
  std::string whole = path == "." || path.starts_with("./") || path == ".." || path.starts_with("../") ? prefix_ + path : path;
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < whole.size();) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string part = whole.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part == ".." && !parts.empty() && parts.back() != "..") parts.pop_back();
    else parts.push_back(part);
  }
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : "/") + part;
  return result;
}

bool GitTree::isFile(const std::string& path) const { return std::binary_search(files_.begin(), files_.end(), path); }

bool GitTree::isFolder(const std::string& path) const {
  if (path.empty()) return true;
  const std::string inside = path + "/";
  const auto found = std::lower_bound(files_.begin(), files_.end(), inside);
  return found != files_.end() && found->starts_with(inside);
}

std::vector<std::shared_ptr<const ir::Source>> GitTree::read(const std::vector<std::string>& paths) const {
  std::vector<std::shared_ptr<const ir::Source>> result(paths.size());
  std::string names;
  for (const std::string& path : paths) {
    if (path.find('\n') != std::string::npos) return result;  // a line names an object
    names += commit_ + ":" + path + "\n";
  }
  if (paths.empty()) return result;
  const Run batch = git({"cat-file", "--batch", "--follow-symlinks"}, names);
  // "OBJECT blob SIZE\n" and the bytes, or "… missing\n"; of links that lead nowhere "dangling SIZE\n…\n" and the like.
  std::size_t at = 0;
  for (std::size_t i = 0; i < paths.size() && at < batch.out.size(); ++i) {
    const std::size_t end = std::min(batch.out.find('\n', at), batch.out.size());
    const std::string_view line = std::string_view(batch.out).substr(at, end - at);
    at = end + 1;
    if (line.ends_with(" missing") || line.ends_with(" ambiguous")) continue;
    const std::size_t space = line.rfind(' ');
    std::size_t size = 0;
    if (space == std::string_view::npos || std::from_chars(line.data() + space + 1, line.data() + line.size(), size).ec != std::errc() ||
        at + size > batch.out.size())
      return result;
    if (line.substr(0, space).ends_with(" blob"))
      result[i] = std::make_shared<const ir::Source>(ir::Source{GitPath{revision_, paths[i]}.text(), batch.out.substr(at, size)});
    at += size + 1;
  }
  return result;
}

std::shared_ptr<const ir::Source> loadFromGit(const GitPath& path) {
  ir::Diagnostics ignored;
  const auto tree = GitTree::open(path.revision, ignored);
  if (!tree) return nullptr;
  return tree->read({tree->fromRoot(path.path)}).front();
}

}  // namespace schemac::tool
