// Asks why a finding is accepted, by whom and until when; in place, above the list or in the inspector.
#pragma once

#include "adapters/surface.h"
#include "edit/health_edit.h"
#include "panels/elided_label.h"
#include "panels/line_field.h"

#include <QPushButton>

namespace flowspine::panels {

class ExceptionForm final : public adapters::Surface {
    Q_OBJECT

  public:
    // Wide: one line. Narrow: one below the other.
    enum class Shape { wide, narrow };
    ExceptionForm(Shape shape, QWidget* parent);

    // For the finding with this sentence; who accepted the last one is likely to accept this one too.
    void ask(const QString& sentence, base::Date today);

    [[nodiscard]] TypingLine& reason() const { return *m_reason; }
    [[nodiscard]] TypingLine& until() const { return *m_until; }
    [[nodiscard]] TypingLine& by() const { return *m_by; }
    [[nodiscard]] QPushButton& acceptButton() const { return *m_accept; }

  signals:
    void accepted(const flowspine::edit::Exception& exception);
    void cancelled();

  private:
    void take();
    void follow();

    ElidedLabel* m_about;
    TypingLine* m_reason;
    TypingLine* m_until;
    TypingLine* m_by;
    QPushButton* m_accept;
};

} // namespace flowspine::panels
