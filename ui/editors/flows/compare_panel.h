// The comparison of the shown variant with the current one, beside the canvas, and the way to adopt it.
#pragma once

#include "adapters/surface.h"
#include "editors/flows/flow_figures.h"
#include "render/theme.h"

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace flowspine::editors {

class PictureBand;

class ComparePanel final : public adapters::Surface {
    Q_OBJECT

  public:
    ComparePanel(const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);
    void show(const FlowFigures& figures, const model::AnyId& variant);
    using QWidget::show;
    [[nodiscard]] PictureBand& list() { return *m_list; }
    [[nodiscard]] QPushButton& adoptButton() { return *m_adopt; }
    [[nodiscard]] QCheckBox& itemBox() { return *m_withItem; }
    [[nodiscard]] QDoubleSpinBox& peopleBox() { return *m_people; }

  signals:
    void closeAsked();
    void adoptAsked(bool withItem);
    void showAsked(const flowspine::model::AnyId& id);
    void hovered(const flowspine::model::AnyId& id);

  private:
    void refresh();

    QLabel* m_title;
    QLabel* m_summary;
    PictureBand* m_list;
    QDoubleSpinBox* m_people;
    QCheckBox* m_withItem;
    QPushButton* m_adopt;
    FlowFigures m_figures;
    model::AnyId m_variant;
};

} // namespace flowspine::editors
