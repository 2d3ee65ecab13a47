// Catch2 2 compiles its whole implementation into main; 3 brings it as a library.
#if !__has_include(<catch2/catch_test_macros.hpp>)
#define CATCH_CONFIG_MAIN
#include "tests/support/catch.h"
#endif
