#include "render/glyph_shaper.h"

#include "render/theme.h"

#include <QGlyphRun>
#include <QTextLayout>

#include <algorithm>

namespace flowspine::render {

namespace {

// Words are shaped at this size, so that lengths come out in thousandths of the type's size.
constexpr int unit = 1000;

// Letters that stand side by side and need no joining: Latin, Greek, Cyrillic, punctuation, arrows and signs.
bool needsNoShaping(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c < QChar(0x0300) || (c >= QChar(0x0370) && c < QChar(0x0530)) ||
               (c >= QChar(0x1E00) && c < QChar(0x2C00));
    });
}

} // namespace

GlyphShaper::Style& GlyphShaper::styleFor(const view::TextStyle& style) {
    const auto [found, isNew] = m_styles.try_emplace({style.weight, style.isItalic});
    if (isNew) {
        found->second.font = fontFor({static_cast<double>(unit), style.weight, style.isItalic, false});
        found->second.rawFont = QRawFont::fromFont(found->second.font);
    }
    return found->second;
}

std::uint16_t GlyphShaper::use(const QRawFont& font) {
    const auto found =
        std::find_if(m_fonts.begin(), m_fonts.end(), [&](const UsedFont& used) { return used.font == font; });
    if (found != m_fonts.end()) return static_cast<std::uint16_t>(found - m_fonts.begin());
    m_fonts.push_back({font, {}, {}});
    return static_cast<std::uint16_t>(m_fonts.size() - 1);
}

void GlyphShaper::useGlyph(std::uint16_t font, std::uint32_t glyph) {
    UsedFont& used = m_fonts[font];
    if (used.places.try_emplace(glyph, used.glyphs.size()).second) used.glyphs.push_back(glyph);
}

ShapedLine GlyphShaper::plainWord(const QString& text, const Style& style) {
    ShapedLine line;
    const QList<quint32> glyphs = style.rawFont.glyphIndexesForString(text);
    const QList<QPointF> advances = style.rawFont.advancesForGlyphIndexes(glyphs);
    const std::uint16_t font = use(style.rawFont);
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        line.glyphs.push_back({font, glyphs[i], line.width, 0, advances[i].x()});
        line.width += advances[i].x();
    }
    return line;
}

ShapedLine GlyphShaper::shapedWord(const QString& text, const Style& style) {
    QTextLayout layout(text, style.font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QTextLine textLine = layout.lineAt(0);
    ShapedLine line;
    line.width = textLine.naturalTextWidth();
    for (const QGlyphRun& run : layout.glyphRuns()) {
        const QRawFont rawFont = run.rawFont();
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        const QList<QPointF> advances = rawFont.advancesForGlyphIndexes(glyphs);
        const std::uint16_t font = use(rawFont);
        for (qsizetype i = 0; i < glyphs.size(); ++i)
            line.glyphs.push_back(
                {font, glyphs[i], positions[i].x(), positions[i].y() - textLine.ascent(), advances[i].x()});
    }
    return line;
}

const ShapedLine& GlyphShaper::word(std::string_view text, Style& style) {
    const auto [found, isNew] = style.words.try_emplace(std::string(text));
    if (!isNew) return found->second;
    const QString words = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    ShapedLine line = shapedWord(words, style);
    if (needsNoShaping(words)) {
        const QList<quint32> plain = style.rawFont.glyphIndexesForString(words);
        const std::uint16_t font = use(style.rawFont);
        const bool isChanged = std::any_of(line.glyphs.begin(), line.glyphs.end(), [&](const Glyph& glyph) {
            return glyph.font == font && !plain.contains(glyph.index);
        });
        if (isChanged && !plain.contains(0U)) line = plainWord(words, style);
    }
    for (const Glyph& glyph : line.glyphs) useGlyph(glyph.font, glyph.index);
    return found->second = std::move(line);
}

ShapedLine GlyphShaper::shape(std::string_view text, const view::TextStyle& style) {
    Style& of = styleFor(style);
    ShapedLine line;
    const auto append = [&](const ShapedLine& word) {
        for (Glyph glyph : word.glyphs) {
            glyph.x += line.width;
            line.glyphs.push_back(glyph);
        }
        line.width += word.width;
    };
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        if (space > at) append(word(text.substr(at, space - at), of));
        if (space < text.size()) append(word(" ", of));
        at = space + 1;
    }
    return line;
}

} // namespace flowspine::render
