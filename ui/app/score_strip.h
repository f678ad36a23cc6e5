// The scores of the four areas on one line, the lowest in red; never one number for all.
#pragma once

#include "analysis/scores.h"

#include <QWidget>

namespace flowspine::app {

class ScoreStrip final : public QWidget {
    Q_OBJECT

  public:
    explicit ScoreStrip(QWidget* parent);

    void show(const analysis::Scores& scores);
    using QWidget::show;
    // False while nothing was checked.
    [[nodiscard]] bool hasScores() const { return !m_parts.empty(); }
    [[nodiscard]] QString text() const { return accessibleName(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Part {
        QString label;
        QString value;
        bool isWeakest = false;
    };
    std::vector<Part> m_parts;
};

} // namespace flowspine::app
