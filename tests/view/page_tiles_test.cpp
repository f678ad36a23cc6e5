#include "view/page_tiles.h"

#include "view/picture_builder.h"

#include <catch2/catch.hpp>

#include <set>

using namespace flowspine::view;

namespace {

const FixedTextMeasure measure;
const Rect area{34, 80, 700, 400};

// Boxes in columns 200 px apart with a name in each, and lines between them.
Picture chain(int columns) {
    PictureBuilder builder(measure);
    builder.box("lane", {0, 0, columns * 200.0, 300}, {Role::ground});
    builder.text("head", {8, 20}, "Lane", {13, 600}, {Role::ink});
    for (int i = 0; i < columns; ++i) {
        const std::string name = std::to_string(i);
        builder.box("box" + name, {i * 200.0 + 100, 100, 80, 50}, {Role::paper}, {{Role::ink}, 1}, 6);
        builder.text("name" + name, {i * 200.0 + 110, 130}, "Step " + name, {11, 400}, {Role::ink});
        if (i > 0) {
            auto& line = std::get<Line>(
                builder.line("line" + name, {{i * 200.0 - 20, 125}, {i * 200.0 + 100, 125}}, {{Role::muted}, 1}).form);
            line.end = LineEnd::arrow;
        }
    }
    return builder.finish({0, 0, columns * 200.0, 300});
}

std::size_t count(const std::vector<SheetContent>& sheets, const std::string& words) {
    std::size_t found = 0;
    for (const SheetContent& sheet : sheets)
        for (const Shape& shape : sheet.picture.shapes)
            if (const auto* label = std::get_if<Label>(&shape.form)) found += label->lines.front() == words ? 1 : 0;
    return found;
}

} // namespace

TEST_CASE("a picture that fits is one sheet, never larger than asked") {
    const std::vector<SheetContent> sheets = tiled(chain(2), {}, area, 0.74, "Flow");
    REQUIRE(sheets.size() == 1);
    CHECK(sheets.front().bookmark == "Flow");
    for (const Shape& shape : sheets.front().picture.shapes) {
        const Rect bounds = boundsOf(shape.form);
        CHECK(bounds.right() <= area.x + 400 * 0.74 + 1);
    }
}

TEST_CASE(
    "a picture too long for readable type is cut between its boxes, with every word once and none below 6 points") {
    const std::vector<SheetContent> sheets = tiled(chain(30), {}, area, 0.74, "Flow");
    REQUIRE(sheets.size() > 2);
    CHECK(sheets[1].bookmark.empty());
    for (int i = 0; i < 30; ++i) CHECK(count(sheets, "Step " + std::to_string(i)) == 1);
    std::size_t arrows = 0;
    for (const SheetContent& sheet : sheets) {
        for (const Shape& shape : sheet.picture.shapes) {
            const Rect bounds = boundsOf(shape.form);
            if (!std::holds_alternative<Line>(shape.form)) { // a line's arrow reaches beyond it
                CHECK(bounds.x >= area.x - 0.6);
                CHECK(bounds.right() <= area.right() + 0.6);
            }
            if (const auto* label = std::get_if<Label>(&shape.form)) CHECK(label->style.size >= 6 - 1e-9);
            if (const auto* line = std::get_if<Line>(&shape.form)) arrows += line->end == LineEnd::arrow ? 1 : 0;
        }
    }
    CHECK(arrows == 29); // a cut line keeps its arrow only where it ends
}

TEST_CASE("what is kept in sight is repeated on each sheet") {
    const std::vector<SheetContent> sheets = tiled(chain(30), {90, 0}, area, 0.74, "Flow");
    REQUIRE(sheets.size() > 2);
    CHECK(count(sheets, "Lane") == sheets.size());
    for (int i = 0; i < 30; ++i) CHECK(count(sheets, "Step " + std::to_string(i)) == 1);
}

TEST_CASE("the pieces of a cut line make up the whole line") {
    const Picture picture = chain(30);
    double whole = 0;
    for (const Shape& shape : picture.shapes)
        if (const auto* line = std::get_if<Line>(&shape.form)) whole += line->points.back().x - line->points.front().x;
    double pieces = 0;
    const std::vector<SheetContent> sheets = tiled(picture, {}, area, 0.74, "");
    for (const SheetContent& sheet : sheets)
        for (const Shape& shape : sheet.picture.shapes)
            if (const auto* line = std::get_if<Line>(&shape.form))
                pieces += line->points.back().x - line->points.front().x;
    CHECK(pieces / (6.0 / 11) == Approx(whole).epsilon(0.001));
}
