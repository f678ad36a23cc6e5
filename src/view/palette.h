// The colours behind the roles, light and dark: the one place where a colour has a number. Screen, PDF, PNG and SVG
// all take them from here; exports are always light.
#pragma once

#include "view/picture.h"

#include <cstdint>
#include <string>

namespace flowspine::view {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const Color&, const Color&) = default;
};

enum class Palette : std::uint8_t { light, dark };

// Role::none has no colour and draws nothing; it must not be asked for.
[[nodiscard]] Color colorOf(Role role, Palette palette);
// `percent` of the role's colour blended, channel by channel, into that of the role it lies on.
[[nodiscard]] Color colorOf(const Paint& paint, Palette palette);

// "#1f2430"
[[nodiscard]] std::string hexOf(Color color);

} // namespace flowspine::view
