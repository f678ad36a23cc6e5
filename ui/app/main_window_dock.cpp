// The panels under the editors, and how the window shows what the findings are about.
#include "app/main_window.h"

#include <QUndoView>

namespace flowspine::app {

using analysis::Finding;
using model::AnyId;
using model::Kind;

namespace {

enum Panel : std::uint8_t { findingsPanel, historyPanel, impactPanel };

} // namespace

void MainWindow::makeDock() {
    // In the order of Panel.
    const auto makeFindings = [this](QWidget* parent) {
        auto* const findings = new panels::FindingsPanel(*m_session, *m_health, parent);
        connect(findings, &panels::FindingsPanel::showAsked, this, &MainWindow::showFinding);
        connect(findings, &panels::FindingsPanel::reportAsked, m_exports->viewAction(QStringLiteral("health")),
                &QAction::trigger);
        return findings;
    };
    const auto makeHistory = [this](QWidget* parent) {
        auto* const history = new QUndoView(&m_session->undoStack(), parent);
        history->setFrameShape(QFrame::NoFrame);
        history->setEmptyLabel(tr("The plan as it was opened"));
        history->setAccessibleName(tr("History"));
        return history;
    };
    const auto makeImpact = [this](QWidget* parent) {
        auto* const impact = new panels::ImpactPanel(*m_session, parent);
        connect(impact, &panels::ImpactPanel::goTo, this, &MainWindow::goTo);
        return impact;
    };
    m_dock->addPanel(makeFindings, tr("Findings"), QStringLiteral("findings"));
    m_dock->addPanel(makeHistory, tr("History"), QStringLiteral("history"));
    m_dock->addPanel(makeImpact, tr("Impact"), QStringLiteral("link"));
}

panels::FindingsPanel& MainWindow::findings() {
    return static_cast<panels::FindingsPanel&>(m_dock->panel(findingsPanel));
}

panels::ImpactPanel& MainWindow::impact() {
    return static_cast<panels::ImpactPanel&>(m_dock->panel(impactPanel));
}

void MainWindow::connectDock() {
    const auto unfolds = [this](QAction* action, Panel panel) {
        connect(action, &QAction::triggered, this, [this, panel](bool isOn) { m_dock->showPanel(isOn ? panel : -1); });
        connect(m_dock, &DockBar::shown, action, [action, panel](int index) { action->setChecked(index == panel); });
    };
    unfolds(m_views->findingsAction, findingsPanel);
    unfolds(m_views->historyAction, historyPanel);
    unfolds(m_views->impactAction, impactPanel);
    connect(m_health, &panels::PlanHealth::mended, this, &MainWindow::goTo);
}

void MainWindow::showFinding(const Finding& finding) {
    if (!m_session->live().contains(finding.entity)) return;
    // What the plan as a whole lacks is missing in the editor of its area.
    if (model::kindOf(finding.entity) == Kind::plan) showEditor(HealthDisplay::editorOf(finding.area));
    goTo(finding.entity);
    if (!finding.field.empty()) m_inspector->revealField(finding.field);
}

void MainWindow::showFindingsOf(const AnyId& id) {
    m_session->select(id);
    m_views->inspectorAction->setChecked(true);
    m_inspector->revealFindings();
}

// Through the open findings, as the list has them.
void MainWindow::walkFindings(int by) {
    if (!hasPlan()) return;
    m_dock->showPanel(findingsPanel);
    m_health->settle();
    QAbstractItemView& list = findings().list();
    const std::vector<panels::FindingRow>& rows = findings().rows();
    const int count = static_cast<int>(rows.size());
    int at = list.currentIndex().row();
    if (at < 0 && by < 0) at = 0;
    for (int i = 0; i < count; ++i) {
        at = (at + by + count) % count;
        const std::optional<Finding>& finding = rows[static_cast<std::size_t>(at)].finding;
        if (!finding || finding->isWaived()) continue;
        const Finding shown = *finding;
        list.setCurrentIndex(list.model()->index(at, 0));
        showFinding(shown);
        return;
    }
}

} // namespace flowspine::app
