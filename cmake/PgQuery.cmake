# libpg_query (PostgreSQL 18's grammar) as a static library, from the sources that `cargo vendor` brought.
# Always optimised and never sanitised: it is not ours to debug, and both presets can share one ccache entry.
set(PG_QUERY_SOURCE_DIR "${CMAKE_SOURCE_DIR}/build/pg_query/vendor/pg_query/libpg_query"
    CACHE PATH "sources of libpg_query 18.1.0; tools/setup brings them")
if(NOT EXISTS "${PG_QUERY_SOURCE_DIR}/pg_query.h")
  message(FATAL_ERROR "libpg_query is not in ${PG_QUERY_SOURCE_DIR}: run tools/setup, or set PG_QUERY_SOURCE_DIR")
endif()

file(GLOB pg_query_sources "${PG_QUERY_SOURCE_DIR}/src/*.c" "${PG_QUERY_SOURCE_DIR}/src/postgres/*.c")
add_library(pg_query STATIC ${pg_query_sources}
  "${PG_QUERY_SOURCE_DIR}/vendor/xxhash/xxhash.c"
  "${PG_QUERY_SOURCE_DIR}/vendor/upb/upb.c"
  "${PG_QUERY_SOURCE_DIR}/vendor/upb/third_party/utf8_range/utf8_range.c"
  "${PG_QUERY_SOURCE_DIR}/protobuf/pg_query.upb_minitable.c")
target_include_directories(pg_query SYSTEM PUBLIC
  "${PG_QUERY_SOURCE_DIR}" "${PG_QUERY_SOURCE_DIR}/src" "${PG_QUERY_SOURCE_DIR}/src/include"
  "${PG_QUERY_SOURCE_DIR}/src/postgres/include" "${PG_QUERY_SOURCE_DIR}/vendor"
  "${PG_QUERY_SOURCE_DIR}/vendor/upb" "${PG_QUERY_SOURCE_DIR}/vendor/upb/third_party/utf8_range")
target_compile_options(pg_query PRIVATE -O2 -w -fno-strict-aliasing -fwrapv)
