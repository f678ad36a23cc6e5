// The scores of the four areas, one below the other, each with what it is made of. A click chooses an area, a second
// one lets go of it.
#pragma once

#include "adapters/surface.h"
#include "analysis/scores.h"

#include <QAbstractButton>

#include <array>
#include <optional>

namespace flowspine::panels {

class ScoreRow final : public QAbstractButton {
    Q_OBJECT

  public:
    explicit ScoreRow(QWidget* parent);

    void show(const analysis::AreaScore& score, std::size_t open, bool isWeakest);
    using QWidget::show;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    std::optional<double> m_value;
    QString m_label;
    QString m_made; // of what
    bool m_isWeakest = false;
};

class ScoreBoard final : public adapters::Surface {
    Q_OBJECT

  public:
    explicit ScoreBoard(QWidget* parent);

    void show(const analysis::Scores& scores, const std::array<std::size_t, 4>& open);
    using QWidget::show;
    [[nodiscard]] std::optional<analysis::Area> chosen() const;
    void choose(std::optional<analysis::Area> area);
    [[nodiscard]] ScoreRow& row(analysis::Area area) const { return *m_rows[static_cast<std::size_t>(area)]; }

  signals:
    void chosenChanged();

  private:
    std::array<ScoreRow*, 4> m_rows{};
};

} // namespace flowspine::panels
