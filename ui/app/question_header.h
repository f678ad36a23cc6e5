// The current editor's question, with its prompts folded below, and the editor's own switches at the right.
#pragma once

#include "adapters/editor.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace flowspine::app {

class QuestionHeader final : public QWidget {
    Q_OBJECT

  public:
    explicit QuestionHeader(QWidget* parent = nullptr);

    void show(adapters::Editor& editor);

  private:
    void setUnfolded(bool unfolded);

    QLabel* m_question;
    QPushButton* m_fold;
    QWidget* m_prompts;
    QLabel* m_promptText;
    QHBoxLayout* m_row;
    QWidget* m_switches = nullptr;
};

} // namespace flowspine::app
