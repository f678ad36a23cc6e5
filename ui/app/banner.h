// A line under the toolbar that says what happened and what can be done about it. It blocks nothing and stays until it
// is settled or closed.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include <functional>
#include <vector>

namespace flowspine::app {

class Banner final : public QFrame {
    Q_OBJECT

  public:
    enum class Tone { info, warning, failure };
    struct Choice {
        QString text;
        std::function<void()> act;
    };

    explicit Banner(QWidget* parent = nullptr);

    // Replaces what was shown. Choosing hides the banner first.
    void show(Tone tone, const QString& text, const std::vector<Choice>& choices = {});
    void dismiss();
    [[nodiscard]] QString text() const { return m_text->text(); }
    [[nodiscard]] std::vector<QPushButton*> buttons() const { return m_buttons; }

  private:
    QLabel* m_icon;
    QLabel* m_text;
    QWidget* m_choices;
    std::vector<QPushButton*> m_buttons;
};

} // namespace flowspine::app
