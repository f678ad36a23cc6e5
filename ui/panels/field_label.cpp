#include "panels/field_label.h"

#include "adapters/plain_text.h"
#include "panels/finding_words.h"
#include "render/icon.h"
#include "render/theme.h"

#include <QPainter>

#include <algorithm>

namespace flowspine::panels {

namespace {

constexpr int markSize = 12;
constexpr int markRoom = markSize + 3;

} // namespace

FieldLabel::FieldLabel(const QString& text, int width, int drop, QWidget* parent) : QLabel(parent), m_drop(drop) {
    setTextFormat(Qt::PlainText);
    setText(text);
    setForegroundRole(QPalette::PlaceholderText);
    setWordWrap(true);
    setFixedWidth(width);
    setContentsMargins(0, m_drop, 0, 0);
}

void FieldLabel::mark(std::optional<analysis::Severity> severity, const QString& said) {
    setToolTip(adapters::plainTip(said));
    if (severity == m_mark) return;
    m_mark = severity;
    const int beside = m_mark && !isMarkBelow() ? markRoom : 0;
    const int below = m_mark && isMarkBelow() ? markRoom : 0;
    setContentsMargins(0, m_drop, beside, below);
    update();
}

bool FieldLabel::isMarkBelow() const {
    const QStringList words = text().split(QLatin1Char(' '));
    return std::any_of(words.begin(), words.end(), [this](const QString& word) {
        return fontMetrics().horizontalAdvance(word) > width() - markRoom;
    });
}

void FieldLabel::paintEvent(QPaintEvent* event) {
    QLabel::paintEvent(event);
    if (!m_mark) return;
    QPainter painter(this);
    render::drawIcon(painter, iconNameOf(*m_mark), render::colorIn(palette(), {roleOf(*m_mark)}),
                     isMarkBelow() ? QRectF(0, height() - markRoom, markSize, markSize)
                                   : QRectF(width() - markSize, m_drop + 2, markSize, markSize));
}

} // namespace flowspine::panels
