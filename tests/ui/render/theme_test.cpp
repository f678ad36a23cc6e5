#include "render/theme.h"

#include "render/icon.h"
#include "render/picture_painter.h"

#include <QImage>
#include <QPainter>

#include <catch2/catch.hpp>

#include <cmath>

using namespace flowspine;
using render::Theme;
using render::ThemeKind;
using view::Role;

namespace {

// WCAG 2: relative luminance and contrast.
double luminance(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QImage drawn(const view::Form& form, ThemeKind kind = ThemeKind::light) {
    QImage image(100, 60, QImage::Format_RGB32);
    const Theme theme(kind);
    image.fill(theme.color(Role::paper));
    QPainter painter(&image);
    render::PicturePainter(painter, theme).draw(view::Shape{{}, "shape", form, {}, {}, {}});
    return image;
}

} // namespace

TEST_CASE("every role of text has a contrast of at least 4.5 on paper and on ground") {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
        const Theme theme(kind);
        for (const Role role :
             {Role::ink, Role::muted, Role::accent, Role::handoff, Role::good, Role::warn, Role::bad, Role::team1,
              Role::team2, Role::team3, Role::team4, Role::team5, Role::team6, Role::team7, Role::team8}) {
            INFO("role " << static_cast<int>(role) << (kind == ThemeKind::dark ? ", dark" : ", light"));
            CHECK(contrast(theme.color(role), theme.color(Role::paper)) >= 4.5);
            CHECK(contrast(theme.color(role), theme.color(Role::ground)) >= 4.5);
        }
        CHECK(contrast(theme.onAccent(), theme.color(Role::accent)) >= 4.5);
    }
}

TEST_CASE("a paint blends its role into what it lies on") {
    const Theme theme(ThemeKind::light);
    CHECK(theme.color({Role::ink, 0}) == theme.color(Role::paper));
    CHECK(theme.color({Role::ink, 100}) == theme.color(Role::ink));
    CHECK(theme.color({Role::ink, 0, Role::ground}) == theme.color(Role::ground));
}

TEST_CASE("width of a text is the sum of its words, whatever was measured before") {
    const render::QtTextMeasure measure;
    const view::TextStyle style{.size = 13};
    const double once = measure.width("Check zoning", style);
    CHECK(once == Approx(measure.width("Check", style) + measure.width(" ", style) + measure.width("zoning", style)));
    CHECK(measure.width("Check zoning", style) == once);
    CHECK(measure.width("", style) == 0);
    CHECK(measure.width("wide", {.size = 26}) == Approx(2 * measure.width("wide", {.size = 13})).epsilon(0.03));
    CHECK(measure.width("wide", {.size = 6.5}) == Approx(measure.width("wide", {.size = 13}) / 2).epsilon(0.1));
}

TEST_CASE("a box's border lies inside its rectangle") {
    const QImage image =
        drawn(view::Box{{10, 10, 40, 30}, view::Outline::rectangle, 0, {Role::paper}, {{Role::ink}, 2}});
    const Theme theme(ThemeKind::light);
    CHECK(image.pixelColor(10, 25) == theme.color(Role::ink));
    CHECK(image.pixelColor(9, 25) == theme.color(Role::paper));
    CHECK(image.pixelColor(49, 25) == theme.color(Role::ink));
    CHECK(image.pixelColor(50, 25) == theme.color(Role::paper));
}

TEST_CASE("straight hairlines are one sharp row of pixels") {
    const QImage image = drawn(view::Line{{{5, 20}, {90, 20}}, {{Role::ink}, 1}});
    const Theme theme(ThemeKind::light);
    int inked = 0;
    for (int y = 15; y < 25; ++y)
        if (image.pixelColor(40, y) != theme.color(Role::paper)) ++inked;
    CHECK(inked == 1);
}

TEST_CASE("an arrow's tip is where the line ends") {
    view::Line line{{{5, 20}, {80, 20}}, {{Role::handoff}, 1.5}};
    line.end = view::LineEnd::arrow;
    const QImage image = drawn(line);
    const Theme theme(ThemeKind::light);
    CHECK(image.pixelColor(78, 20) != theme.color(Role::paper));
    CHECK(image.pixelColor(82, 20) == theme.color(Role::paper));
    CHECK(image.pixelColor(73, 17) != theme.color(Role::paper)); // the arrow is wider than the line
}

TEST_CASE("lines, ribbons and labels without enough points or text draw nothing and do no harm") {
    const Theme theme(ThemeKind::light);
    QImage blank(100, 60, QImage::Format_RGB32);
    blank.fill(theme.color(Role::paper));
    CHECK(drawn(view::Line{{}, {{Role::ink}, 1}}) == blank);
    CHECK(drawn(view::Line{{{1, 1}}, {{Role::ink}, 1}}) == blank);
    CHECK(drawn(view::Ribbon{{}, {}, {Role::ink}}) == blank);
    CHECK(drawn(view::Label{}) == blank);
    CHECK(drawn(view::Symbol{{0, 0, 16, 16}, "", {Role::ink}}) == blank);
}

TEST_CASE("icons take the colour they are asked for") {
    const QImage red = render::iconPixmap(QStringLiteral("outcome"), Qt::red, 16, 1).toImage();
    bool hasRed = false;
    for (int y = 0; y < red.height(); ++y)
        for (int x = 0; x < red.width(); ++x)
            if (red.pixelColor(x, y).alpha() == 255 && red.pixelColor(x, y).red() > 200) hasRed = true;
    CHECK(hasRed);
    CHECK(render::icon(QStringLiteral("no such icon")).isNull());
}
