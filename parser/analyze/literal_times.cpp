// Dates, times and intervals: what datetime.c reads.
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "parser/analyze/literal_values.h"

namespace schemac::parser {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

constexpr std::array<std::string_view, 12> monthNames{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};

int monthNamed(std::string_view word) {
  for (std::size_t i = 0; i < monthNames.size(); ++i)
    if (word == monthNames[i] || (word.size() == 3 && monthNames[i].starts_with(word)) || (i == 8 && word == "sept")) return static_cast<int>(i) + 1;
  return 0;
}

bool isDayName(std::string_view word) {
  for (const std::string_view day : {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"})
    if (word == day || (word.size() >= 3 && day.starts_with(word))) return true;
  return false;
}

int daysIn(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// Days since 2000-01-01.
std::int64_t dayNumber(int year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t yoe = y - era * 400;
  const std::int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 730425;
}

struct Moment {
  bool hasDate = false, hasTime = false, hasZone = false;
  int year = 0, month = 0, day = 0;
  std::int64_t micros = 0;  // of the day
  int zoneMinutes = 0;      // east of Greenwich
};

std::optional<std::int64_t> number(std::string_view text) {
  if (text.empty() || text.size() > 12) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "12:34", "12:34:56.789" → microseconds; rounds past the sixth digit as the server does.
std::optional<std::int64_t> clock(std::string_view text) {
  std::array<std::string_view, 3> parts;
  std::size_t count = 0;
  for (;;) {
    const auto colon = text.find(':');
    if (count == 3) return std::nullopt;
    parts[count++] = text.substr(0, colon);
    if (colon == std::string_view::npos) break;
    text = text.substr(colon + 1);
  }
  if (count < 2) return std::nullopt;
  const auto hours = number(parts[0]), minutes = number(parts[1]);
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  std::int64_t micros = (*hours * 60 + *minutes) * 60000000;
  if (count == 3) {
    const auto dot = parts[2].find('.');
    const auto seconds = number(parts[2].substr(0, dot));
    if (!seconds || *seconds > 60) return std::nullopt;
    micros += *seconds * 1000000;
    if (dot != std::string_view::npos) {
      std::string fraction(parts[2].substr(dot + 1));
      if (fraction.size() > 6 || (!fraction.empty() && !number(fraction))) return std::nullopt;
      fraction.resize(6, '0');
      micros += std::atoll(fraction.c_str());
    }
  }
  return micros;
}

// "+02", "-05:30", "+0530"
std::optional<int> zoneOffset(std::string_view text) {
  const int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  const auto colon = text.find(':');
  std::string_view hours = text.substr(0, colon), minutes = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  if (colon == std::string_view::npos && text.size() == 4) hours = text.substr(0, 2), minutes = text.substr(2);
  const auto h = number(hours), m = minutes.empty() ? std::optional<std::int64_t>(0) : number(minutes);
  if (!h || !m || *h > 15 || *m > 59) return std::nullopt;
  return sign * static_cast<int>(*h * 60 + *m);
}

bool setDate(Moment& moment, std::int64_t year, std::int64_t month, std::int64_t day) {
  if (moment.hasDate || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(static_cast<int>(year), static_cast<int>(month))) return false;
  moment.hasDate = true;
  moment.year = static_cast<int>(year), moment.month = static_cast<int>(month), moment.day = static_cast<int>(day);
  return true;
}

// The common forms; what is not understood gives none (and so an unknown, never a guess).
std::optional<Moment> readMoment(std::string_view text) {
  Moment moment;
  std::vector<std::string> words;
  std::string word;
  const std::string low = lowered(trimSpace(text));
  for (std::size_t i = 0; i < low.size(); ++i) {
    const char c = low[i];
    if (c == ' ' || c == ',' || c == '\t') {
      if (!word.empty()) words.push_back(std::move(word)), word.clear();
      continue;
    }
    // 2020-01-01T10:00, 10:00:00+02, 10:00z, 10:00pm
    const bool clockSoFar = word.find(':') != std::string::npos;
    if ((c == 't' && word.size() >= 8 && isDigit(word.back()) && i + 1 < low.size() && isDigit(low[i + 1]))) {
      words.push_back(std::move(word)), word.clear();
      continue;
    }
    if (c == 'z' && word.size() >= 8 && isDigit(word.back()) && (i + 1 == low.size() || low[i + 1] == ' ')) words.push_back(std::move(word)), word.clear();
    if (clockSoFar && (c == '+' || c == '-' || isLetter(c)) && (isDigit(word.back()) || word.back() == '.')) words.push_back(std::move(word)), word.clear();
    word += c;
  }
  if (!word.empty()) words.push_back(std::move(word));
  std::vector<std::int64_t> loose;  // numbers of a date in words
  int namedMonth = 0;
  bool monthFirst = false;
  bool pm = false, am = false;
  for (const std::string& each : words) {
    if (isLetter(each[0])) {
      if (each == "am") am = true;
      else if (each == "pm") pm = true;
      else if (each == "z" || each == "utc" || each == "gmt" || each == "zulu") moment.hasZone = true, moment.zoneMinutes = 0;
      else if (const int month = monthNamed(each)) namedMonth = month, monthFirst = loose.empty();
      else if (isDayName(each)) continue;
      else if (each == "t") continue;
      else return std::nullopt;  // zone names, BC, …
    } else if ((each[0] == '+' || each[0] == '-') && moment.hasTime) {
      const auto zone = zoneOffset(each);
      if (!zone || moment.hasZone) return std::nullopt;
      moment.hasZone = true, moment.zoneMinutes = *zone;
    } else if (each.find(':') != std::string::npos) {
      const auto time = clock(each);
      if (!time || moment.hasTime) return std::nullopt;
      moment.hasTime = true, moment.micros = *time;
    } else {
      const char separator = each.find('-') != std::string::npos ? '-' : each.find('/') != std::string::npos ? '/' : each.find('.') != std::string::npos ? '.' : '\0';
      if (separator) {
        std::vector<std::string_view> parts;
        std::string_view rest = each;
        for (;;) {
          const auto at = rest.find(separator);
          parts.push_back(rest.substr(0, at));
          if (at == std::string_view::npos) break;
          rest = rest.substr(at + 1);
        }
        if (parts.size() != 3) return std::nullopt;
        if (const int month = isLetter(parts[1].empty() ? '0' : parts[1][0]) ? monthNamed(parts[1]) : 0) {
          const auto a = number(parts[0]), b = number(parts[2]);
          if (!a || !b || !(parts[0].size() == 4 ? setDate(moment, *a, month, *b) : parts[2].size() == 4 && setDate(moment, *b, month, *a))) return std::nullopt;
          continue;
        }
        const auto a = number(parts[0]), b = number(parts[1]), c = number(parts[2]);
        if (!a || !b || !c) return std::nullopt;
        if (parts[0].size() == 4 ? !setDate(moment, *a, *b, *c) : parts[2].size() != 4 || separator == '.' || !setDate(moment, *c, *a, *b)) return std::nullopt;
      } else {
        const auto value = number(each);
        if (!value) return std::nullopt;
        if (each.size() == 8 && !moment.hasDate) {
          if (!setDate(moment, *value / 10000, *value / 100 % 100, *value % 100)) return std::nullopt;
        } else {
          loose.push_back(*value);
        }
      }
    }
  }
  if (namedMonth) {
    if (loose.size() != 2) return std::nullopt;
    const std::int64_t day = loose[0], year = loose[1];
    (void)monthFirst;
    if (year < 1000 ? day < 1000 || !setDate(moment, day, namedMonth, year) : !setDate(moment, year, namedMonth, day)) return std::nullopt;
  } else if (!loose.empty()) {
    // "10 PM"
    if (loose.size() != 1 || !(am || pm) || moment.hasTime || loose[0] > 12) return std::nullopt;
    moment.hasTime = true, moment.micros = loose[0] * 3600000000LL;
  }
  if (am || pm) {
    const std::int64_t hour = moment.micros / 3600000000LL;
    if (!moment.hasTime || hour > 12 || hour < 1) return std::nullopt;
    if (pm && hour != 12) moment.micros += 12 * 3600000000LL;
    if (am && hour == 12) moment.micros -= 12 * 3600000000LL;
  }
  if (moment.micros > 24 * 3600000000LL) return std::nullopt;
  return moment;
}

std::optional<std::string> special(std::string_view text) {
  const std::string low = lowered(trimSpace(text));
  if (low == "infinity" || low == "+infinity") return "infinity";
  if (low == "-infinity") return "-infinity";
  return std::nullopt;
}

constexpr std::int64_t epochDays = -10957;  // 1970-01-01

}  // namespace

bool isMovingTime(std::string_view text) {
  const std::string low = lowered(text);
  for (const std::string_view word : {"now", "today", "tomorrow", "yesterday", "current"})
    if (low.find(word) != std::string::npos) return true;
  return false;
}

std::optional<std::string> dateValue(std::string_view text) {
  if (auto value = special(text)) return value;
  if (lowered(trimSpace(text)) == "epoch") return std::to_string(epochDays);
  const auto moment = readMoment(text);
  if (!moment || !moment->hasDate) return std::nullopt;
  return std::to_string(dayNumber(moment->year, moment->month, moment->day));
}

std::optional<std::string> timeValue(std::string_view text, bool zone) {
  const std::string low = lowered(trimSpace(text));
  if (low == "allballs") return "0" + std::string(zone ? "+0" : "");
  const auto moment = readMoment(text);
  if (!moment || !moment->hasTime || moment->hasDate) return std::nullopt;
  return std::to_string(moment->micros) + (zone ? "+" + std::to_string(moment->zoneMinutes) : "");
}

std::optional<std::string> timestampValue(std::string_view text, bool zone) {
  if (auto value = special(text)) return value;
  if (lowered(trimSpace(text)) == "epoch") return std::to_string(epochDays * 86400000000LL);
  const auto moment = readMoment(text);
  if (!moment || !moment->hasDate) return std::nullopt;
  std::int64_t micros = dayNumber(moment->year, moment->month, moment->day) * 86400000000LL + moment->micros;
  if (zone) micros -= moment->zoneMinutes * 60000000LL;
  return std::to_string(micros);
}

namespace {

struct Span {
  std::int64_t months = 0, days = 0, micros = 0;
};

// How much of months, days and microseconds a unit is; a fraction of it goes down to the smaller ones.
bool addUnit(Span& span, const std::string& unit, double exact, std::int64_t whole, double fraction) {
  const auto down = [](double value) { return static_cast<std::int64_t>(std::nearbyint(value)); };  // to even, as rint
  const auto months = [&](int each) {
    span.months += whole * each;
    const double rest = fraction * each;  // years give months; months give days
    span.months += static_cast<std::int64_t>(rest);
    const double part = rest - static_cast<double>(static_cast<std::int64_t>(rest));
    if (each > 1) {
      // PostgreSQL 15 rounds a fraction of years to months.
      span.months += down(part);
      return;
    }
    const double partDays = part * 30;
    span.days += static_cast<std::int64_t>(partDays);
    span.micros += down((partDays - static_cast<double>(static_cast<std::int64_t>(partDays))) * 86400e6);
  };
  const auto days = [&](int each) {
    span.days += whole * each;
    const double rest = fraction * each;
    span.days += static_cast<std::int64_t>(rest);
    span.micros += down((rest - static_cast<double>(static_cast<std::int64_t>(rest))) * 86400e6);
  };
  const auto micros = [&](double each) { span.micros += whole * static_cast<std::int64_t>(each) + down(fraction * each); };
  const auto is = [&](std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
      if (unit == name) return true;
    return false;
  };
  (void)exact;
  if (is({"year", "years", "yr", "yrs", "y"})) months(12);
  else if (is({"month", "months", "mon", "mons"})) months(1);
  else if (is({"decade", "decades", "dec", "decs"})) months(120);
  else if (is({"century", "centuries", "c", "cent"})) months(1200);
  else if (is({"millennium", "millennia", "mil", "mils"})) months(12000);
  else if (is({"week", "weeks", "w"})) days(7);
  else if (is({"day", "days", "d"})) days(1);
  else if (is({"hour", "hours", "hr", "hrs", "h"})) micros(3600e6);
  else if (is({"minute", "minutes", "min", "mins", "m"})) micros(60e6);
  else if (is({"second", "seconds", "sec", "secs", "s"})) micros(1e6);
  else if (is({"millisecond", "milliseconds", "msec", "msecs", "ms", "msecond", "mseconds"})) micros(1e3);
  else if (is({"microsecond", "microseconds", "usec", "usecs", "us", "usecond", "useconds"})) micros(1);
  else return false;
  return true;
}

bool addNumber(Span& span, std::string_view digits, const std::string& unit, int sign) {
  std::size_t i = 0;
  if (digits[0] == '-' || digits[0] == '+') sign *= digits[0] == '-' ? -1 : 1, i = 1;
  const auto dot = digits.find('.');
  const auto whole = number(digits.substr(i, dot == std::string_view::npos ? dot : dot - i));
  const bool empty = dot == i;
  if (!whole && !empty) return false;
  double fraction = 0;
  if (dot != std::string_view::npos && dot + 1 < digits.size()) {
    if (!number(digits.substr(dot + 1))) return false;
    fraction = std::strtod(("0." + std::string(digits.substr(dot + 1))).c_str(), nullptr);
  }
  return addUnit(span, unit, 0, sign * (empty ? 0 : *whole), sign * fraction);
}

std::optional<Span> isoInterval(std::string_view text) {
  Span span;
  bool time = false;
  text.remove_prefix(1);
  while (!text.empty()) {
    if (text[0] == 't') {
      time = true;
      text.remove_prefix(1);
      continue;
    }
    std::size_t length = 0;
    while (length < text.size() && (isDigit(text[length]) || text[length] == '.' || text[length] == '-' || text[length] == '+')) ++length;
    if (length == 0 || length == text.size()) return std::nullopt;
    const char unit = text[length];
    const std::string name = unit == 'y' ? "year" : unit == 'm' ? (time ? "minute" : "month") : unit == 'w' ? "week" : unit == 'd' ? "day" : unit == 'h' ? "hour" : unit == 's' ? "second" : "";
    if (name.empty() || !addNumber(span, text.substr(0, length), name, 1)) return std::nullopt;
    text.remove_prefix(length + 1);
  }
  return span;
}

}  // namespace

std::optional<std::string> intervalValue(std::string_view text, std::string_view fields) {
  const std::string low = lowered(trimSpace(text));
  if (low == "infinity" || low == "+infinity" || low == "-infinity") return low[0] == '-' ? "-infinity" : "infinity";  // PostgreSQL 17
  // interval(3), interval day to second(3)
  int precision = 6;
  if (const auto open = fields.find('('); open != std::string_view::npos || (!fields.empty() && isDigit(fields[0]))) {
    const auto digits = number(open == std::string_view::npos ? fields : fields.substr(open + 1, fields.size() - open - 2));
    if (!digits || *digits > 6) return std::nullopt;
    precision = static_cast<int>(*digits);
    fields = open == std::string_view::npos ? std::string_view() : fields.substr(0, open);
  }
  const std::string wanted(fields);
  const auto to = wanted.rfind(' ');
  const std::string unit = wanted.empty() ? "second" : to == std::string::npos ? wanted : wanted.substr(to + 1);
  Span span;
  if (low.starts_with('p') && low.size() > 1) {
    const auto read = isoInterval(low);
    if (!read) return std::nullopt;
    span = *read;
  } else {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < low.size();) {
      if (low[i] == ' ' || low[i] == '@' || low[i] == '\t') {
        ++i;
        continue;
      }
      std::size_t end = i;
      if (isLetter(low[i])) {
        while (end < low.size() && isLetter(low[end])) ++end;
      } else {
        while (end < low.size() && low[end] != ' ' && low[end] != '\t' && !isLetter(low[end])) ++end;
      }
      words.push_back(low.substr(i, end - i));
      i = end;
    }
    bool ago = false;
    if (!words.empty() && words.back() == "ago") ago = true, words.pop_back();
    if (words.empty()) return std::nullopt;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string& word = words[i];
      if (isLetter(word[0])) return std::nullopt;
      if (word.find(':') != std::string::npos) {
        if (!wanted.empty() && wanted.find(" to ") != std::string::npos) return std::nullopt;
        const bool negative = word[0] == '-';
        const auto time = clock(negative || word[0] == '+' ? std::string_view(word).substr(1) : std::string_view(word));
        if (!time) return std::nullopt;
        span.micros += negative ? -*time : *time;
      } else if (word.find('-', 1) != std::string::npos) {  // years-months
        const auto dash = word.find('-', 1);
        const int sign = word[0] == '-' ? -1 : 1;
        const auto years = number(std::string_view(word).substr(word[0] == '-' || word[0] == '+' ? 1 : 0, dash - (word[0] == '-' || word[0] == '+' ? 1 : 0)));
        const auto months = number(std::string_view(word).substr(dash + 1));
        if (!years || !months || *months > 11) return std::nullopt;
        span.months += sign * (*years * 12 + *months);
      } else if (i + 1 < words.size() && isLetter(words[i + 1][0])) {
        if (!addNumber(span, word, words[i + 1], 1)) return std::nullopt;
        ++i;
      } else if (i + 1 == words.size() || words[i + 1].find(':') != std::string::npos) {
        // A bare number: the type's last field, seconds without one; days in front of a time.
        const bool day = i + 1 < words.size();
        if (!addNumber(span, word, day ? "day" : unit, 1)) return std::nullopt;
      } else {
        return std::nullopt;
      }
    }
    if (ago) span.months = -span.months, span.days = -span.days, span.micros = -span.micros;
  }
  // Fields that the type has not are cut off.
  if (!wanted.empty()) {
    const auto floorTo = [&](std::int64_t unitMicros) { span.micros -= span.micros % unitMicros; };
    if (unit == "year") span.months -= span.months % 12, span.days = 0, span.micros = 0;
    else if (unit == "month") span.days = 0, span.micros = 0;
    else if (unit == "day") span.micros = 0;
    else if (unit == "hour") floorTo(3600000000LL);
    else if (unit == "minute") floorTo(60000000LL);
  }
  if (precision < 6) {  // AdjustIntervalForTypmod: half is away from zero
    std::int64_t scale = 1;
    for (int i = precision; i < 6; ++i) scale *= 10;
    span.micros = (span.micros + (span.micros >= 0 ? scale / 2 : -scale / 2)) / scale * scale;
  }
  return std::to_string(span.months) + "/" + std::to_string(span.days) + "/" + std::to_string(span.micros);
}

}  // namespace schemac::parser
