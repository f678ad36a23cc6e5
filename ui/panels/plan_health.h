// The health of the open plan, kept up to date beside the work: evaluated on another thread after each change, so that
// no frame waits for it, and told by one signal. Also makes what people decide about findings into undo steps.
#pragma once

#include "analysis/evaluation.h"
#include "edit/health_edit.h"
#include "session/document_session.h"

#include <QFutureWatcher>
#include <QTimer>

#include <array>
#include <memory>
#include <unordered_map>

namespace flowspine::panels {

// What an entity and all it owns have open.
struct OpenFindings {
    std::size_t count = 0;
    analysis::Severity worst = analysis::Severity::info;
    void add(analysis::Severity severity);
};

class PlanHealth final : public QObject {
    Q_OBJECT

  public:
    explicit PlanHealth(session::DocumentSession& session, QObject* parent = nullptr);
    ~PlanHealth() override;

    // nullptr before the first one; of a plan that may have changed a moment ago.
    [[nodiscard]] const analysis::Evaluation* evaluation() const { return m_evaluation.get(); }
    // Evaluates at once what is still to be evaluated.
    void settle();

    // Without those that are accepted.
    [[nodiscard]] const OpenFindings& openIn(analysis::Area area) const {
        return m_byArea[static_cast<std::size_t>(area)];
    }
    [[nodiscard]] std::size_t openCount() const;
    [[nodiscard]] const std::unordered_map<model::AnyId, OpenFindings>& openByEntity() const { return m_byEntity; }

    // ---- Each one undo step; false when it was refused, which the session tells the window ----
    // Makes the rule's change number `which`; mended() names what it added, or what it was about.
    bool mend(const analysis::Finding& finding, std::size_t which = 0);
    bool accept(const analysis::Finding& finding, const edit::Exception& exception);
    bool endException(const analysis::Finding& finding);
    bool judge(std::string_view ruleId, model::RuleSeverity severity, std::optional<double> threshold);

  signals:
    // evaluation() is another one.
    void changed();
    void mended(const flowspine::model::AnyId& id);

  private:
    using Shared = std::shared_ptr<const analysis::Evaluation>;

    void schedule();
    void begin();
    void take(Shared evaluation);
    [[nodiscard]] bool isCurrent() const;

    session::DocumentSession& m_session;
    Shared m_evaluation;
    QTimer m_delay;
    QFutureWatcher<Shared> m_watcher;
    std::array<OpenFindings, 4> m_byArea;
    std::unordered_map<model::AnyId, OpenFindings> m_byEntity;
};

} // namespace flowspine::panels
