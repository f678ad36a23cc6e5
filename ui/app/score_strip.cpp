#include "app/score_strip.h"

#include "adapters/plain_text.h"
#include "panels/finding_words.h"
#include "render/theme.h"

#include <QPainter>

namespace flowspine::app {

namespace {

constexpr int betweenWords = 4;
constexpr int betweenParts = 12;

QFont labelFont() {
    return render::fontFor({.size = 11, .weight = 400});
}

QFont valueFont() {
    return render::fontFor({.size = 11, .weight = 600});
}

} // namespace

ScoreStrip::ScoreStrip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    hide();
}

void ScoreStrip::show(const analysis::Scores& scores) {
    m_parts.clear();
    QStringList words;
    const analysis::AreaScore* const weakest = scores.weakest();
    for (const analysis::AreaScore& area : scores.areas) {
        const std::optional<double> value = area.value();
        if (!value) continue;
        const QString label = panels::areaLabel(area.area);
        m_parts.push_back({label, QString::number(qRound(*value)), &area == weakest && *value < 100});
        words += tr("%1 %2").arg(label, m_parts.back().value);
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(adapters::plainTip(tr("How healthy each part is, of 100; the findings say why")));
    setVisible(hasScores());
    updateGeometry();
    update();
}

QSize ScoreStrip::sizeHint() const {
    const QFontMetrics labels(labelFont());
    const QFontMetrics values(valueFont());
    int width = 0;
    for (const Part& part : m_parts)
        width +=
            labels.horizontalAdvance(part.label) + betweenWords + values.horizontalAdvance(part.value) + betweenParts;
    return {width, labels.height()};
}

void ScoreStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    int x = 0;
    const auto draw = [&](const QString& words, const QFont& font, const QColor& color, int gap) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        x += QFontMetrics(font).horizontalAdvance(words) + gap;
    };
    for (const Part& part : m_parts) {
        draw(part.label, labelFont(), palette().color(QPalette::PlaceholderText), betweenWords);
        draw(part.value, valueFont(),
             part.isWeakest ? palette().color(QPalette::BrightText) : palette().color(QPalette::WindowText),
             betweenParts);
    }
}

} // namespace flowspine::app
