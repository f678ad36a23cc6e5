// Colours and type behind the roles of a Picture: light, dark, and print (light on white, for exports).
#pragma once

#include "view/picture.h"
#include "view/text_measure.h"

#include <QColor>
#include <QFont>
#include <QPalette>

namespace flowspine::render {

enum class ThemeKind { light, dark };

class Theme {
  public:
    explicit Theme(ThemeKind kind);

    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    [[nodiscard]] QColor color(view::Role role) const;
    [[nodiscard]] QColor color(const view::Paint& paint) const;
    // Text on the plain accent colour.
    [[nodiscard]] QColor onAccent() const;
    // For the widgets around the pictures.
    [[nodiscard]] QPalette palette() const;

  private:
    ThemeKind m_kind;
};

// The colour of a role beside widgets that have this palette, which is that of one of the themes.
[[nodiscard]] QColor colorIn(const QPalette& palette, const view::Paint& paint);

// Inter where it is installed, else the system's sans serif. Size in whole px, the nearest to the style's. Qt 6.4
// cannot ask a font for tabular figures, so Inter's proportional ones are drawn.
[[nodiscard]] QFont fontFor(const view::TextStyle& style);
// What is left to scale a text by when its size is no whole number of px (paper projections).
[[nodiscard]] double fontScale(const view::TextStyle& style);

// Qt's metrics for projections; caches widths of single words.
class QtTextMeasure final : public view::TextMeasure {
  public:
    [[nodiscard]] double width(std::string_view text, const view::TextStyle& style) const override;
};

} // namespace flowspine::render
