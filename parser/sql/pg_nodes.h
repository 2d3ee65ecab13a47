#pragma once
// PostgreSQL's own raw parse nodes, for C++: the only door to libpg_query's headers. Include it after every standard header
// (port.h redefines printf and friends), in .cpp files of parser/ alone.
#include <libintl.h>

extern "C" {
#include "pg_query.h"
#include "pg_query_internal.h"
#include "postgres.h"

#include "catalog/index.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_trigger.h"
#include "nodes/nodeFuncs.h"
#include "nodes/parsenodes.h"
#include "nodes/pg_list.h"
#include "nodes/value.h"
#include "parser/parser.h"
#include "parser/scanner.h"
}
// Macros of PostgreSQL that bite C++ code.
#undef Min
#undef Max
#undef Abs
#undef printf
#undef fprintf
#undef snprintf
#undef vsnprintf
#undef sprintf
#undef vsprintf
#undef vprintf
#undef vfprintf
#undef strerror
#undef strerror_r
#undef gettext
#undef _
#undef foreach

namespace schemac::parser {

// for (A_Const* x : each<A_Const>(list)): the members of a List of nodes, none for NIL.
template <class T>
struct Each {
  const List* list;
  struct Iterator {
    const ListCell* cell;
    T* operator*() const { return static_cast<T*>(cell->ptr_value); }
    Iterator& operator++() { ++cell; return *this; }
    bool operator!=(const Iterator& other) const { return cell != other.cell; }
  };
  Iterator begin() const { return {list ? list->elements : nullptr}; }
  Iterator end() const { return {list ? list->elements + list->length : nullptr}; }
};
template <class T>
Each<T> each(const List* list) { return {list}; }

// The node as a T, or null if it is of another kind: as<ColumnRef>(node, T_ColumnRef).
template <class T>
T* as(Node* node, NodeTag tag) { return node && nodeTag(node) == tag ? reinterpret_cast<T*>(node) : nullptr; }

}  // namespace schemac::parser
