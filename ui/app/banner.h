// A line under the toolbar that says what happened and what can be done about it. It blocks nothing and stays until it
// is settled or closed.
#pragma once

#include "render/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QWidget>

#include <functional>
#include <vector>

namespace flowspine::app {

class Banner final : public QWidget {
    Q_OBJECT

  public:
    enum class Tone { info, warning, failure };
    struct Choice {
        QString text;
        std::function<void()> act;
    };

    Banner(const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);

    // Replaces what was shown. Choosing hides the banner first.
    void show(Tone tone, const QString& text, const std::vector<Choice>& choices = {});
    void dismiss();
    [[nodiscard]] QString text() const { return m_text->text(); }
    [[nodiscard]] std::vector<QPushButton*> buttons() const { return m_buttons; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const render::Theme* m_theme;
    view::Paint m_ground;
    QLabel* m_icon;
    QLabel* m_text;
    QWidget* m_choices;
    std::vector<QPushButton*> m_buttons;
};

} // namespace flowspine::app
