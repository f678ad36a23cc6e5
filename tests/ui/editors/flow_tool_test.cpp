#include "editors/flows/flow_tool.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::editors;
using adapters::PointerAt;
using base::AnyId;
using view::Point;

namespace {

const AnyId one("step-1");
const AnyId two("step-2");
const AnyId upper("team-1");
const AnyId lower("team-2");

// Two lanes, three columns of 100; a step in each of the first two columns of the upper lane.
view::Picture canvas() {
    view::Picture picture;
    picture.bounds = {0, 0, 400, 200};
    picture.areas = {{{0, 0, 400, 200}, AnyId("vari-1"), "canvas", ""},
                     {{100, 0, 300, 100}, upper, "lane-body", "0"},
                     {{100, 100, 300, 100}, lower, "lane-body", "1"},
                     {{100, 0, 100, 200}, {}, "column", "0"},
                     {{200, 0, 100, 200}, {}, "column", "1"},
                     {{300, 0, 100, 200}, {}, "column", "2"},
                     {{0, 0, 100, 100}, upper, "lane", "team-1"},
                     {{0, 100, 100, 100}, lower, "lane", "team-2"},
                     {{180, 45, 40, 10}, AnyId("link-1"), "link", ""},
                     {{120, 30, 60, 40}, one, "step", ""},
                     {{220, 30, 60, 40}, two, "step", ""}};
    return picture;
}

struct Hand {
    view::Picture picture = canvas();
    session::Selection selection;
    FlowTool tool;

    [[nodiscard]] FlowCanvas at() const { return {picture, selection}; }
    static PointerAt pointer(Point point, Qt::KeyboardModifiers modifiers = {}) { return {point, modifiers, 1}; }
    FlowIntent press(Point point, Qt::KeyboardModifiers modifiers = {}) {
        const FlowIntent intent = tool.press(at(), pointer(point, modifiers));
        if (const auto* select = std::get_if<SelectOnCanvas>(&intent); select && !select->isToggle)
            selection = session::Selection(select->ids);
        return intent;
    }
    FlowIntent drag(Point from, Point to) {
        press(from);
        for (int i = 1; i <= 100; ++i)
            tool.move(at(), pointer({from.x + (to.x - from.x) * i / 100, from.y + (to.y - from.y) * i / 100}), true);
        return tool.release(at(), pointer(to));
    }
};

} // namespace

TEST_CASE("a press selects a step, with Ctrl it toggles, on an empty place it clears") {
    Hand hand;
    CHECK(hand.press({150, 50}) == FlowIntent(SelectOnCanvas{{one}, false}));
    hand.tool.release(hand.at(), Hand::pointer({150, 50}));
    CHECK(hand.press({250, 50}, Qt::ControlModifier) == FlowIntent(SelectOnCanvas{{two}, true}));
    hand.tool.release(hand.at(), Hand::pointer({250, 50}));
    CHECK(hand.press({350, 150}) == FlowIntent(SelectOnCanvas{}));
}

TEST_CASE("one of several selected steps keeps its company until the release") {
    Hand hand;
    hand.selection = session::Selection({one, two});
    CHECK(hand.press({150, 50}) == FlowIntent());
    CHECK(hand.tool.release(hand.at(), Hand::pointer({150, 50})) == FlowIntent(SelectOnCanvas{{one}, false}));
}

TEST_CASE("a trembling hand drags nothing") {
    Hand hand;
    CHECK(hand.drag({150, 50}, {153, 52}) == FlowIntent());
    CHECK_FALSE(hand.tool.isDragging());
}

TEST_CASE("a step dragged down goes to the other lane, and aside by columns") {
    Hand hand;
    CHECK(hand.drag({150, 50}, {150, 150}) == FlowIntent(DropSteps{{one}, lower, 0}));
    CHECK(hand.drag({150, 50}, {350, 50}) == FlowIntent(DropSteps{{one}, std::nullopt, 2}));
    CHECK(hand.drag({250, 50}, {150, 150}) == FlowIntent(DropSteps{{two}, lower, -1}));
    CHECK(hand.drag({150, 50}, {160, 60}) == FlowIntent());
}

TEST_CASE("selected steps are dragged together") {
    Hand hand;
    hand.selection = session::Selection({one, two});
    CHECK(hand.drag({150, 50}, {150, 150}) == FlowIntent(DropSteps{{one, two}, lower, 0}));
}

TEST_CASE("a drag says where it would go, and nothing is left of it when it is cancelled") {
    Hand hand;
    hand.press({150, 50});
    hand.tool.move(hand.at(), Hand::pointer({150, 150}), true);
    CHECK(hand.tool.isDragging());
    CHECK(hand.tool.laneUnderDrag() == lower);
    CHECK_FALSE(hand.tool.overlay(hand.at()).empty());
    CHECK(hand.tool.cancel());
    CHECK(hand.tool.overlay(hand.at()).empty());
    CHECK(hand.tool.release(hand.at(), Hand::pointer({150, 150})) == FlowIntent());
    CHECK_FALSE(hand.tool.cancel());
}

TEST_CASE("a handle of the hovered step draws a link, or asks for the next step where there is none") {
    Hand hand;
    hand.tool.move(hand.at(), Hand::pointer({150, 50}), false);
    CHECK(hand.drag({180, 50}, {250, 50}) == FlowIntent(ConnectTo{one, two}));
    hand.tool.move(hand.at(), Hand::pointer({150, 50}), false);
    CHECK(hand.drag({150, 70}, {350, 150}) == FlowIntent(NextStepAt{one, lower}));
    hand.tool.move(hand.at(), Hand::pointer({150, 50}), false);
    CHECK(hand.drag({150, 70}, {151, 70}) == FlowIntent(NextStepAt{one, upper}));
}

TEST_CASE("a lane header is dragged among the other lanes") {
    Hand hand;
    CHECK(hand.drag({50, 50}, {50, 190}) == FlowIntent(DropLane{upper, 1}));
    CHECK(hand.drag({50, 150}, {50, 10}) == FlowIntent(DropLane{lower, 0}));
}

TEST_CASE("a band pulled over an empty place selects what it touches") {
    Hand hand;
    CHECK(hand.drag({110, 20}, {230, 60}) == FlowIntent(SelectOnCanvas{{one, two}, false}));
    CHECK(hand.drag({310, 20}, {390, 60}) == FlowIntent(SelectOnCanvas{}));
}
