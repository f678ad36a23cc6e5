// The editors of the window, numbered from top to bottom; one is current.
#pragma once

#include "adapters/surface.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QVBoxLayout>

namespace flowspine::app {

class RailButton final : public QAbstractButton {
    Q_OBJECT

  public:
    RailButton(const QString& text, QString iconName, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    QString m_iconName;
};

class Rail final : public adapters::Surface {
    Q_OBJECT

  public:
    explicit Rail(QWidget* parent = nullptr);

    // Steps of the method are numbered; the first editor that is none stands under a line.
    void addEditor(const QString& title, const QString& iconName, bool isStep);
    void setCurrent(int index);

  signals:
    void chosen(int index);

  private:
    QVBoxLayout* m_layout;
    QButtonGroup m_buttons;
    int m_steps = 0;
};

} // namespace flowspine::app
