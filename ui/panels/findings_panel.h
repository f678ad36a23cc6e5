// The findings dock: what the rules have to say about the plan, by editor, with the four scores and what they are made
// of. A click shows the place, a button mends it or accepts it; the rules themselves are one page on.
#pragma once

#include "adapters/row_model.h"
#include "panels/exception_form.h"
#include "panels/finding_delegate.h"
#include "panels/panel_message.h"
#include "panels/plan_health.h"
#include "panels/rule_table.h"
#include "panels/score_board.h"

#include <QListView>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

#include <array>
#include <map>

namespace flowspine::panels {

class FindingsPanel final : public adapters::Surface {
    Q_OBJECT

  public:
    FindingsPanel(session::DocumentSession& session, PlanHealth& health, QWidget* parent);

    [[nodiscard]] QListView& list() const { return *m_list; }
    [[nodiscard]] const std::vector<FindingRow>& rows() const { return m_rows->rows(); }
    [[nodiscard]] ScoreBoard& scores() const { return *m_scores; }
    [[nodiscard]] ExceptionForm& exceptionForm() const { return *m_form; }
    [[nodiscard]] RuleTable& rules() const { return *m_rules; }
    [[nodiscard]] QLineEdit& wordsField() const { return *m_words; }
    [[nodiscard]] QToolButton& severityButton(analysis::Severity severity) const {
        return *m_severities[static_cast<std::size_t>(severity)];
    }
    [[nodiscard]] QToolButton& acceptedButton() const { return *m_accepted; }
    [[nodiscard]] QToolButton& rulesButton() const { return *m_rulesButton; }
    // What stands in place of the list; empty while there are rows.
    [[nodiscard]] QString message() const;

    void showRule(std::string_view ruleId);
    // Asks why it is accepted.
    void askException(const analysis::Finding& finding);

  signals:
    void showAsked(const flowspine::analysis::Finding& finding);
    void reportAsked();

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] FindingDelegate::Words delegateWords();
    void refresh();
    void refreshHead();
    void showPage();
    void ask(const analysis::Finding& finding);
    void popUpMenu(const QPoint& at);
    void addRuleActions(QMenu& menu, const analysis::Finding& finding);
    void letThroughAll();
    [[nodiscard]] const analysis::Finding* findingAt(const QModelIndex& index) const;
    [[nodiscard]] QString fixFor(const FindingRow& row);

    session::DocumentSession& m_session;
    PlanHealth& m_health;
    FindingFilter m_filter;
    adapters::RowModel<FindingRow>* m_rows;
    ScoreBoard* m_scores;
    std::array<QToolButton*, 3> m_severities{};
    QLineEdit* m_words;
    QToolButton* m_accepted;
    QToolButton* m_rulesButton;
    ExceptionForm* m_form;
    QStackedWidget* m_pages;
    QListView* m_list;
    PanelMessage* m_message;
    RuleTable* m_rules;
    std::optional<analysis::Finding> m_asked;
    // Of the evaluation that is shown, by row: working them out for every frame would cost too much.
    std::map<base::AnyId, QString> m_fixes;
};

} // namespace flowspine::panels
