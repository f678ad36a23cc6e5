#include "view/palette.h"

#include <array>
#include <cassert>

namespace flowspine::view {
namespace {

constexpr Color hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16U & 0xFFU), static_cast<std::uint8_t>(rgb >> 8U & 0xFFU),
            static_cast<std::uint8_t>(rgb & 0xFFU)};
}

struct Pair {
    Color light;
    Color dark;
};

// In the order of Role. The tints of teams stay apart for colour-blind people and carry text on paper at 4.5:1.
constexpr std::array<Pair, 19> colors = {{
    {hex(0x000000), hex(0x000000)}, // none
    {hex(0x1F2430), hex(0xE6E8EE)}, // ink
    {hex(0x5B6472), hex(0x9AA3B2)}, // muted
    {hex(0xFFFFFF), hex(0x171A21)}, // paper
    {hex(0xF6F7F9), hex(0x101319)}, // ground
    {hex(0xD5DAE1), hex(0x2E3542)}, // line
    {hex(0x2456C7), hex(0x7AA2FF)}, // accent
    {hex(0xC2410C), hex(0xFB923C)}, // handoff
    {hex(0x0B6E4F), hex(0x4ADE80)}, // good
    {hex(0x9A5B00), hex(0xFACC15)}, // warn
    {hex(0xB3261E), hex(0xF87171)}, // bad
    {hex(0x2F5FA8), hex(0x8FB4F0)}, // team1
    {hex(0x8A5A00), hex(0xE0B04A)}, // team2
    {hex(0x0F766E), hex(0x5CC9BD)}, // team3
    {hex(0x8B3A8F), hex(0xD79BDB)}, // team4
    {hex(0xA23B3B), hex(0xF0A0A0)}, // team5
    {hex(0x4D6B1F), hex(0xA9CC74)}, // team6
    {hex(0x5A5FA0), hex(0xB3B7F0)}, // team7
    {hex(0x6B5B4B), hex(0xC8B8A6)}, // team8
}};
static_assert(colors.size() == static_cast<std::size_t>(Role::team8) + 1);

std::uint8_t blend(std::uint8_t over, std::uint8_t under, unsigned percent) {
    return static_cast<std::uint8_t>((over * percent + under * (100U - percent) + 50U) / 100U);
}

} // namespace

Color colorOf(Role role, Palette palette) {
    assert(role != Role::none);
    const Pair& pair = colors[static_cast<std::size_t>(role)];
    return palette == Palette::light ? pair.light : pair.dark;
}

Color colorOf(const Paint& paint, Palette palette) {
    const Color over = colorOf(paint.role, palette);
    if (paint.percent >= 100 || paint.on == Role::none) return over;
    const Color under = colorOf(paint.on, palette);
    return {blend(over.red, under.red, paint.percent), blend(over.green, under.green, paint.percent),
            blend(over.blue, under.blue, paint.percent)};
}

std::string hexOf(Color color) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
        text += digits[channel >> 4U];
        text += digits[channel & 0xFU];
    }
    return text;
}

} // namespace flowspine::view
