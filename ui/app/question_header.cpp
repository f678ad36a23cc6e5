#include "app/question_header.h"

#include "adapters/plain_text.h"
#include "adapters/surface.h"
#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QVBoxLayout>

namespace flowspine::app {

QuestionHeader::QuestionHeader(QWidget* parent)
    : QWidget(parent), m_question(adapters::plainLabel({}, this)), m_fold(new QPushButton(tr("Prompts"), this)),
      m_prompts(new adapters::Surface(QPalette::Base, Qt::BottomEdge, this)),
      m_promptText(adapters::plainLabel({}, m_prompts)) {
    auto* const head = new adapters::Surface(QPalette::Base, Qt::BottomEdge, this);
    head->setFixedHeight(56);
    m_question->setFont(render::fontFor({.size = 16, .weight = 600}));
    m_question->setMinimumWidth(80);
    render::setLook(*m_fold, render::Look::flat);
    m_fold->setIcon(render::icon(QStringLiteral("chevron-right")));
    m_fold->setCheckable(true);
    connect(m_fold, &QPushButton::toggled, this, &QuestionHeader::setUnfolded);
    m_row = new QHBoxLayout(head);
    m_row->setContentsMargins(24, 0, 24, 0);
    m_row->setSpacing(16);
    m_row->addWidget(m_question);
    m_row->addWidget(m_fold);
    m_row->addStretch(1);

    m_promptText->setForegroundRole(QPalette::PlaceholderText);
    m_promptText->setWordWrap(true);
    auto* const lines = new QVBoxLayout(m_prompts);
    lines->setContentsMargins(24, 8, 24, 12);
    lines->addWidget(m_promptText);
    m_prompts->hide();

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_prompts);
}

void QuestionHeader::show(adapters::Editor& editor) {
    m_question->setText(editor.question());
    const QStringList prompts = editor.prompts();
    m_promptText->setText(prompts.join(QLatin1Char('\n')));
    m_fold->setVisible(!prompts.isEmpty());
    m_prompts->setVisible(m_fold->isChecked() && !prompts.isEmpty());
    if (m_switches != nullptr) m_switches->hide();
    m_switches = editor.headerWidget();
    if (m_switches == nullptr) return;
    if (m_row->indexOf(m_switches) < 0) m_row->addWidget(m_switches);
    m_switches->show();
}

void QuestionHeader::setUnfolded(bool unfolded) {
    m_prompts->setVisible(unfolded);
    m_fold->setIcon(render::icon(unfolded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
}

} // namespace flowspine::app
