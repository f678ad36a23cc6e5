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
    m_findings = new panels::FindingsPanel(*m_session, *m_health, m_dock);
    m_dock->addPanel(m_findings, tr("Findings"), QStringLiteral("findings"));
    auto* const history = new QUndoView(&m_session->undoStack(), m_dock);
    history->setFrameShape(QFrame::NoFrame);
    history->setEmptyLabel(tr("The plan as it was opened"));
    history->setAccessibleName(tr("History"));
    m_dock->addPanel(history, tr("History"), QStringLiteral("history"));
    m_impact = new panels::ImpactPanel(*m_session, m_dock);
    m_dock->addPanel(m_impact, tr("Impact"), QStringLiteral("link"));
}

void MainWindow::connectDock() {
    const auto unfolds = [this](QAction* action, Panel panel) {
        connect(action, &QAction::triggered, this, [this, panel](bool isOn) { m_dock->showPanel(isOn ? panel : -1); });
        connect(m_dock, &DockBar::shown, action, [action, panel](int index) { action->setChecked(index == panel); });
    };
    unfolds(m_views->findingsAction, findingsPanel);
    unfolds(m_views->historyAction, historyPanel);
    unfolds(m_views->impactAction, impactPanel);
    connect(m_impact, &panels::ImpactPanel::goTo, this, &MainWindow::goTo);
    connect(m_findings, &panels::FindingsPanel::showAsked, this, &MainWindow::showFinding);
    connect(m_findings, &panels::FindingsPanel::reportAsked, m_exports->viewAction(QStringLiteral("health")),
            &QAction::trigger);
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
    const std::vector<panels::FindingRow>& rows = m_findings->rows();
    const int count = static_cast<int>(rows.size());
    int at = m_findings->list().currentIndex().row();
    if (at < 0 && by < 0) at = 0;
    for (int i = 0; i < count; ++i) {
        at = (at + by + count) % count;
        const std::optional<Finding>& finding = rows[static_cast<std::size_t>(at)].finding;
        if (!finding || finding->isWaived()) continue;
        const Finding shown = *finding;
        m_findings->list().setCurrentIndex(m_findings->list().model()->index(at, 0));
        showFinding(shown);
        return;
    }
}

} // namespace flowspine::app
