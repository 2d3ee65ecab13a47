#pragma once
// What indexes and exclusion constraints share: the columns of pg_index, and elements made of them.
#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

// The select list for `i` (pg_index), `c` (its pg_class), `am` and `s` (its tablespace), joined by kIndexJoins; the texts of expression
// columns alone come deparsed: pg_get_indexdef over thousands of indexes costs more than all the rest.
inline const std::string kIndexColumns = R"(am.amname, i.indkey, i.indnkeyatts, i.indclass, i.indcollation, i.indoption,
  case when i.indexprs is not null then
    array(select pg_get_indexdef(i.indexrelid, k, false) from generate_series(1, i.indnkeyatts) k where i.indkey[k - 1] = 0 order by k) end,
  case when i.indexprs is not null and exists (select 1 from generate_series(0, i.indnkeyatts - 1) k
    where i.indkey[k] = 0 and i.indcollation[k] not in (0, 100)) then pg_get_indexdef(i.indexrelid) end,
  pg_get_expr(i.indpred, i.indrelid), c.reloptions, s.spcname)";
inline const std::string kIndexJoins = R"( join pg_class c on c.oid = i.indexrelid join pg_am am on am.oid = c.relam
  left join pg_tablespace s on s.oid = c.reltablespace )";

struct IndexParts {
  ir::Name method;
  std::vector<ir::IndexElement> elements;
  std::vector<ir::Ref> include;
  std::optional<ir::Expression> predicate;
  ir::Options options;
  ir::Name tablespace;
};
// The collation that a column has, its type's where it has none of its own.
ir::NamedRef columnCollation(const Reader& reader, const ir::Object& column);
// Reads kIndexColumns off the row.
IndexParts readIndexParts(Reader& reader, Oid table, Row& row);

}  // namespace schemac::parser::catalog
