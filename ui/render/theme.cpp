#include "render/theme.h"

#include "view/palette.h"

#include <QFontDatabase>
#include <QFontMetricsF>

#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace flowspine::render {

namespace {

using view::Role;

QColor toQt(view::Color color) {
    return {color.red, color.green, color.blue};
}

view::Palette paletteOf(ThemeKind kind) {
    return kind == ThemeKind::light ? view::Palette::light : view::Palette::dark;
}

const QString& textFamily() {
    static const QString family = [] {
        const QString inter = QStringLiteral("Inter");
        return QFontDatabase::hasFamily(inter) ? inter : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return family;
}

int pixelSize(const view::TextStyle& style) {
    return std::max(1, static_cast<int>(std::lround(style.size)));
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

// Widths of the words of one style. Words repeat much more often than texts, so few are ever measured.
struct WordWidths {
    QFontMetricsF metrics;
    double space;
    std::unordered_map<std::string, double, TextHash, std::equal_to<>> words;

    explicit WordWidths(const QFont& font) : metrics(font), space(metrics.horizontalAdvance(QLatin1Char(' '))) {}

    double width(std::string_view word) {
        constexpr std::size_t mostWords = 50'000;
        if (const auto found = words.find(word); found != words.end()) return found->second;
        if (words.size() >= mostWords) words.clear();
        const double width =
            metrics.horizontalAdvance(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
        words.emplace(word, width);
        return width;
    }
};

} // namespace

Theme::Theme(ThemeKind kind) : m_kind(kind) {}

QColor Theme::color(view::Role role) const {
    if (role == Role::none) return Qt::transparent;
    return toQt(view::colorOf(role, paletteOf(m_kind)));
}

QColor Theme::color(const view::Paint& paint) const {
    if (paint.role == Role::none) return Qt::transparent;
    return toQt(view::colorOf(paint, paletteOf(m_kind)));
}

QColor Theme::onAccent() const {
    return m_kind == ThemeKind::light ? color(Role::paper) : color(Role::ground);
}

QPalette Theme::palette() const {
    const QColor ink = color(Role::ink);
    const QColor paper = color(Role::paper);
    const QColor disabled = color({Role::muted, 55});
    QPalette palette;
    palette.setColor(QPalette::Window, color(Role::ground));
    palette.setColor(QPalette::WindowText, ink);
    palette.setColor(QPalette::Base, paper);
    palette.setColor(QPalette::AlternateBase, color(Role::ground));
    palette.setColor(QPalette::Text, ink);
    palette.setColor(QPalette::Button, paper);
    palette.setColor(QPalette::ButtonText, ink);
    palette.setColor(QPalette::BrightText, color(Role::bad));
    palette.setColor(QPalette::ToolTipBase, ink);
    palette.setColor(QPalette::ToolTipText, paper);
    palette.setColor(QPalette::PlaceholderText, color(Role::muted));
    palette.setColor(QPalette::Highlight, color(Role::accent));
    palette.setColor(QPalette::HighlightedText, onAccent());
    palette.setColor(QPalette::Link, color(Role::accent));
    palette.setColor(QPalette::LinkVisited, color(Role::accent));
    palette.setColor(QPalette::Light, paper);
    palette.setColor(QPalette::Midlight, color(Role::ground));
    palette.setColor(QPalette::Mid, color(Role::line));
    palette.setColor(QPalette::Dark, color({Role::muted, 70}));
    palette.setColor(QPalette::Shadow, color(Role::ink));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Role::ground));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Role::line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, disabled);
    return palette;
}

QColor colorIn(const QPalette& palette, const view::Paint& paint) {
    constexpr int middle = 128;
    const bool isDark = palette.color(QPalette::Base).lightness() < middle;
    return Theme(isDark ? ThemeKind::dark : ThemeKind::light).color(paint);
}

QFont fontFor(const view::TextStyle& style) {
    QFont font(textFamily());
    font.setPixelSize(pixelSize(style));
    font.setWeight(static_cast<QFont::Weight>(style.weight));
    font.setItalic(style.isItalic);
    font.setStrikeOut(style.isStruck);
    // Widths that do not depend on the zoom: what was measured at 100 % fits at every scale and on paper.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

double fontScale(const view::TextStyle& style) {
    return style.size / pixelSize(style);
}

double QtTextMeasure::width(std::string_view text, const view::TextStyle& style) const {
    // Exports measure on other threads; a cache of their own needs no lock.
    using Key = std::tuple<int, int, bool>;
    thread_local std::map<Key, WordWidths> cache;
    const Key key{pixelSize(style), style.weight, style.isItalic};
    auto found = cache.find(key);
    if (found == cache.end()) found = cache.emplace(key, WordWidths(fontFor(style))).first;
    WordWidths& widths = found->second;

    double sum = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        if (space > at) sum += widths.width(text.substr(at, space - at));
        if (space < text.size()) sum += widths.space;
        at = space + 1;
    }
    return sum * fontScale(style);
}

} // namespace flowspine::render
