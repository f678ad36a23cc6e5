// Fonts and icons for the pages of a PDF. Qt embeds them: it writes one file with every glyph and every icon once, and
// the pages then refer to what is in it.
#pragma once

#include "base/result.h"
#include "render/glyph_shaper.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace flowspine::render {

// An icon in one colour.
struct IconUse {
    std::string name;
    view::Paint paint;
    friend auto operator<=>(const IconUse& a, const IconUse& b) {
        const auto key = [](const IconUse& use) {
            return std::tuple(std::string_view(use.name), use.paint.role, use.paint.percent, use.paint.on);
        };
        return key(a) <=> key(b);
    }
};

class PdfResources {
  public:
    // Icons are drawn in a square of this side; y points up.
    static constexpr double iconSide = 100;

    // A document without pages that holds the fonts of `shaper` and `icons`.
    [[nodiscard]] static base::Result<PdfResources> make(const GlyphShaper& shaper, const std::vector<IconUse>& icons);

    [[nodiscard]] QPDF& document() { return *m_document; }
    // For the /Resources of every page.
    [[nodiscard]] QPDFObjectHandle dictionary() const { return m_dictionary; }

    // "F0"; codes of two bytes.
    [[nodiscard]] static std::string fontName(std::size_t font) { return "F" + std::to_string(font); }
    // -1 when the font could not be embedded: draw the glyph's outline.
    [[nodiscard]] int codeOf(const GlyphShaper& shaper, const Glyph& glyph) const;
    // "I0"; empty for an icon that there is not.
    [[nodiscard]] std::string iconName(const IconUse& icon) const;

  private:
    PdfResources() = default;
    [[nodiscard]] bool takeFonts(const GlyphShaper& shaper, std::vector<QPDFObjectHandle>& pages);
    void takeIcons(const std::vector<IconUse>& icons, std::vector<QPDFObjectHandle>& pages, std::size_t first);

    std::shared_ptr<std::string> m_bytes; // libqpdf reads from it until the document is written
    std::shared_ptr<QPDF> m_document;
    QPDFObjectHandle m_dictionary;
    std::vector<std::vector<int>> m_codes; // by font and place among its glyphs
    std::map<IconUse, std::string> m_icons;
};

} // namespace flowspine::render
