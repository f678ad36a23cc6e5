// Text between the plan (UTF-8) and Qt (UTF-16), and the only ways by which it may reach widgets that would take it for
// markup: a plan's text is never read as rich text.
#pragma once

#include <QLabel>
#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace flowspine::adapters {

[[nodiscard]] QString toQt(std::string_view utf8);
// A lone surrogate becomes U+FFFD; NUL characters are dropped, since no project file may hold one.
[[nodiscard]] std::string fromQt(const QString& text);

// Line breaks and tabs become spaces, ends are trimmed: what a title may hold.
[[nodiscard]] QString oneLine(const QString& text);
// The lines of a pasted list that hold something, trimmed and without a leading bullet ("- ", "* ", "• ").
[[nodiscard]] QStringList pastedLines(const QString& text);

// For setToolTip: Qt reads tooltips as rich text when they look like it, so this escapes. Long text is cut.
[[nodiscard]] QString plainTip(const QString& text);
// A label that shows `text` as it is.
[[nodiscard]] QLabel* plainLabel(const QString& text, QWidget* parent);

} // namespace flowspine::adapters
