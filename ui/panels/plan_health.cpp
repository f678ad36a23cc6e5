#include "panels/plan_health.h"

#include "edit/suggested_change_edit.h"
#include "panels/finding_words.h"

#include <QtConcurrent>

namespace flowspine::panels {

using analysis::Evaluation;
using analysis::Finding;
using model::AnyId;
using model::Model;

namespace {

// Changes that follow each other faster, as in a drag, are evaluated together.
constexpr int delayMilliseconds = 60;

std::shared_ptr<const Evaluation> evaluated(const std::shared_ptr<const Evaluation>& before, const Model& model,
                                            base::Date today) {
    const bool canFollow = before != nullptr && before->today() == today;
    return std::make_shared<const Evaluation>(canFollow ? before->followed(model) : Evaluation::of(model, today));
}

} // namespace

void OpenFindings::add(analysis::Severity severity) {
    ++count;
    if (static_cast<int>(severity) < static_cast<int>(worst)) worst = severity;
}

PlanHealth::PlanHealth(session::DocumentSession& session, QObject* parent) : QObject(parent), m_session(session) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &PlanHealth::begin);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.future().resultCount() > 0) take(m_watcher.result());
    });
    connect(&m_session, &session::DocumentSession::changed, this, &PlanHealth::schedule);
    connect(&m_session, &session::DocumentSession::reset, this, &PlanHealth::schedule);
}

PlanHealth::~PlanHealth() {
    m_watcher.disconnect();
    m_watcher.waitForFinished();
}

bool PlanHealth::isCurrent() const {
    return m_evaluation != nullptr && m_evaluation->model().isSameAs(m_session.live()) &&
           m_evaluation->today() == m_session.today();
}

void PlanHealth::schedule() {
    if (!m_delay.isActive()) m_delay.start();
}

void PlanHealth::begin() {
    if (isCurrent() || !m_session.live().isValid()) return;
    if (m_watcher.isRunning()) return schedule();
    m_watcher.setFuture(QtConcurrent::run(evaluated, m_evaluation, m_session.live(), m_session.today()));
}

void PlanHealth::settle() {
    m_delay.stop();
    if (!isCurrent() && m_session.live().isValid()) take(evaluated(m_evaluation, m_session.live(), m_session.today()));
}

void PlanHealth::take(Shared evaluation) {
    m_evaluation = std::move(evaluation);
    m_byArea = {};
    m_byEntity.clear();
    for (const Finding& finding : m_evaluation->findings()) {
        if (finding.isWaived()) continue;
        m_byArea[static_cast<std::size_t>(finding.area)].add(finding.severity);
        for (AnyId at = finding.entity; at && model::kindOf(at) != model::Kind::plan;
             at = m_session.index().ownerOf(at))
            m_byEntity[at].add(finding.severity);
    }
    emit changed();
    if (!isCurrent()) schedule();
}

std::size_t PlanHealth::openCount() const {
    std::size_t sum = 0;
    for (const OpenFindings& area : m_byArea) sum += area.count;
    return sum;
}

bool PlanHealth::mend(const Finding& finding, std::size_t which) {
    m_session.settleGesture();
    settle();
    const std::vector<model::SuggestedChange> fixes = m_evaluation->fixes(finding);
    if (which >= fixes.size()) return false;
    AnyId shown = finding.entity;
    const auto edit = [&](const Model& model) -> base::Result<Model> {
        base::Result<edit::ChangeMade> made = edit::make(model, fixes[which], m_session.ids());
        if (!made) return made.error();
        if (!made->added.empty()) shown = made->added.front();
        return std::move(made).value().model;
    };
    if (!m_session.commit(textOf(fixes[which].label), edit)) return false;
    settle();
    emit mended(shown);
    return true;
}

bool PlanHealth::accept(const Finding& finding, const edit::Exception& exception) {
    const auto edit = [&](const Model& model) -> base::Result<Model> {
        base::Result<edit::Added> added =
            edit::waive(model, finding.ruleId, finding.entity, exception, m_session.ids());
        if (!added) return added.error();
        return std::move(added).value().model;
    };
    return m_session.commit(tr("Accept “%1”").arg(textOf(finding.sentence)), edit).hasValue();
}

bool PlanHealth::endException(const Finding& finding) {
    return m_session
        .commit(tr("End the exception from %1").arg(adapters::toQt(finding.ruleId)),
                [&](const Model& model) { return edit::remove(model, {finding.waiver}); })
        .hasValue();
}

bool PlanHealth::judge(std::string_view ruleId, model::RuleSeverity severity, std::optional<double> threshold) {
    return m_session
        .commit(
            tr("Judge by rule %1").arg(adapters::toQt(ruleId)),
            [&](const Model& model) { return edit::judgeRule(model, ruleId, severity, threshold, m_session.ids()); })
        .hasValue();
}

} // namespace flowspine::panels
