#include <algorithm>

#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {
namespace {

// The value of the one element of query_to_xml's one row, its entities read (escape_xml).
std::string elementText(std::string_view xml, std::string_view element) {
  const std::string opening = "<" + std::string(element) + ">", closing = "</" + std::string(element) + ">";
  const std::size_t begin = xml.find(opening), end = xml.find(closing);
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  const std::string_view inner = xml.substr(begin + opening.size(), end - begin - opening.size());
  constexpr std::pair<std::string_view, char> kEntities[]{{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&#x0d;", '\r'}};
  std::string text;
  for (std::size_t i = 0; i < inner.size();) {
    const auto found = std::find_if(std::begin(kEntities), std::end(kEntities), [&](const auto& e) { return inner.substr(i).starts_with(e.first); });
    if (found == std::end(kEntities)) {
      text += inner[i++];
    } else {
      text += found->second;
      i += found->first.size();
    }
  }
  return text;
}

void readSubscriptions(Reader& reader, const Rows& rows) {
  for (int i = 0; i < rows.size(); ++i) {
    Row row = rows[i];
    const Oid oid = row.oid();
    const std::string_view name = row.text();
    const Oid owner = row.oid();
    ir::Subscription subscription;
    const auto connection = row.maybe();
    subscription.readable = connection.has_value();
    if (connection) subscription.connection = elementText(*connection, "subconninfo");
    for (const std::string& publication : row.texts()) subscription.publications.emplace_back(publication);
    std::sort(subscription.publications.begin(), subscription.publications.end());
    subscription.enabled = row.flag();
    subscription.slot = row.text();
    for (const std::string& option : row.texts()) {
      const std::size_t equals = option.find('=');
      subscription.options.push_back({option.substr(0, equals), option.substr(equals + 1)});
    }
    std::sort(subscription.options.begin(), subscription.options.end());
    const bool readable = subscription.readable;
    ir::Object& object = reader.make(nullptr, name, std::move(subscription));
    reader.subscriptions[oid] = &object;
    reader.setPlatform(object, owner);
    reader.addOwner(object, owner);
    if (!readable) reader.notReadable(object, "its connection");
  }
}

std::string options(int version) {
  const auto option = [](std::string_view condition, std::string_view text) {
    return "case when " + std::string(condition) + " then " + std::string(text) + " end";
  };
  std::string list = option("subbinary", "'binary=true'") + ", " + option("subsynccommit <> 'off'", "'synchronous_commit=' || subsynccommit");
  const std::string usual = version >= 18 ? "parallel" : "off";
  const std::string streaming = version >= 16 ? "case substream when 't' then 'on' when 'p' then 'parallel' else 'off' end" : "case when substream then 'on' else 'off' end";
  list += ", nullif('streaming=' || " + streaming + ", 'streaming=" + usual + "')";
  if (version >= 15) list += ", " + option("subtwophasestate <> 'd'", "'two_phase=true'") + ", " + option("subdisableonerr", "'disable_on_error=true'");
  if (version >= 16)
    list += ", " + option("not subpasswordrequired", "'password_required=false'") + ", " + option("subrunasowner", "'run_as_owner=true'") + ", " +
            option("suborigin <> 'any'", "'origin=' || suborigin");
  if (version >= 17) list += ", " + option("subfailover", "'failover=true'");
  return "array_remove(array[" + list + "], null)";
}

}  // namespace

// A column that may not be read cannot even be named, so the connection is asked for in a query of its own, made only for who may.
template <>
std::vector<Query> queries<ir::Kind::Subscription>(int version) {
  return {{Stage::Rules, R"(
select oid, subname, subowner, case when has_column_privilege('pg_subscription', 'subconninfo', 'select')
    then query_to_xml('select subconninfo from pg_catalog.pg_subscription where oid = ' || oid, false, false, '')::text end,
  subpublications, subenabled, subslotname, )" + options(version) + R"(
from pg_subscription where subdbid = (select oid from pg_database where datname = current_database()) order by oid)", readSubscriptions}};
}

}  // namespace schemac::parser::catalog
