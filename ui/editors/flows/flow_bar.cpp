#include "editors/flows/flow_bar.h"

#include "adapters/plain_text.h"
#include "editors/flows/flow_selector.h"
#include "editors/flows/variant_tabs.h"
#include "render/icon.h"
#include "render/look.h"

#include <QHBoxLayout>

namespace flowspine::editors {

namespace {

constexpr int barHeight = 56;
constexpr render::Look looks[] = {render::Look::segmentFirst, render::Look::segment, render::Look::segmentLast};

} // namespace

FlowBar::FlowBar(VariantTabs* tabs, QWidget* parent)
    : QWidget(parent), m_tabs(tabs), m_selector(new FlowSelector(this)) {
    setFixedHeight(barHeight);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 12, 0);
    layout->setSpacing(8);
    m_selector->hide();
    layout->addWidget(m_selector);
    layout->addWidget(m_tabs, 0, Qt::AlignBottom);
    auto* more = new QToolButton(this);
    render::setLook(*more, render::Look::symbol);
    more->setIcon(render::icon(QStringLiteral("add")));
    more->setToolTip(tr("Duplicate the shown variant as a to-be"));
    more->setAccessibleName(more->toolTip());
    connect(more, &QToolButton::clicked, this, &FlowBar::duplicateAsked);
    layout->addWidget(more);
    layout->addStretch(1);

    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    const QString icons[] = {QStringLiteral("flow"), QStringLiteral("both"), QStringLiteral("table")};
    const QString words[] = {tr("Canvas"), tr("Both"), tr("Table")};
    const QString tips[] = {tr("Only the canvas"), tr("Canvas and table (T)"), tr("Only the table (T)")};
    for (int i = 0; i < 3; ++i) {
        m_views[i] = button(icons[i], words[i], tips[i]);
        render::setLook(*m_views[i], looks[i]);
        m_views[i]->setCheckable(true);
        m_views[i]->setAutoExclusive(true);
        segments->addWidget(m_views[i]);
        connect(m_views[i], &QToolButton::clicked, this, [this, i] { setShown(static_cast<Show>(i)); });
    }
    m_views[0]->setChecked(true);
    layout->addLayout(segments);
    m_handoffMap = button(QStringLiteral("handoff-map"), tr("Handoff map"), tr("Which teams hand over to which (H)"));
    m_compare = button(QStringLiteral("compare"), tr("Compare"), tr("Compare with the current variant (C)"));
    for (QToolButton* each : {m_handoffMap, m_compare}) {
        render::setLook(*each, render::Look::tab);
        each->setCheckable(true);
        layout->addWidget(each);
    }
    auto* fit = button(QStringLiteral("fit"), {}, tr("Fit the flow into the view (Ctrl+0)"));
    render::setLook(*fit, render::Look::symbol);
    fit->setAccessibleName(fit->toolTip());
    connect(fit, &QToolButton::clicked, this, &FlowBar::fitAsked);
    layout->addWidget(fit);
}

QToolButton* FlowBar::button(const QString& icon, const QString& words, const QString& tip) {
    auto* made = new QToolButton(this);
    made->setIcon(render::icon(icon));
    made->setText(words);
    made->setToolTip(adapters::plainTip(tip));
    made->setToolButtonStyle(words.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void FlowBar::setShown(Show what) {
    m_views[static_cast<int>(what)]->setChecked(true);
    if (std::exchange(m_shown, what) != what) emit shownChanged(what);
}

void FlowBar::setNarrow(bool isNarrow) {
    for (QToolButton* each : {m_handoffMap, m_compare})
        each->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

} // namespace flowspine::editors
