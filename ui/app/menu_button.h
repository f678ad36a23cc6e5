// A button of the toolbar that opens a menu, with the arrow that says so.
#pragma once

#include <QMenu>
#include <QToolButton>

namespace flowspine::app {

class MenuButton : public QToolButton {
    Q_OBJECT

  public:
    // The menu is shown by the button and owned elsewhere.
    MenuButton(const QString& text, const QString& iconName, QMenu* menu, QWidget* parent);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace flowspine::app
