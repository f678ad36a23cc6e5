// Lines of text as glyphs of fonts, for writing PDF. Shapes each word once and keeps it. Every glyph stands for one
// character that it can be read back as: where a font would join letters, or change a sign between capitals or figures,
// the plain glyphs are taken instead (scripts that cannot be written without joining excepted).
#pragma once

#include "view/picture.h"

#include <QFont>
#include <QRawFont>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace flowspine::render {

// Lengths in thousandths of the type's size.
struct Glyph {
    std::uint16_t font = 0; // in GlyphShaper::fonts()
    std::uint32_t index = 0;
    double x = 0; // from the start of the line
    double y = 0; // downwards
    double advance = 0;
};

struct ShapedLine {
    std::vector<Glyph> glyphs;
    double width = 0;
};

class GlyphShaper {
  public:
    [[nodiscard]] ShapedLine shape(std::string_view text, const view::TextStyle& style);

    // Every font that a line needed, with all glyphs in the order of their first use.
    struct UsedFont {
        QRawFont font;
        std::vector<std::uint32_t> glyphs;
        std::unordered_map<std::uint32_t, std::size_t> places; // of a glyph among `glyphs`
    };
    [[nodiscard]] const std::vector<UsedFont>& fonts() const { return m_fonts; }

  private:
    struct Style {
        QFont font;
        QRawFont rawFont;
        std::unordered_map<std::string, ShapedLine> words;
    };

    Style& styleFor(const view::TextStyle& style);
    const ShapedLine& word(std::string_view text, Style& style);
    [[nodiscard]] ShapedLine shapedWord(const QString& text, const Style& style);
    [[nodiscard]] ShapedLine plainWord(const QString& text, const Style& style);
    std::uint16_t use(const QRawFont& font);
    void useGlyph(std::uint16_t font, std::uint32_t glyph);

    std::map<std::pair<int, bool>, Style> m_styles;
    std::vector<UsedFont> m_fonts;
};

} // namespace flowspine::render
