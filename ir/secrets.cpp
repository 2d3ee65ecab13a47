#include "ir/secrets.h"

#include <algorithm>
#include <array>

namespace schemac::ir {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The end of a value in a conninfo string: 'quoted \' value' or up to white space (conninfo_parse in fe-connect.c).
std::size_t valueEnd(std::string_view text, std::size_t at) {
  const bool quoted = at < text.size() && text[at] == '\'';
  for (at += quoted; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (quoted ? text[at] == '\'' : isSpace(text[at])) return quoted ? at + 1 : at;
  }
  return text.size();
}

// postgresql://user:password@host/db?sslpassword=x
std::string maskUri(std::string_view uri) {
  std::string out(uri);
  const std::size_t host = out.find("://") + 3;
  const std::size_t at = out.find('@', host), slash = out.find('/', host), colon = out.find(':', host);
  if (at != std::string::npos && (slash == std::string::npos || at < slash) && colon < at) out.replace(colon + 1, at - colon - 1, kSecret);
  for (std::size_t begin = out.find('?'); begin != std::string::npos; begin = out.find('&', begin + 1)) {
    const std::size_t equals = out.find('=', begin);
    if (equals == std::string::npos) break;
    const std::size_t end = std::min(out.find('&', equals), out.size());
    if (isSecret(std::string_view(out).substr(begin + 1, equals - begin - 1))) out.replace(equals + 1, end - equals - 1, kSecret);
  }
  return out;
}

}  // namespace

bool isSecret(std::string_view option) {
  const std::string name = lower(option);
  constexpr std::array<std::string_view, 9> kParts{"password", "passwd", "passfile", "passcode", "passphrase", "secret", "token", "credential", "apikey"};
  if (std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) { return name.find(part) != std::string::npos; })) return true;
  // The word "key", but not of a table's key.
  if (name == "primary_key" || name == "foreign_key" || name == "key_column" || name == "key_columns") return false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('_', at), name.size());
    if (std::string_view(name).substr(at, end - at) == "key") return true;
    at = end + 1;
  }
  return false;
}

Options masked(const Options& options, bool mask) {
  Options result = options;
  if (!mask) return result;
  for (Option& option : result)
    if (isSecret(option.name)) option.value = kSecret;
  return result;
}

std::string maskConnection(std::string_view connection) {
  if (connection.starts_with("postgresql://") || connection.starts_with("postgres://")) return maskUri(connection);
  std::string out;
  for (std::size_t at = 0; at < connection.size();) {
    const std::size_t equals = connection.find('=', at);
    if (equals == std::string_view::npos) return out += connection.substr(at);
    std::string_view name = connection.substr(at, equals - at);
    while (!name.empty() && isSpace(name.front())) name.remove_prefix(1);
    while (!name.empty() && isSpace(name.back())) name.remove_suffix(1);
    std::size_t value = equals + 1;
    while (value < connection.size() && isSpace(connection[value])) ++value;
    const std::size_t end = valueEnd(connection, value);
    out += connection.substr(at, value - at);
    if (isSecret(name)) out += kSecret;
    else out += connection.substr(value, end - value);
    at = end;
  }
  return out;
}

std::string maskLine(std::string_view line) {
  std::string out(line);
  const auto inWord = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  for (std::size_t at = 0; at < out.size();) {
    if (!inWord(out[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < out.size() && inWord(out[end])) ++end;
    const bool secret = isSecret(std::string_view(out).substr(at, end - at));
    at = end;
    if (!secret) continue;
    const std::size_t value = std::min(out.find_first_not_of("\" =", at), out.size());
    const bool assigned = out.substr(at, value - at).find('=') != std::string::npos;
    const bool quoted = value < out.size() && out[value] == '\'';
    if (!quoted && !assigned) continue;
    std::size_t last = value + quoted;
    while (last < out.size() && (quoted ? out[last] != '\'' : !isSpace(out[last]) && out[last] != '\'' && out[last] != '&')) out[last++] = '*';
    at = last + quoted;
  }
  return out;
}

}  // namespace schemac::ir
