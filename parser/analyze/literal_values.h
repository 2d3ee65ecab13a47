#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace schemac::parser {

// What input functions of single types make of a text, each value in one spelling. None: not such a value, or a form that is not understood.
std::string_view trimSpace(std::string_view text);
std::optional<std::string> booleanValue(std::string_view text);
std::optional<std::string> integerValue(std::string_view text, int bytes);  // 2, 4, 8; 0: oid
std::optional<std::string> numericValue(std::string_view text);             // as numeric_out prints it, its scale kept
std::optional<std::string> floatValue(std::string_view text, bool single);
std::optional<std::string> uuidValue(std::string_view text);
std::optional<std::string> byteaValue(std::string_view text);
std::optional<std::string> bitValue(std::string_view text);
std::optional<std::string> inetValue(std::string_view text, bool cidr);
std::optional<std::string> macValue(std::string_view text);
std::optional<std::string> moneyValue(std::string_view text);
std::optional<std::string> pointValue(std::string_view text);
std::optional<std::string> jsonbValue(std::string_view text);
std::optional<std::string> jsonpathValue(std::string_view text);
std::optional<std::string> tsqueryValue(std::string_view text);
std::optional<std::string> tsvectorValue(std::string_view text);
std::optional<std::string> shapeValue(std::string_view type, std::string_view text);  // box, lseg, path, polygon, circle
std::optional<std::string> mac8Value(std::string_view text);
std::optional<std::string> lsnValue(std::string_view text);
// Of extensions.
std::optional<std::string> hstoreValue(std::string_view text);
std::optional<std::string> vectorValue(std::string_view text);

// Dates and times; DateStyle is "ISO, MDY", TimeZone UTC (CANON.md, 3.2).
std::optional<std::string> dateValue(std::string_view text);
std::optional<std::string> timeValue(std::string_view text, bool zone);
std::optional<std::string> timestampValue(std::string_view text, bool zone);
// `fields`: of an interval type with modifiers, "day", "hour to minute(3)", …
std::optional<std::string> intervalValue(std::string_view text, std::string_view fields);
bool isMovingTime(std::string_view text);  // now, today, tomorrow, yesterday: what they mean is when the statement runs

}  // namespace schemac::parser
