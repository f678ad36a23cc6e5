#include "panels/section.h"

#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

namespace flowspine::panels {

Section::Section(const QString& heading, QWidget* parent)
    : adapters::Surface(QPalette::Base, Qt::BottomEdge, parent), m_body(new QWidget(this)),
      m_content(new QVBoxLayout(m_body)) {
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(8);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    if (!heading.isEmpty()) {
        m_head = new QToolButton(this);
        render::setLook(*m_head, render::Look::heading);
        m_head->setFont(render::fontFor({.size = 11, .weight = 600}));
        m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_head->setIconSize({12, 12});
        setHeading(heading);
        connect(m_head, &QToolButton::clicked, this, [this] { setUnfolded(!m_isUnfolded); });
        layout->addWidget(m_head, 0, Qt::AlignLeft);
        m_isUnfolded = false;
        setUnfolded(true);
    }
    layout->addWidget(m_body);
}

void Section::setHeading(const QString& heading) {
    if (m_head == nullptr) return;
    QString label = heading;
    label.replace(u'&', QStringLiteral("&&"));
    m_head->setText(label);
    m_head->setAccessibleName(heading);
}

void Section::setUnfolded(bool isUnfolded) {
    if (m_head == nullptr || isUnfolded == m_isUnfolded) return;
    m_isUnfolded = isUnfolded;
    m_body->setVisible(isUnfolded);
    m_head->setIcon(render::icon(isUnfolded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    emit unfolded(isUnfolded);
}

} // namespace flowspine::panels
