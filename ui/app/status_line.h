// The line at the bottom: whether the plan is saved, what it holds, how much is selected, and the zoom.
#pragma once

#include "adapters/surface.h"
#include "app/plan_file.h"

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
    [[nodiscard]] QString savedText() const { return m_saved->text(); }
    [[nodiscard]] QString message() const { return m_message->text(); }

  private:
    [[nodiscard]] QString savedWords() const;

    const session::DocumentSession& m_session;
    const PlanFile& m_file;
    QLabel* m_saved;
    QLabel* m_counts;
    QLabel* m_selected;
    QLabel* m_message;
    QLabel* m_zoom;
    QTimer m_forget;
    bool m_hasPlan = false;
};

} // namespace flowspine::app
