#include "app/highlight_button.h"

#include "adapters/plain_text.h"

namespace flowspine::app {

namespace {

constexpr int widestWords = 200;

} // namespace

HighlightButton::HighlightButton(const session::DocumentSession& session, QMenu* menu, QWidget* parent)
    : MenuButton(tr("Highlight"), QStringLiteral("filter"), menu, parent), m_session(session) {
    connect(&session.spotlight(), &session::Spotlight::changed, this, &HighlightButton::refresh);
    refresh();
}

void HighlightButton::refresh() {
    const session::Spotlight& spotlight = m_session.spotlight();
    QString words = tr("Highlight");
    if (spotlight.isOn())
        words = tr("%1 (%2)")
                    .arg(fontMetrics().elidedText(spotlight.words(), Qt::ElideRight, widestWords))
                    .arg(spotlight.matches());
    setText(words.replace(u'&', QStringLiteral("&&")));
    setToolTip(adapters::plainTip(spotlight.isOn() ? tr("Lit in every picture: %1").arg(spotlight.words())
                                                   : tr("Light what goes by an owner, team, tag or status")));
}

} // namespace flowspine::app
