#include "adapters/area_walk.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using adapters::Direction;
using base::AnyId;
using view::HitArea;
using view::Picture;

namespace {

AnyId id(int number) {
    return AnyId("card-" + std::to_string(number));
}

// Two columns of two cards, and a third card low in the first.
Picture columns() {
    Picture picture;
    picture.areas = {{{0, 0, 100, 500}, {}, "column", "left"}, {{200, 0, 100, 500}, {}, "column", "right"},
                     {{0, 10, 100, 50}, id(1), "card", ""},    {{0, 70, 100, 50}, id(2), "card", ""},
                     {{0, 130, 100, 50}, id(3), "card", ""},   {{200, 10, 100, 50}, id(4), "card", ""},
                     {{200, 70, 100, 50}, id(5), "card", ""},  {{10, 20, 30, 10}, id(1), "owner", ""}};
    return picture;
}

AnyId next(const Picture& picture, int from, Direction direction) {
    const HitArea* start = adapters::firstAreaOf(picture, id(from), {"card"});
    const HitArea* found = adapters::neighbour(picture, start->rect, direction, {"card"}, id(from));
    return found ? found->id : AnyId();
}

} // namespace

TEST_CASE("arrows walk to the nearest card straight ahead") {
    const Picture picture = columns();
    CHECK(next(picture, 1, Direction::down) == id(2));
    CHECK(next(picture, 3, Direction::up) == id(2));
    CHECK(next(picture, 2, Direction::right) == id(5));
    CHECK(next(picture, 4, Direction::left) == id(1));
    CHECK(next(picture, 1, Direction::up).isEmpty());
    CHECK(next(picture, 3, Direction::right) == id(5));
}

TEST_CASE("a card lands between the cards round the pointer, without counting itself") {
    const Picture picture = columns();
    const auto at = [&](double x, double y, int dragged) {
        return adapters::cardDropAt(picture, {x, y}, "column", {"card"}, id(dragged));
    };
    CHECK(at(50, 15, 3)->position == 0);
    CHECK(at(50, 15, 3)->before == id(1));
    CHECK(at(50, 64, 3)->position == 1);
    CHECK(at(50, 64, 3)->line.y == 64);
    CHECK(at(50, 400, 1)->position == 2);
    CHECK(at(50, 400, 1)->before.isEmpty());
    CHECK(at(250, 64, 1)->target.key == "right");
    CHECK_FALSE(at(150, 64, 1));
}

TEST_CASE("the topmost area of a role is found under others") {
    const Picture picture = columns();
    CHECK(view::areaAt(picture, {20, 25})->role == "owner");
    CHECK(adapters::topAreaAt(picture, {20, 25}, {"card"})->id == id(1));
    CHECK(adapters::topAreaAt(picture, {20, 25}, {"column"})->key == "left");
    CHECK(adapters::topAreaAt(picture, {150, 25}, {"card", "column"}) == nullptr);
}
