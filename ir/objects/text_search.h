#pragma once
// Text search, and collations. Parent: the schema.
#include "ir/fields.h"
#include "ir/ref.h"

namespace schemac::ir {

struct Collation {
  Name provider = "libc";      // "icu", "builtin"
  Text locale;                 // of icu and builtin; as the server stores it
  Text collate, ctype;         // of libc
  bool deterministic = true;
  Text rules;                  // ICU's, from 16 on; "" = none
  static constexpr auto fields() {
    return std::tuple(field("provider", &Collation::provider), field("locale", &Collation::locale), field("lc_collate", &Collation::collate),
                      field("lc_ctype", &Collation::ctype), field("deterministic", &Collation::deterministic), field("rules", &Collation::rules));
  }
};

struct TextSearchParser {
  Ref start, getToken, end, headline, lexemeTypes;  // functions; headline may be null
  static constexpr auto fields() {
    return std::tuple(field("start", &TextSearchParser::start), field("gettoken", &TextSearchParser::getToken), field("end", &TextSearchParser::end),
                      field("headline", &TextSearchParser::headline), field("lextypes", &TextSearchParser::lexemeTypes));
  }
};

struct TextSearchTemplate {
  Ref init, lexize;            // functions; init may be null
  static constexpr auto fields() {
    return std::tuple(field("init", &TextSearchTemplate::init), field("lexize", &TextSearchTemplate::lexize));
  }
};

struct TextSearchDictionary {
  NamedRef parent;             // its template
  Options options;             // decoded
  static constexpr auto fields() {
    return std::tuple(field("template", &TextSearchDictionary::parent), field("options", &TextSearchDictionary::options));
  }
};

// The dictionaries that a kind of token is looked up in, in order.
struct TokenMapping {
  Name token;                  // "asciiword"
  std::vector<NamedRef> dictionaries;
  static constexpr auto fields() {
    return std::tuple(field("token", &TokenMapping::token), field("dictionaries", &TokenMapping::dictionaries));
  }
};

struct TextSearchConfiguration {
  NamedRef parser;
  std::vector<TokenMapping> mappings;  // ascending by token
  static constexpr auto fields() {
    return std::tuple(field("parser", &TextSearchConfiguration::parser), field("mappings", &TextSearchConfiguration::mappings));
  }
};

}  // namespace schemac::ir
