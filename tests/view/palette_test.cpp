#include "view/palette.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace flowspine::view;

namespace {

double luminance(Color color) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

// As defined by WCAG 2.
double contrast(Color a, Color b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

TEST_CASE("every role that text is written in stands out from paper and ground at 4.5:1, light and dark") {
    for (const Palette palette : {Palette::light, Palette::dark}) {
        for (const Role role :
             {Role::ink, Role::muted, Role::accent, Role::handoff, Role::good, Role::warn, Role::bad, Role::team1,
              Role::team2, Role::team3, Role::team4, Role::team5, Role::team6, Role::team7, Role::team8}) {
            CAPTURE(static_cast<int>(role), static_cast<int>(palette));
            CHECK(contrast(colorOf(role, palette), colorOf(Role::paper, palette)) >= 4.5);
            CHECK(contrast(colorOf(role, palette), colorOf(Role::ground, palette)) >= 4.5);
        }
    }
}

TEST_CASE("a paint of some percent lies between its role and what it is on") {
    CHECK(colorOf(Paint{Role::ink, 100, Role::paper}, Palette::light) == colorOf(Role::ink, Palette::light));
    CHECK(colorOf(Paint{Role::ink, 0, Role::paper}, Palette::light) == colorOf(Role::paper, Palette::light));
    CHECK(hexOf(colorOf(Paint{Role::ink, 50, Role::paper}, Palette::light)) == "#8f9298");
}
