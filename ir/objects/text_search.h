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
  template <class S = Collation>
  static constexpr auto fields() {
    return std::tuple(field("provider", &S::provider), field("locale", &S::locale), field("lc_collate", &S::collate),
                      field("lc_ctype", &S::ctype), field("deterministic", &S::deterministic), field("rules", &S::rules));
  }
};

struct TextSearchParser {
  Ref start, getToken, end, headline, lexemeTypes;  // functions; headline may be null
  template <class S = TextSearchParser>
  static constexpr auto fields() {
    return std::tuple(field("start", &S::start), field("gettoken", &S::getToken), field("end", &S::end),
                      field("headline", &S::headline), field("lextypes", &S::lexemeTypes));
  }
};

struct TextSearchTemplate {
  Ref init, lexize;            // functions; init may be null
  template <class S = TextSearchTemplate>
  static constexpr auto fields() {
    return std::tuple(field("init", &S::init), field("lexize", &S::lexize));
  }
};

struct TextSearchDictionary {
  NamedRef parent;             // its template
  Options options;             // decoded
  template <class S = TextSearchDictionary>
  static constexpr auto fields() {
    return std::tuple(field("template", &S::parent), field("options", &S::options));
  }
};

// The dictionaries that a kind of token is looked up in, in order.
struct TokenMapping {
  Name token;                  // "asciiword"
  std::vector<NamedRef> dictionaries;
  template <class S = TokenMapping>
  static constexpr auto fields() {
    return std::tuple(field("token", &S::token), field("dictionaries", &S::dictionaries));
  }
};

struct TextSearchConfiguration {
  NamedRef parser;
  std::vector<TokenMapping> mappings;  // ascending by token
  template <class S = TextSearchConfiguration>
  static constexpr auto fields() {
    return std::tuple(field("parser", &S::parser), field("mappings", &S::mappings));
  }
};

}  // namespace schemac::ir
