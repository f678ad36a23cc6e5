// A row of the start page: icon or small picture, a name over a line of words, and a word at the right.
#pragma once

#include "model/model.h"
#include "render/theme.h"

#include <QAbstractButton>

namespace flowspine::app {

class StartRow final : public QAbstractButton {
    Q_OBJECT

  public:
    struct Words {
        QString iconName;
        QString title;
        QString line;
        QString aside;
    };

    StartRow(Words words, QWidget* parent);

    // As high as a template; `theme` outlives the row or is replaced.
    void makeLarge(const render::Theme& theme);
    // Its flow as a small picture stands on a large row, instead of the icon.
    void setPlan(const model::Model& plan);
    void setTheme(const render::Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void drawPicture(QPainter& painter) const;

    Words m_words;
    view::Picture m_picture;
    const render::Theme* m_theme = nullptr; // of a large row
};

} // namespace flowspine::app
