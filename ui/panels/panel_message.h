// What a panel says when there is nothing to list: a headline, a sentence, and what to do about it.
#pragma once

#include <QLabel>
#include <QPushButton>

namespace flowspine::panels {

class PanelMessage final : public QWidget {
    Q_OBJECT

  public:
    explicit PanelMessage(QWidget* parent);

    // Without words for the button there is none.
    void say(const QPixmap& icon, const QString& headline, const QString& more, const QString& button = {});
    [[nodiscard]] QString headline() const { return m_headline->text(); }

  signals:
    void buttonPressed();

  private:
    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_more;
    QPushButton* m_button;
};

} // namespace flowspine::panels
