#include "render/pdf_text.h"

#include <QFontMetricsF>
#include <QRawFont>

namespace flowspine::render {

namespace {

constexpr char16_t joiner = 0x200C; // zero-width non-joiner

// Signs that Inter and other fonts raise between capitals and figures.
bool isRaised(QChar c) {
    return QStringView(u"=+:×*→<>-–()[]{}@~≤≥←↔−÷·|/\\•").contains(c);
}

bool raisesNeighbours(QChar c) {
    return c.isUpper() || c.isDigit() || isRaised(c);
}

// A font without the joiner (Inter) has no ligatures of f either, and must not borrow it from another font.
bool hasJoiner(const QFont& font) {
    thread_local QString family;
    thread_local bool has = false;
    if (font.family() != family) {
        family = font.family();
        has = QRawFont::fromFont(font).supportsCharacter(QChar(joiner));
    }
    return has;
}

QString withoutLigatures(QString text) {
    for (const char16_t second : {u'f', u'i', u'l'})
        text.replace(QStringLiteral("f") + QChar(second), QStringLiteral("f") + QChar(joiner) + QChar(second));
    return text;
}

} // namespace

QList<qsizetype> pdfTextCuts(const QString& text) {
    QList<qsizetype> cuts;
    const auto near = [&](qsizetype from, qsizetype step) {
        qsizetype at = from + step;
        while (at >= 0 && at < text.size() && text[at] == QLatin1Char(' ')) at += step;
        return at >= 0 && at < text.size() && raisesNeighbours(text[at]);
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isRaised(text[i]) || (!near(i, -1) && !near(i, 1))) continue;
        if (i > 0 && (cuts.isEmpty() || cuts.last() != i)) cuts.append(i);
        if (i + 1 < text.size()) cuts.append(i + 1);
    }
    return cuts;
}

void drawPdfText(QPainter& painter, const QPointF& at, const QString& text) {
    const bool mayJoin = text.contains(QLatin1Char('f')) && hasJoiner(painter.font());
    QList<qsizetype> cuts = pdfTextCuts(text);
    if (cuts.isEmpty()) {
        painter.drawText(at, mayJoin ? withoutLigatures(text) : text);
        return;
    }
    cuts.append(text.size());
    const QFontMetricsF metrics(painter.font());
    QPointF pen = at;
    qsizetype from = 0;
    for (const qsizetype to : cuts) {
        const QString piece = text.mid(from, to - from);
        painter.drawText(pen, mayJoin ? withoutLigatures(piece) : piece);
        pen.rx() += metrics.horizontalAdvance(piece);
        from = to;
    }
}

} // namespace flowspine::render
