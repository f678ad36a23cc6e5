// The row above the canvas: variants as tabs, and what is shown of the flow.
#pragma once

#include <QToolButton>
#include <QWidget>

namespace flowspine::editors {

class FlowSelector;
class VariantTabs;

class FlowBar final : public QWidget {
    Q_OBJECT

  public:
    enum class Show { canvas, both, table };

    // Takes the tabs.
    FlowBar(VariantTabs* tabs, QWidget* parent);

    [[nodiscard]] Show shown() const { return m_shown; }
    void setShown(Show what);
    // Buttons of panels show their icons only.
    void setNarrow(bool isNarrow);

    // Shown instead of the list beside the canvas.
    [[nodiscard]] FlowSelector& selector() { return *m_selector; }
    [[nodiscard]] QToolButton& handoffMap() { return *m_handoffMap; }
    [[nodiscard]] QToolButton& compare() { return *m_compare; }

  signals:
    void shownChanged(flowspine::editors::FlowBar::Show what);
    void duplicateAsked();
    void fitAsked();

  private:
    QToolButton* button(const QString& icon, const QString& words, const QString& tip);

    VariantTabs* m_tabs;
    FlowSelector* m_selector;
    QToolButton* m_views[3];
    QToolButton* m_handoffMap;
    QToolButton* m_compare;
    Show m_shown = Show::canvas;
};

} // namespace flowspine::editors
