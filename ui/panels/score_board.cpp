#include "panels/score_board.h"

#include "panels/finding_rows.h"
#include "panels/finding_words.h"
#include "render/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace flowspine::panels {

namespace {

constexpr int boardWidth = 280;
constexpr int rowHeight = 50;
constexpr int inset = 16;
constexpr int barHeight = 4;

QString points(double weight) {
    return QString::number(weight, 'g', 6);
}

} // namespace

ScoreRow::ScoreRow(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(rowHeight);
    setCursor(Qt::PointingHandCursor);
}

void ScoreRow::show(const analysis::AreaScore& score, std::size_t open, bool isWeakest) {
    m_value = score.value();
    m_label = areaLabel(score.area);
    m_isWeakest = isWeakest;
    const double all = score.passedWeight() + score.failedWeight();
    m_made = !m_value    ? tr("nothing checked yet")
             : open == 0 ? tr("all %1 points").arg(points(all))
             : open == 1 ? tr("%1 of %2 points, 1 finding").arg(points(score.passedWeight()), points(all))
                         : tr("%1 of %2 points, %3 findings").arg(points(score.passedWeight()), points(all)).arg(open);
    const QString explanation = tr("%1: %2").arg(m_label, scoreExplanation(score));
    setToolTip(adapters::plainTip(explanation));
    setAccessibleName(explanation);
    update();
}

void ScoreRow::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        const view::Paint wash = isChecked() ? view::Paint{view::Role::accent, 8} : view::Paint{view::Role::ink, 4};
        painter.fillRect(rect(), render::colorIn(palette(), wash));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    const QColor ink = palette().color(QPalette::Text);
    const QColor muted = palette().color(QPalette::PlaceholderText);
    const bool isBad = m_isWeakest && m_value && *m_value < 100;
    const QRect line(inset, 6, width() - 2 * inset, 20);
    painter.setPen(isChecked() ? palette().color(QPalette::Highlight) : ink);
    painter.setFont(render::fontFor({.size = 13, .weight = 500}));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_label);
    painter.setPen(!m_value ? muted : isBad ? render::colorIn(palette(), {view::Role::bad}) : ink);
    painter.setFont(render::fontFor({.size = 16, .weight = 600}));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                     m_value ? QString::number(qRound(*m_value)) : QStringLiteral("\u2013"));
    const int room = line.width() - 90 - 40;
    const QRectF bar(inset + 90, line.center().y() - barHeight / 2.0 + 1, room, barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(bar, 2, 2);
    if (m_value) {
        const view::Role role = isBad ? view::Role::bad : *m_value >= 100 ? view::Role::good : view::Role::accent;
        painter.setBrush(render::colorIn(palette(), {role}));
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * *m_value / 100, bar.height()), 2, 2);
    }
    painter.setPen(muted);
    painter.setFont(render::fontFor({.size = 11, .weight = 400}));
    painter.drawText(line.translated(0, 19), Qt::AlignLeft | Qt::AlignVCenter,
                     isBad ? tr("%1, the weakest").arg(m_made) : m_made);
}

void ScoreRow::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void ScoreRow::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

ScoreBoard::ScoreBoard(QWidget* parent) : adapters::Surface(QPalette::Base, Qt::RightEdge, parent) {
    setFixedWidth(boardWidth);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 1, 4);
    layout->setSpacing(0);
    for (ScoreRow*& row : m_rows) {
        row = new ScoreRow(this);
        layout->addWidget(row);
        connect(row, &QAbstractButton::clicked, this, [this, clicked = row](bool isOn) {
            for (ScoreRow* other : m_rows) other->setChecked(isOn && other == clicked);
            emit chosenChanged();
        });
    }
    layout->addStretch(1);
}

void ScoreBoard::show(const analysis::Scores& scores, const std::array<std::size_t, 4>& open) {
    const analysis::AreaScore* const weakest = scores.weakest();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->show(scores.areas[i], open[i], weakest == &scores.areas[i]);
}

std::optional<analysis::Area> ScoreBoard::chosen() const {
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->isChecked()) return static_cast<analysis::Area>(i);
    return std::nullopt;
}

void ScoreBoard::choose(std::optional<analysis::Area> area) {
    for (std::size_t i = 0; i < m_rows.size(); ++i) m_rows[i]->setChecked(area && static_cast<std::size_t>(*area) == i);
    emit chosenChanged();
}

} // namespace flowspine::panels
