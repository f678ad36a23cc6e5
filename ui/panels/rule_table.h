// The rules as this plan judges them: each can be off, weigh more or less, or have another threshold here.
#pragma once

#include "adapters/row_model.h"
#include "panels/plan_health.h"

#include <QTableView>

namespace flowspine::panels {

struct RuleRow {
    base::AnyId id; // the rule's
    QString condition;
    QString why;
    analysis::Severity own = analysis::Severity::warning;
    model::RuleSeverity severity = model::RuleSeverity::asDefined;
    std::optional<double> threshold; // the plan's own
    std::optional<double> ownThreshold;
    QString thresholdMeans;
    std::size_t open = 0;
    friend bool operator==(const RuleRow&, const RuleRow&) = default;
};

class RuleTable final : public QWidget {
    Q_OBJECT

  public:
    RuleTable(session::DocumentSession& session, PlanHealth& health, QWidget* parent);

    enum Column : std::uint8_t { rule, finds, found, severity, threshold };
    [[nodiscard]] QTableView& view() const { return *m_view; }
    // Only rules with all of these words.
    void setWords(const QString& words);
    // Brings the rule to the top of what is seen.
    void show(std::string_view ruleId);
    using QWidget::show;
    [[nodiscard]] adapters::RowModel<RuleRow>& rows() const { return *m_rows; }

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void refresh();
    [[nodiscard]] std::vector<adapters::RowColumn<RuleRow>> columns();
    bool takeSeverity(const RuleRow& row, const QString& text);
    bool takeThreshold(const RuleRow& row, const QString& text);

    session::DocumentSession& m_session;
    PlanHealth& m_health;
    adapters::RowModel<RuleRow>* m_rows;
    QTableView* m_view;
    QString m_words;
};

} // namespace flowspine::panels
