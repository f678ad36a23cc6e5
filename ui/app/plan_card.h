// A bundled plan as a picture: its flow in small, what its roadmap holds, and its name. A click opens a copy.
#pragma once

#include "model/model.h"
#include "render/theme.h"

#include <QAbstractButton>

namespace flowspine::app {

class PlanCard final : public QAbstractButton {
    Q_OBJECT

  public:
    // `theme` outlives the card or is replaced by setTheme().
    PlanCard(model::Model plan, const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    [[nodiscard]] view::Picture caption(double width) const;

    model::Model m_plan;
    const render::Theme* m_theme;
    view::Picture m_thumbnail;
    view::Picture m_caption;
};

} // namespace flowspine::app
