// A field typed on one line: text, texts, number, duration, date or rhythm. What cannot be read stays as it was typed,
// is marked, and says what to write instead; the plan keeps its value.
#pragma once

#include "panels/field_widget.h"

#include <QLabel>
#include <QLineEdit>

namespace flowspine::panels {

// Leaves undo and redo to the window, and Esc to its owner.
class TypingLine final : public QLineEdit {
    Q_OBJECT

  public:
    using QLineEdit::QLineEdit;

  signals:
    void escaped();
    void left();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
};

class LineField final : public FieldWidget {
    Q_OBJECT

  public:
    LineField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent);

    [[nodiscard]] TypingLine& line() const { return *m_line; }
    // Under the line while what stands there cannot be read; empty otherwise.
    [[nodiscard]] QString complaint() const { return m_error; }
    // What is said under the line: that, or the doubt about the value.
    [[nodiscard]] QString remark() const { return m_remark->text(); }
    void setDoubt(const QString& sentence) override;

  protected:
    void showValue(const model::FieldValue& value, bool isMixed) override;
    void forgetTyping() override;

  private:
    void follow(const QString& text);
    void settle();
    void complain(const QString& sentence);
    void showRemark();
    void offerCalendar();

    TypingLine* m_line;
    QLabel* m_remark;
    QString m_error;
    QString m_doubt;
    bool m_isOwnText = false; // what stands in the line was typed and is not in the plan
};

} // namespace flowspine::panels
