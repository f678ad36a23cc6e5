// Panels under the editors, folded to a line of tabs by default.
#pragma once

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QWidget>

namespace flowspine::app {

class DockBar final : public QWidget {
    Q_OBJECT

  public:
    explicit DockBar(QWidget* parent = nullptr);

    void addPanel(QWidget* panel, const QString& title, const QString& iconName);
    // -1 folds.
    void showPanel(int index);
    [[nodiscard]] int shownPanel() const { return m_shown; }
    [[nodiscard]] int panelCount() const { return m_panels->count(); }

  signals:
    // -1: folded.
    void shown(int index);

  private:
    QButtonGroup m_tabs;
    QHBoxLayout* m_row;
    QStackedWidget* m_panels;
    QToolButton* m_fold;
    int m_shown = -1;
};

} // namespace flowspine::app
