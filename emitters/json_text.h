#pragma once
// JSON as it is written: members in the order given, two spaces a level, what is short on one line. The same values give the same bytes.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schemac::emitters {

std::string jsonString(std::string_view text);  // quoted; what is not UTF-8 becomes U+FFFD

class JsonObject {
 public:
  JsonObject& add(std::string_view name, std::string_view text) { return raw(name, jsonString(text)); }
  JsonObject& add(std::string_view name, const char* text) { return raw(name, jsonString(text)); }
  JsonObject& add(std::string_view name, bool value) { return raw(name, value ? "true" : "false"); }
  JsonObject& add(std::string_view name, std::size_t value) { return raw(name, std::to_string(value)); }
  JsonObject& add(std::string_view name, int value) { return raw(name, std::to_string(value)); }
  JsonObject& raw(std::string_view name, std::string json) {  // a value that is JSON already
    members_.emplace_back(jsonString(name), std::move(json));
    return *this;
  }
  std::string text() const;

 private:
  std::vector<std::pair<std::string, std::string>> members_;
};

std::string jsonArray(const std::vector<std::string>& values);
std::string jsonStrings(const std::vector<std::string>& texts);

}  // namespace schemac::emitters
