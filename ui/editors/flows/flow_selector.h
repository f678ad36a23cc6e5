// The button that opens the list of flows where that has no place of its own: the name of the shown flow, its place
// among all, and an arrow.
#pragma once

#include <QToolButton>

namespace flowspine::editors {

class FlowSelector final : public QToolButton {
    Q_OBJECT

  public:
    explicit FlowSelector(QWidget* parent);

    void setFlow(const QString& name, int place, int count);
    [[nodiscard]] QString placeWords() const { return m_place; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_name;
    QString m_place; // "1 of 3"
};

} // namespace flowspine::editors
