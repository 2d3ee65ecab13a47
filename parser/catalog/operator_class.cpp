#include "parser/catalog/reader.h"

namespace schemac::parser::catalog {

template <>
std::vector<Query> queries<ir::Kind::OperatorClass>(int) { return {}; }

}  // namespace schemac::parser::catalog
