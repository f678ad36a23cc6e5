#include "app/dock_bar.h"

#include "adapters/surface.h"
#include "render/icon.h"
#include "render/look.h"

#include <QMouseEvent>
#include <QVBoxLayout>

#include <utility>

namespace flowspine::app {

namespace {

constexpr int barHeight = 28;
constexpr int startHeight = 244;
constexpr int leastHeight = 120;
constexpr int leftForEditors = 240;

} // namespace

DockBar::DockBar(QWidget* parent)
    : QWidget(parent), m_bar(new adapters::Surface(QPalette::Base, Qt::TopEdge, this)),
      m_panels(new QStackedWidget(this)), m_fold(new QToolButton(this)) {
    m_bar->setFixedHeight(barHeight);
    m_bar->installEventFilter(this);
    m_tabs.setExclusive(false);
    render::setLook(*m_fold, render::Look::tab);
    m_fold->setIcon(render::icon(QStringLiteral("chevron-up")));
    m_fold->setIconSize({16, 16});
    m_fold->setAccessibleName(tr("Unfold the panels"));
    m_fold->setToolTip(tr("Unfold or fold the panels"));
    connect(m_fold, &QToolButton::clicked, this, [this] { showPanel(m_shown < 0 ? 0 : -1); });
    m_row = new QHBoxLayout(m_bar);
    m_row->setContentsMargins(8, 1, 8, 0);
    m_row->setSpacing(4);
    m_row->addStretch(1);
    m_row->addWidget(m_fold);
    m_panels->setFixedHeight(startHeight);
    // Shows as the line between bar and panel.
    setBackgroundRole(QPalette::Mid);
    setAutoFillBackground(true);
    m_panels->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(m_bar);
    layout->addWidget(m_panels);
}

void DockBar::addPanel(MakePanel make, const QString& title, const QString& iconName) {
    const int index = panelCount();
    m_entries.push_back({std::move(make)});
    auto* const tab = new QToolButton(this);
    render::setLook(*tab, render::Look::tab);
    tab->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tab->setText(title);
    tab->setIcon(render::icon(iconName));
    tab->setIconSize({16, 16});
    tab->setCheckable(true);
    m_tabs.addButton(tab, index);
    m_row->insertWidget(index, tab);
    connect(tab, &QToolButton::clicked, this, [this, index] { showPanel(m_shown == index ? -1 : index); });
}

QWidget& DockBar::panel(int index) {
    Panel& panel = m_entries[static_cast<std::size_t>(index)];
    if (panel.widget == nullptr) {
        panel.widget = panel.make(m_panels);
        m_panels->addWidget(panel.widget);
    }
    return *panel.widget;
}

void DockBar::setTitle(int index, const QString& title) {
    if (QAbstractButton* const tab = m_tabs.button(index); tab != nullptr && tab->text() != title) tab->setText(title);
}

QString DockBar::title(int index) const {
    return m_tabs.button(index)->text();
}

void DockBar::setPanelHeight(int height) {
    const int room = window()->height() - leftForEditors;
    m_panels->setFixedHeight(std::max(leastHeight, std::min(height, room)));
}

bool DockBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_bar || m_shown < 0) return QWidget::eventFilter(watched, event);
    const auto y = [event] { return static_cast<QMouseEvent*>(event)->globalPosition().y(); };
    switch (event->type()) {
    case QEvent::MouseButtonPress: m_drag = Drag{y(), m_panels->height()}; return true;
    case QEvent::MouseMove:
        if (m_drag) setPanelHeight(m_drag->height + static_cast<int>(m_drag->fromY - y()));
        return m_drag.has_value();
    case QEvent::MouseButtonRelease: m_drag.reset(); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

void DockBar::showPanel(int index) {
    if (index >= panelCount()) index = -1;
    if (index == m_shown && m_panels->isVisibleTo(this) == (index >= 0)) return;
    m_shown = index;
    if (m_shown >= 0) m_panels->setCurrentWidget(&panel(m_shown));
    m_panels->setVisible(m_shown >= 0);
    m_bar->setCursor(m_shown >= 0 ? Qt::SizeVerCursor : Qt::ArrowCursor);
    for (QObject* child : m_bar->children())
        if (auto* const widget = qobject_cast<QWidget*>(child)) widget->setCursor(Qt::ArrowCursor);
    for (QAbstractButton* tab : m_tabs.buttons()) tab->setChecked(m_tabs.id(tab) == m_shown);
    m_fold->setIcon(render::icon(m_shown < 0 ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    emit shown(m_shown);
}

} // namespace flowspine::app
