#include "adapters/picture_marks.h"

#include <QImage>

#include <catch2/catch.hpp>

using namespace flowspine;
using adapters::EntityMark;
using adapters::EntityMarks;
using adapters::PlacedMark;
using base::AnyId;
using view::Rect;
using view::Role;

namespace {

const view::FixedTextMeasure measure;

EntityMarks marksOn(std::initializer_list<const char*> ids) {
    EntityMarks marks;
    for (const char* id : ids) marks.byEntity.emplace(AnyId(id), EntityMark{"warning", Role::warn, 2});
    return marks;
}

view::Shape label(const Rect& rect) {
    view::Shape shape;
    shape.part = "label";
    shape.form =
        view::Label{{rect.x, rect.bottom()}, {"words"}, {}, rect.height, view::Align::left, {Role::ink}, rect.width};
    return shape;
}

QImage drawn(const PlacedMark& mark, double scale) {
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    adapters::drawMark(painter, render::Theme(render::ThemeKind::light), mark, scale);
    return image;
}

// Width of what was drawn, in px.
int inkedWidth(const QImage& image) {
    int left = image.width();
    int right = -1;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) != Qt::white) {
                left = std::min(left, x);
                right = std::max(right, x);
            }
    return right - left + 1;
}

} // namespace

TEST_CASE("a mark stands once on each thing that has findings, at a corner of it") {
    view::Picture picture;
    picture.areas = {{{100, 100, 300, 80}, AnyId("outc-1"), "card", ""},
                     {{100, 100, 300, 80}, AnyId("outc-1"), "card", ""},
                     {{100, 300, 300, 80}, AnyId("outc-2"), "card", ""},
                     {{0, 0, 900, 900}, AnyId("outc-1"), "column", ""}};
    const std::vector<PlacedMark> marks = placedMarks(picture, marksOn({"outc-1"}), measure);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].id == AnyId("outc-1"));
    CHECK(marks[0].chip.right() == 390);
    CHECK(marks[0].chip.y < 100);
    CHECK(marks[0].chip.bottom() > 100);
}

TEST_CASE("the mark of a step takes a corner that links, labels and badges leave free") {
    const Rect step{100, 100, 96, 60};
    view::Picture picture;
    picture.areas = {{step, AnyId("step-1"), "step", ""}};
    const auto place = [&] { return placedMarks(picture, marksOn({"step-1"}), measure).front().chip; };
    const Rect upperLeft = place();
    CHECK(upperLeft.x < step.center().x);
    CHECK(upperLeft.y < step.y);

    picture.shapes.push_back(label({95, 85, 40, 14}));
    const Rect lowerLeft = place();
    CHECK(lowerLeft.x < step.center().x);
    CHECK(lowerLeft.bottom() > step.bottom());

    // The line between two lanes may be crossed.
    view::Shape lane;
    lane.id = AnyId("team-000000000001");
    lane.part = "line";
    lane.form = view::Line{{{0, 165}, {900, 165}}, {{Role::line}, 1}};
    picture.shapes.push_back(lane);
    CHECK(place() == lowerLeft);

    view::Shape link;
    link.id = AnyId("link-1");
    link.part = "line";
    link.form = view::Line{{{110, 100}, {110, 200}}, {{Role::ink}, 1}};
    picture.shapes.push_back(link);
    const Rect upperRight = place();
    CHECK(upperRight.x > step.center().x);
    CHECK(upperRight.y < step.y);

    view::Shape badge;
    badge.id = AnyId("step-1");
    badge.part = "badge.owner";
    badge.form = view::Box{{170, 89, 24, 16}, view::Outline::rectangle, 6, {Role::paper}};
    picture.shapes.push_back(badge);
    CHECK(place().bottom() > step.bottom());
    // What stands in the box itself is no hindrance.
    badge.part = "name";
    badge.form = label({104, 150, 60, 14}).form;
    picture.shapes = {badge};
    CHECK(place() == upperLeft);
}

TEST_CASE("lanes are marked when they are teams") {
    view::Picture picture;
    picture.areas = {{{0, 0, 120, 80}, AnyId("team-1"), "lane", ""}, {{0, 100, 120, 80}, AnyId("flow-1"), "lane", ""}};
    const std::vector<PlacedMark> marks = placedMarks(picture, marksOn({"team-1", "flow-1"}), measure);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].id == AnyId("team-1"));
    CHECK(marks[0].chip.y >= 0);
}

TEST_CASE("a mark on something drawn small is a dot of the same size at every zoom") {
    const PlacedMark mark{AnyId("step-1"), {"error", Role::bad, 3}, {50, 30, 40, 16}, 96};
    CHECK(inkedWidth(drawn(mark, 1)) >= 39);
    const int dot = inkedWidth(drawn(mark, 0.5));
    CHECK(dot >= 8);
    CHECK(dot <= 11);
    CHECK(std::abs(inkedWidth(drawn(mark, 0.25)) - dot) <= 1);
}
