#pragma once
// Catch2 2 on Debian 12, 3 on Debian 13. Precompiled (tests/CMakeLists.txt): every test includes this one header.
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif
