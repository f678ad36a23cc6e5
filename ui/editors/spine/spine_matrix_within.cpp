#include "adapters/plain_text.h"
#include "edit/spine_edit.h"
#include "editors/spine/spine_matrix_editor.h"
#include "model/naming.h"

#include <QMenu>

namespace flowspine::editors {

using adapters::toQt;
using model::Id;
using model::Model;
using model::SpineItem;
using model::Stability;

namespace {

QString menuText(QString name) {
    constexpr qsizetype longest = 80;
    if (name.size() > longest) name = name.left(longest) + u'…';
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

void SpineMatrixEditor::fillWithinMenu(QMenu& menu, const SpineItem& item) {
    const Id<SpineItem> id(item.id);
    live().forEach(live().plan().spine, [&](const SpineItem& limits) {
        if (limits.stability == Stability::adaptable) return;
        const Id<SpineItem> fixed(limits.id);
        const bool isWithin = item.within.contains(fixed);
        const QString name = toQt(model::shortName(live(), fixed));
        QAction* action = menu.addAction(menuText(name), this, [this, id, fixed, name, isWithin] {
            commit(isWithin ? tr("Take it out of “%1”").arg(name) : tr("Let it move within “%1”").arg(name),
                   [&](const Model& model) { return edit::setWithin(model, id, fixed, !isWithin); });
        });
        action->setCheckable(true);
        action->setChecked(isWithin);
    });
    menu.setEnabled(!menu.isEmpty());
}

bool SpineMatrixEditor::askWithin() {
    const SpineItem* item = selectedItem();
    if (!item || item->stability != Stability::adaptable) return false;
    const view::HitArea* card = canvas().areaOf(item->id, {"card"});
    QMenu* menu = newMenu();
    fillWithinMenu(*menu, *item);
    if (card && !menu->isEmpty())
        menu->popup(canvas().viewport()->mapToGlobal(canvas().viewRect(card->rect).bottomLeft()));
    return true;
}

} // namespace flowspine::editors
