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

TEST_CASE("a pair of times says its unit once where both read well in it") {
    const auto pair = [](double before, double after) {
        const view::TimePair said = view::timePair(base::fromHours(before), base::fromHours(after), 8);
        return said.before + " > " + said.after;
    };
    CHECK(pair(40, 8) == "5 > 1 d");
    CHECK(pair(1, 0.5) == "60 > 30 min");
    CHECK(pair(0.75, 1.75) == "45 > 105 min");
    CHECK(pair(16, 1) == "2 d > 1 h");
    CHECK(pair(0, 4) == "0 > 4 h");
    CHECK(pair(4, 0) == "4 h > 0");
    CHECK(pair(3, 0.5) == "3 h > 30 min");
}
