// The name of a field at its left, with a mark when something is found about it.
#pragma once

#include "analysis/rule.h"

#include <QLabel>

#include <optional>

namespace flowspine::panels {

class FieldLabel final : public QLabel {
    Q_OBJECT

  public:
    // `drop`: from the field's upper edge to that of the text.
    FieldLabel(const QString& text, int width, int drop, QWidget* parent);

    // nullopt takes it away. `said` becomes the tip.
    void mark(std::optional<analysis::Severity> severity, const QString& said);
    [[nodiscard]] std::optional<analysis::Severity> marked() const { return m_mark; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    // Beside the words, or below them when a word needs the whole width.
    [[nodiscard]] bool isMarkBelow() const;

    int m_drop;
    std::optional<analysis::Severity> m_mark;
};

} // namespace flowspine::panels
