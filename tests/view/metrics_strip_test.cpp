#include "view/metrics_strip.h"

#include "support/picture_checks.h"
#include "view/time_histogram.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using view::Picture;
using view::StripFigure;
using view::StripForm;

namespace {

std::vector<StripFigure> threeFigures() {
    std::vector<StripFigure> figures(3);
    figures[0].key = "lead";
    figures[0].value = "49.9 d";
    figures[0].label = "Lead time";
    figures[0].second = "one pass 43.9 d";
    figures[0].moreTip = "Simulate";
    figures[1].key = "handoffs";
    figures[1].value = "13.0";
    figures[1].label = "Handoffs, expected";
    figures[1].second = "static 12";
    figures[1].mark = view::Role::warn;
    figures[1].change = "−10.4";
    figures[2].key = "ambiguity";
    figures[2].value = "0";
    figures[2].label = "Ownership ambiguity";
    return figures;
}

bool hasWords(const Picture& picture, const std::string& words) {
    for (const view::Shape& shape : picture.shapes)
        if (const auto* label = std::get_if<view::Label>(&shape.form))
            for (const std::string& line : label->lines)
                if (line == words) return true;
    return false;
}

} // namespace

TEST_CASE("the strip shows every figure with its second line, and one area each") {
    const view::FixedTextMeasure measure;
    const Picture strip = view::metricsStrip(threeFigures(), 900, StripForm::fits, measure);
    CHECK(strip.bounds == view::Rect{0, 0, 900, view::metricsStripHeight});
    for (const char* words : {"49.9 d", "Lead time", "one pass 43.9 d", "13.0", "−10.4", "static 12", "0"})
        CHECK(hasWords(strip, words));
    const view::HitArea* lead = view::areaAt(strip, {4, 40});
    REQUIRE(lead);
    CHECK(lead->role == "figure");
    CHECK(lead->key == "lead");
    std::size_t signs = 0;
    for (const view::HitArea& area : strip.areas)
        if (area.role == "more") {
            ++signs;
            CHECK(area.key == "lead");
            CHECK(view::areaAt(strip, area.rect.center())->role == "more");
        }
    CHECK(signs == 1);
}

TEST_CASE("a strip without room for two lines becomes one line, and no words lie on others") {
    const view::FixedTextMeasure measure;
    for (const double width : {1400.0, 700.0, 500.0, 300.0, 20.0}) {
        CAPTURE(width);
        const Picture strip = view::metricsStrip(threeFigures(), width, StripForm::fits, measure);
        CHECK(strip.bounds.height == (width > 600 ? view::metricsStripHeight : view::metricsLineHeight));
        std::vector<view::Rect> labels;
        for (const view::Shape& shape : strip.shapes)
            if (std::holds_alternative<view::Label>(shape.form)) labels.push_back(view::boundsOf(shape.form));
        for (std::size_t a = 0; a < labels.size(); ++a)
            for (std::size_t b = a + 1; b < labels.size(); ++b) CHECK_FALSE(labels[a].intersects(labels[b]));
    }
}

TEST_CASE("a histogram's bars stand on its axis, the fullest the tallest, and marks have their words") {
    const view::FixedTextMeasure measure;
    const Picture drawn =
        view::timeHistogram({{0, 8, 10}, {8, 16, 40}, {16, 24, 0}, {24, 32, 5}},
                            {{10, "P50", view::Role::ink}, {11, "P85", view::Role::warn}}, 400, 150, 8, measure);
    std::vector<view::Rect> bars;
    for (const view::Shape& shape : drawn.shapes)
        if (shape.part.starts_with("bar")) bars.push_back(view::boundsOf(shape.form));
    REQUIRE(bars.size() == 3);
    CHECK(bars[0].bottom() == Approx(bars[1].bottom()));
    CHECK(bars[1].height > bars[0].height);
    CHECK(bars[0].height > bars[2].height);
    CHECK(bars[0].right() <= bars[1].x);
    for (const char* words : {"P50", "P85", "0", "4 d"}) CHECK(hasWords(drawn, words));
    CHECK(view::timeHistogram({}, {}, 400, 150, 8, measure).bounds.width == 400);
}
