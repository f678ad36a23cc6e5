#include "panels/panel_message.h"

#include "adapters/plain_text.h"
#include "render/theme.h"

#include <QHBoxLayout>

namespace flowspine::panels {

PanelMessage::PanelMessage(QWidget* parent)
    : QWidget(parent), m_icon(adapters::plainLabel({}, this)), m_headline(adapters::plainLabel({}, this)),
      m_more(adapters::plainLabel({}, this)), m_button(new QPushButton(this)) {
    m_headline->setFont(render::fontFor({.size = 16, .weight = 600}));
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, &PanelMessage::buttonPressed);
    auto* const words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_headline);
    words->addWidget(m_more);
    words->addSpacing(8);
    words->addWidget(m_button, 0, Qt::AlignLeft);
    auto* const row = new QHBoxLayout;
    row->setSpacing(16);
    row->addStretch(1);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words);
    row->addStretch(1);
    auto* const column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addLayout(row);
    column->addStretch(2);
}

void PanelMessage::say(const QPixmap& icon, const QString& headline, const QString& more, const QString& button) {
    m_icon->setPixmap(icon);
    m_headline->setText(headline);
    m_more->setText(more);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace flowspine::panels
