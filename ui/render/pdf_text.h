// Text in a PDF that reads back as what was written. Qt maps a glyph to the character that it stands for by itself, so
// glyphs that a font puts in the place of several letters, or of a sign between capitals or figures, are lost to search
// and to copying.
#pragma once

#include <QPainter>
#include <QString>

namespace flowspine::render {

// Draws with the painter's font from `at` on the baseline, in pieces that the font has no reason to change.
void drawPdfText(QPainter& painter, const QPointF& at, const QString& text);

// Where `text` has to be cut; each place is the start of a piece, the first (0) left out.
[[nodiscard]] QList<qsizetype> pdfTextCuts(const QString& text);

} // namespace flowspine::render
