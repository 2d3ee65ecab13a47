#pragma once
// Files that the build puts into the binary (cmake/Embed.cmake).
#include <map>
#include <string_view>

namespace schemac::embedded {
// schemas/platform/*.sql by base name ("supabase", "postgres").
const std::map<std::string_view, std::string_view>& platform();
}  // namespace schemac::embedded
