// A text of several lines that grows with what is written. Enter breaks the line; leaving, or Ctrl+Enter, commits.
#pragma once

#include "panels/field_widget.h"

#include <QPlainTextEdit>

namespace flowspine::panels {

// Leaves undo and redo to the window; as high as its text, within limits.
class TypingArea final : public QPlainTextEdit {
    Q_OBJECT

  public:
    explicit TypingArea(QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

  signals:
    void escaped();
    void left();
    void finished();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

class TextField final : public FieldWidget {
    Q_OBJECT

  public:
    TextField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent);

    [[nodiscard]] TypingArea& area() const { return *m_area; }

  protected:
    void showValue(const model::FieldValue& value, bool isMixed) override;

  private:
    void follow();

    TypingArea* m_area;
    bool m_isShowing = false;
};

} // namespace flowspine::panels
