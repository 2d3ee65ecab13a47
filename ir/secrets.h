#pragma once
// Values that must not be shown: passwords and keys in options of foreign data and in connection strings (DESIGN.md, 2, Secrets).
#include <string>
#include <string_view>

#include "ir/ref.h"

namespace schemac::ir {

// What stands in the place of a secret that was read from a server. On either side of a comparison it means: not told.
inline constexpr std::string_view kSecret = "<secret>";

// Is an option of this name a secret: password, passfile, sslpassword, api_key, token, …?
bool isSecret(std::string_view option);
// The same options with <secret> in the place of secret values (if `mask`).
Options masked(const Options& options, bool mask = true);
// "host=h password=x" as "host=h password=<secret>"; also of a URI.
std::string maskConnection(std::string_view connection);

// A line of SQL as messages may show it: asterisks for what stands behind a secret's name, as many as it is long.
std::string maskLine(std::string_view line);

}  // namespace schemac::ir
