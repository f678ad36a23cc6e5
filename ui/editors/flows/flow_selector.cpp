#include "editors/flows/flow_selector.h"

#include "adapters/plain_text.h"
#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace flowspine::editors {

namespace {

constexpr int selectorWidth = 208;
constexpr int inset = 10;
constexpr int arrowSize = 16;
const view::TextStyle nameStyle{13, 600};
const view::TextStyle placeStyle{11, 400};

} // namespace

FlowSelector::FlowSelector(QWidget* parent) : QToolButton(parent) {
    render::setLook(*this, render::Look::framed);
    setFixedWidth(selectorWidth);
    setFocusPolicy(Qt::TabFocus);
}

void FlowSelector::setFlow(const QString& name, int place, int count) {
    m_name = adapters::oneLine(name);
    m_place = count > 1 ? tr("%1 of %2").arg(place).arg(count) : QString();
    setToolTip(adapters::plainTip(m_name));
    setAccessibleName(tr("Flow: %1").arg(m_name));
    update();
}

void FlowSelector::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionToolButton frame;
    initStyleOption(&frame);
    frame.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, frame);
    QRect room = rect().adjusted(inset, 0, -inset, 0);
    const QRect arrow(room.right() - arrowSize + 1, room.center().y() - arrowSize / 2 + 1, arrowSize, arrowSize);
    render::icon(QStringLiteral("chevron-down")).paint(&painter, arrow);
    room.setRight(arrow.left() - 6);
    painter.setFont(render::fontFor(placeStyle));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, m_place);
    if (!m_place.isEmpty()) room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(m_place) - 8);
    painter.setFont(render::fontFor(nameStyle));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, room.width()));
}

} // namespace flowspine::editors
