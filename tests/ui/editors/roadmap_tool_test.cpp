#include "editors/roadmap/roadmap_tool.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::editors;
using adapters::PointerAt;
using base::AnyId;
using view::Point;

namespace {

const AnyId bar("road-1");
const AnyId other("road-2");
const AnyId card("road-3");

view::Picture timeline() {
    view::Picture picture;
    picture.bounds = {0, 0, 1000, 400};
    picture.areas = {{{100, 0, 900, 300}, {}, "axis", ""},   {{100, 50, 900, 250}, {}, "lane-body", ""},
                     {{200, 60, 100, 60}, bar, "bar", ""},   {{198, 60, 8, 60}, bar, "bar-start", ""},
                     {{296, 60, 8, 60}, bar, "bar-end", ""}, {{500, 60, 100, 60}, other, "bar", ""},
                     {{0, 300, 1000, 100}, {}, "tray", ""},  {{20, 320, 100, 60}, card, "card", "now"},
                     {{200, 320, 100, 60}, {}, "add", "now"}};
    return picture;
}

struct Hand {
    view::Picture picture = timeline();
    view::TimelineScale scale{base::Date{20000}, 100, 1000, 2};
    RoadmapTool tool;

    [[nodiscard]] RoadmapCanvas at() const { return {picture, &scale}; }
    static PointerAt pointer(Point point, Qt::KeyboardModifiers modifiers = {}) { return {point, modifiers, 1}; }
    RoadmapIntent drag(Point from, Point to, Qt::KeyboardModifiers modifiers = {}) {
        (void)tool.press(at(), pointer(from, modifiers));
        for (int i = 1; i <= 100; ++i)
            (void)tool.move(
                at(), pointer({from.x + (to.x - from.x) * i / 100, from.y + (to.y - from.y) * i / 100}, modifiers),
                true);
        return tool.release(at(), pointer(to, modifiers));
    }
};

} // namespace

TEST_CASE("a bar moves by whole weeks, with Shift by days") {
    Hand hand;
    CHECK(hand.drag({250, 90}, {250 + 31, 90}) == RoadmapIntent(ShiftBar{bar, BarPart::whole, 14, true}));
    CHECK(hand.drag({250, 90}, {250 - 31, 90}) == RoadmapIntent(ShiftBar{bar, BarPart::whole, -14, true}));
    CHECK(hand.drag({250, 90}, {250 + 31, 90}, Qt::ShiftModifier) ==
          RoadmapIntent(ShiftBar{bar, BarPart::whole, 16, true}));
}

TEST_CASE("the ends of a bar are handles of their own") {
    Hand hand;
    CHECK(hand.drag({200, 90}, {186, 90}) == RoadmapIntent(ShiftBar{bar, BarPart::start, -7, true}));
    CHECK(hand.drag({300, 90}, {328, 90}) == RoadmapIntent(ShiftBar{bar, BarPart::end, 14, true}));
}

TEST_CASE("while a bar is dragged only a new date is told") {
    Hand hand;
    (void)hand.tool.press(hand.at(), Hand::pointer({250, 90}));
    int told = 0;
    for (int i = 1; i <= 100; ++i)
        if (hand.tool.move(hand.at(), Hand::pointer({250.0 + i, 90}), true) != RoadmapIntent()) ++told;
    CHECK(told == 7);
    CHECK(hand.tool.cancel());
    CHECK(hand.tool.release(hand.at(), Hand::pointer({350, 90})) == RoadmapIntent());
}

TEST_CASE("a card from the tray is scheduled where it is dropped, and stays when dropped in the tray") {
    Hand hand;
    CHECK(hand.drag({60, 350}, {300, 150}) == RoadmapIntent(ScheduleCard{card, base::Date{20100}}));
    CHECK(hand.drag({60, 350}, {600, 350}) == RoadmapIntent());
}

TEST_CASE("a dependency is pulled from behind the hovered bar to another one") {
    Hand hand;
    (void)hand.tool.move(hand.at(), Hand::pointer({250, 90}), false);
    const Point handle = dependencyHandle({200, 60, 100, 60}).center();
    CHECK(hand.drag(handle, {550, 90}) == RoadmapIntent(WaitFor{other, bar}));
    (void)hand.tool.move(hand.at(), Hand::pointer({250, 90}), false);
    CHECK(hand.drag(handle, {700, 200}) == RoadmapIntent());
}

TEST_CASE("a click on the line to type uses it") {
    Hand hand;
    CHECK(hand.tool.press(hand.at(), Hand::pointer({250, 350})) == RoadmapIntent());
    const RoadmapIntent intent = hand.tool.release(hand.at(), Hand::pointer({250, 350}));
    REQUIRE(std::get_if<UseRoadmapArea>(&intent));
    CHECK(std::get<UseRoadmapArea>(intent).area.role == "add");
}
