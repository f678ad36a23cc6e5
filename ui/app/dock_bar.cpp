#include "app/dock_bar.h"

#include "adapters/surface.h"
#include "render/icon.h"
#include "render/look.h"

#include <QVBoxLayout>

namespace flowspine::app {

namespace {

constexpr int barHeight = 28;
constexpr int panelHeight = 200;

} // namespace

DockBar::DockBar(QWidget* parent) : QWidget(parent), m_panels(new QStackedWidget(this)), m_fold(new QToolButton(this)) {
    auto* const bar = new adapters::Surface(QPalette::Base, Qt::TopEdge, this);
    bar->setFixedHeight(barHeight);
    m_tabs.setExclusive(false);
    render::setLook(*m_fold, render::Look::tab);
    m_fold->setIcon(render::icon(QStringLiteral("chevron-up")));
    m_fold->setIconSize({16, 16});
    m_fold->setAccessibleName(tr("Unfold the panels"));
    m_fold->setToolTip(tr("Unfold or fold the panels"));
    connect(m_fold, &QToolButton::clicked, this, [this] { showPanel(m_shown < 0 ? 0 : -1); });
    m_row = new QHBoxLayout(bar);
    m_row->setContentsMargins(8, 1, 8, 0);
    m_row->setSpacing(4);
    m_row->addStretch(1);
    m_row->addWidget(m_fold);
    m_panels->setFixedHeight(panelHeight - 1);
    // Shows as the line between bar and panel.
    setBackgroundRole(QPalette::Mid);
    setAutoFillBackground(true);
    m_panels->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    layout->addWidget(bar);
    layout->addWidget(m_panels);
}

void DockBar::addPanel(QWidget* panel, const QString& title, const QString& iconName) {
    const int index = m_panels->addWidget(panel);
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

void DockBar::showPanel(int index) {
    if (index >= m_panels->count()) index = -1;
    if (index == m_shown && m_panels->isVisibleTo(this) == (index >= 0)) return;
    m_shown = index;
    if (m_shown >= 0) m_panels->setCurrentIndex(m_shown);
    m_panels->setVisible(m_shown >= 0);
    for (QAbstractButton* tab : m_tabs.buttons()) tab->setChecked(m_tabs.id(tab) == m_shown);
    m_fold->setIcon(render::icon(m_shown < 0 ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
    emit shown(m_shown);
}

} // namespace flowspine::app
