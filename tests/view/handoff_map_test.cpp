#include "view/handoff_map.h"

#include "support/picture_checks.h"

#include <catch2/catch.hpp>

using namespace flowspine;

TEST_CASE("the handoff map has a cell for each pair that hands over, totals, and no problems as a picture") {
    const view::FixedTextMeasure measure;
    view::HandoffCounts counts;
    counts.teams = {
        {{}, "Intake", view::Role::team1}, {{}, "Planning", view::Role::team2}, {{}, "Fire", view::Role::team3}};
    counts.counts = {{0, 4, 0}, {1, 0, 2}, {0, 0, 0}};
    const view::Picture map = view::handoffMap(counts, measure);
    CHECK(test::problemsOf(map, measure) == "");
    std::vector<std::string> pairs;
    for (const view::HitArea& area : map.areas)
        if (area.role == "pair") pairs.push_back(area.key);
    CHECK(pairs == std::vector<std::string>{"0 1", "1 0", "1 2"});
    const auto words = [&](const std::string& part) {
        for (const view::Shape& shape : map.shapes)
            if (const auto* label = std::get_if<view::Label>(&shape.form); label && shape.part == part)
                return label->lines.front();
        return std::string();
    };
    CHECK(words("count 0 1") == "4");
    CHECK(words("team1.given") == "3");
    CHECK(words("taken2") == "2");
    CHECK(words("all") == "7");
}
