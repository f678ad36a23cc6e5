#include "view/time_text.h"

#include <catch2/catch.hpp>

using namespace flowspine;

TEST_CASE("a small share is not said to be none") {
    CHECK(view::shareText(0) == "0 %");
    CHECK(view::shareText(0.02666) == "0.027 %");
    CHECK(view::shareText(0.5) == "0.5 %");
    CHECK(view::shareText(2.126) == "2.1 %");
    CHECK(view::shareText(100) == "100 %");
    CHECK(view::shareText(-0.04) == "-0.04 %");
}
