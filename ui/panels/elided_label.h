// One line of plain text that is cut with "…" where it does not fit; the whole text is in its tooltip then.
#pragma once

#include <QWidget>

namespace flowspine::panels {

class ElidedLabel final : public QWidget {
    Q_OBJECT

  public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    // Of the palette; the text's colour.
    void setColorRole(QPalette::ColorRole role);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void updateTip();

    QString m_text;
    QPalette::ColorRole m_role = QPalette::WindowText;
};

} // namespace flowspine::panels
