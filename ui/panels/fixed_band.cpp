#include "panels/fixed_band.h"

#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "model/impact.h"
#include "render/icon.h"

#include <QEvent>
#include <QHBoxLayout>

#include <map>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;
using model::Id;
using model::Kind;
using model::SpineItem;

FixedBand::FixedBand(const session::DocumentSession& session, QWidget* parent)
    : adapters::Surface(QPalette::Window, Qt::BottomEdge, parent), m_session(session),
      m_icon(adapters::plainLabel({}, this)), m_words(adapters::plainLabel({}, this)) {
    m_words->setWordWrap(true);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 9);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_words, 1);
    drawIcon();
    hide();
}

void FixedBand::changeEvent(QEvent* event) {
    adapters::Surface::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) drawIcon();
}

void FixedBand::drawIcon() {
    m_icon->setPixmap(render::iconPixmap(QStringLiteral("lock-closed"), palette().color(QPalette::WindowText), 16,
                                         devicePixelRatioF()));
}

void FixedBand::setTargets(const std::vector<AnyId>& ids) {
    for (const AnyId& id : ids) {
        if (model::kindOf(id) != Kind::spineItem) continue;
        const SpineItem* const item = m_session.live().find(Id<SpineItem>(id));
        if (item == nullptr || item->stability != model::Stability::cannotChange) continue;
        m_words->setText(wordsFor(*item));
        show();
        return;
    }
    hide();
}

QString FixedBand::wordsFor(const SpineItem& item) const {
    const QString authority = adapters::oneLine(toQt(item.authority)).left(200);
    QString words = authority.isEmpty() ? tr("This cannot change, and nobody is named who says so.")
                                        : tr("This cannot change: “%1” says so.").arg(authority);
    std::map<Kind, int> counts;
    int total = 0;
    for (const AnyId& id : model::referrersOf(m_session.live(), m_session.index(), item.id)) {
        ++counts[*model::kindOf(id)];
        ++total;
    }
    QStringList parts;
    for (const auto& [kind, count] : counts) {
        const model::EntityType& type = model::entityType(kind);
        parts += tr("%1 %2").arg(count).arg(toQt(count == 1 ? type.name : type.plural));
    }
    words += u' ';
    if (parts.isEmpty()) return words + tr("Nothing refers to it.");
    const QString last = parts.takeLast();
    const QString list = parts.isEmpty() ? last : tr("%1 and %2").arg(parts.join(QStringLiteral(", ")), last);
    return words + (total == 1 ? tr("%1 refers to it.").arg(list) : tr("%1 refer to it.").arg(list));
}

} // namespace flowspine::panels
