// The main of the test programs without Qt, compiled once: Catch2 2.13 is slow to compile.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
