// Simulates a variant and shows how long cases take: the mean, what most cases stay under, and the spread. Works beside
// the window and can be closed at any time.
#pragma once

#include "analysis/simulation.h"
#include "model/model.h"
#include "render/theme.h"

#include <QFrame>
#include <QFutureWatcher>

#include <atomic>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace flowspine::editors {

class PictureBand;

class SimulationPopover final : public QFrame {
    Q_OBJECT

  public:
    SimulationPopover(const render::Theme& theme, QWidget* parent);
    ~SimulationPopover() override;

    // Starts over with this variant; `analyticHours` is what the formulas say.
    void run(const model::Model& model, const model::Id<model::Variant>& variant, std::optional<double> analyticHours);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }
    [[nodiscard]] const std::optional<analysis::Simulation>& result() const { return m_result; }
    [[nodiscard]] QString words() const;

  signals:
    void finished();

  protected:
    void hideEvent(QHideEvent* event) override;

  private:
    void finish();

    PictureBand* m_histogram;
    QLabel* m_words;
    QPushButton* m_cancel;
    QFutureWatcher<std::optional<analysis::Simulation>> m_watcher;
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    std::optional<analysis::Simulation> m_result;
    std::optional<double> m_analyticHours;
    double m_hoursPerDay = 8;
};

} // namespace flowspine::editors
