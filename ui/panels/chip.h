// A named thing as a small box: a click goes to it, a cross (or Del) takes it out where that is possible.
#pragma once

#include "panels/elided_label.h"

#include <QToolButton>

namespace flowspine::panels {

class Chip final : public QWidget {
    Q_OBJECT

  public:
    Chip(QString iconName, const QString& text, bool isRemovable, QWidget* parent);

    [[nodiscard]] QString text() const { return m_text->text(); }

  signals:
    void clicked();
    void removed();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QString m_iconName;
    ElidedLabel* m_text;
    QToolButton* m_cross = nullptr;
};

} // namespace flowspine::panels
