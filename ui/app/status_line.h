// The line at the bottom: whether the plan is saved, its scores, what it holds, how much is selected, and the zoom.
#pragma once

#include "adapters/surface.h"
#include "app/plan_file.h"
#include "app/score_strip.h"

#include <QLabel>
#include <QTimer>

namespace flowspine::app {

class StatusLine final : public adapters::Surface {
    Q_OBJECT

  public:
    StatusLine(const session::DocumentSession& session, const PlanFile& file, QWidget* parent);

    void refresh();
    // In place of the rest for a few seconds: what a step did, or why it was refused.
    void tell(const QString& message);
    void setZoom(int percent);
    void setHasPlan(bool hasPlan);
    void setScores(const analysis::Scores& scores) { m_scores->show(scores); }
    [[nodiscard]] QString savedText() const { return m_saved->text(); }
    [[nodiscard]] QString scoresText() const { return m_scores->text(); }
    [[nodiscard]] QString message() const { return m_message->text(); }

  private:
    [[nodiscard]] QString savedWords() const;

    const session::DocumentSession& m_session;
    const PlanFile& m_file;
    QLabel* m_saved;
    ScoreStrip* m_scores;
    QLabel* m_counts;
    QLabel* m_selected;
    QLabel* m_message;
    QLabel* m_zoom;
    QTimer m_forget;
    bool m_hasPlan = false;
};

} // namespace flowspine::app
