// Panels under the editors, folded to a line of tabs by default.
#pragma once

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace flowspine::app {

class DockBar final : public QWidget {
    Q_OBJECT

  public:
    explicit DockBar(QWidget* parent = nullptr);

    // Made when it is first shown or asked for.
    using MakePanel = std::function<QWidget*(QWidget* parent)>;
    void addPanel(MakePanel make, const QString& title, const QString& iconName);
    [[nodiscard]] QWidget& panel(int index);
    void setTitle(int index, const QString& title);
    [[nodiscard]] QString title(int index) const;
    // -1 folds.
    void showPanel(int index);
    [[nodiscard]] int shownPanel() const { return m_shown; }
    [[nodiscard]] int panelCount() const { return static_cast<int>(m_entries.size()); }
    // Of the panels; dragging the line of tabs changes it.
    [[nodiscard]] int panelHeight() const { return m_panels->height(); }
    void setPanelHeight(int height);

  signals:
    // -1: folded.
    void shown(int index);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Panel {
        MakePanel make;
        QWidget* widget = nullptr;
    };
    struct Drag {
        double fromY = 0;
        int height = 0;
    };

    QWidget* m_bar;
    std::optional<Drag> m_drag;
    QButtonGroup m_tabs;
    QHBoxLayout* m_row;
    QStackedWidget* m_panels;
    std::vector<Panel> m_entries;
    QToolButton* m_fold;
    int m_shown = -1;
};

} // namespace flowspine::app
