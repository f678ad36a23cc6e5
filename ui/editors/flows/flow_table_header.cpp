#include "editors/flows/flow_table_header.h"

#include <QPainter>
#include <QStyleOptionHeader>

namespace flowspine::editors {

namespace {

constexpr int oneLine = 24;
constexpr int twoLines = 36;
constexpr int inset = 8;
const view::TextStyle nameStyle{11, 600};
const view::TextStyle pastedStyle{11, 400};

} // namespace

FlowTableHeader::FlowTableHeader(const render::Theme& theme, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(&theme) {
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setStretchLastSection(true);
    setHighlightSections(false);
}

void FlowTableHeader::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    viewport()->update();
}

void FlowTableHeader::setPasted(QStringList headings) {
    if (headings == m_pasted) return;
    m_pasted = std::move(headings);
    setSectionsClickable(!m_pasted.isEmpty());
    updateGeometry();
    emit geometriesChanged();
    viewport()->update();
}

QSize FlowTableHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), m_pasted.isEmpty() ? oneLine : twoLines};
}

void FlowTableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    QStyleOptionHeader ground;
    initStyleOption(&ground);
    ground.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &ground, painter, this);
    const bool isPasted = !m_pasted.isEmpty();
    const Qt::Alignment align =
        Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QRect room = rect.adjusted(inset, isPasted ? 3 : 0, -inset, isPasted ? -4 : -1);
    const int flags = static_cast<int>(align & Qt::AlignHorizontal_Mask);
    painter->setFont(render::fontFor(nameStyle));
    painter->setPen(m_theme->color(isPasted ? view::Role::ink : view::Role::muted));
    painter->drawText(room, flags | (isPasted ? Qt::AlignTop : Qt::AlignVCenter),
                      model()->headerData(section, Qt::Horizontal).toString());
    if (!isPasted || section >= m_pasted.size()) return;
    const bool isTaken = !m_pasted[section].isEmpty();
    painter->setFont(render::fontFor(pastedStyle));
    painter->setPen(m_theme->color(isTaken ? view::Role::accent : view::Role::muted));
    const QString words = isTaken ? tr("“%1”").arg(m_pasted[section]) : tr("choose");
    painter->drawText(room, flags | Qt::AlignBottom,
                      painter->fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
}

} // namespace flowspine::editors
