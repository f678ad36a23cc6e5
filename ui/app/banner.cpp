#include "app/banner.h"

#include "adapters/plain_text.h"
#include "render/icon.h"
#include "render/look.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace flowspine::app {

namespace {

struct ToneLook {
    view::Paint ground;
    const char* icon;
};

ToneLook lookOf(Banner::Tone tone) {
    switch (tone) {
    case Banner::Tone::failure: return {{view::Role::bad, 7}, "error"};
    case Banner::Tone::warning: return {{view::Role::warn, 9}, "warning"};
    case Banner::Tone::info: break;
    }
    return {{view::Role::accent, 8}, "info"};
}

} // namespace

Banner::Banner(const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(&theme), m_icon(adapters::plainLabel({}, this)), m_text(adapters::plainLabel({}, this)),
      m_choices(new QWidget(this)) {
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* const choices = new QHBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(8);
    auto* const close = new QToolButton(this);
    render::setLook(*close, render::Look::symbol);
    close->setIcon(render::icon(QStringLiteral("close")));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &Banner::dismiss);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_choices);
    layout->addWidget(close);
    hide();
}

void Banner::show(Tone tone, const QString& text, const std::vector<Choice>& choices) {
    const ToneLook look = lookOf(tone);
    m_ground = look.ground;
    update();
    m_icon->setPixmap(
        render::iconPixmap(QLatin1String(look.icon), palette().color(QPalette::WindowText), 16, devicePixelRatioF()));
    m_text->setText(text);
    setAccessibleName(text);
    for (QPushButton* button : m_buttons) button->deleteLater();
    m_buttons.clear();
    for (const Choice& choice : choices) {
        auto* const button = new QPushButton(choice.text, m_choices);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, act = choice.act] {
            dismiss();
            act();
        });
        m_choices->layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    m_choices->setVisible(!choices.empty());
    setVisible(true);
}

void Banner::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    update();
}

void Banner::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->color(m_ground));
    painter.fillRect(0, height() - 1, width(), 1, m_theme->color(view::Role::line));
}

void Banner::dismiss() {
    hide();
}

} // namespace flowspine::app
