// The findings about what is selected, in the inspector: each with its suggestion, its fix and a way to accept it.
#pragma once

#include "panels/exception_form.h"
#include "panels/plan_health.h"
#include "panels/section.h"

namespace flowspine::panels {

class FindingSection final : public QWidget {
    Q_OBJECT

  public:
    FindingSection(session::DocumentSession& session, PlanHealth& health, QWidget* parent);

    void setTargets(const std::vector<model::AnyId>& ids);
    // What is shown now, in its order.
    [[nodiscard]] const std::vector<analysis::Finding>& findings() const { return m_shown; }

    // As narrow as the inspector.
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, QWidget::minimumSizeHint().height()}; }

  signals:
    void goTo(const flowspine::model::AnyId& id);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    void rebuild();
    [[nodiscard]] QWidget* makeLine(const analysis::Finding& finding);

    session::DocumentSession& m_session;
    PlanHealth& m_health;
    Section* m_section;
    std::vector<model::AnyId> m_targets;
    std::vector<analysis::Finding> m_shown;
    QStringList m_fixes; // the words of the buttons that stand there
};

} // namespace flowspine::panels
