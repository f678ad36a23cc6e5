#include "panels/linked_list.h"

#include "adapters/plain_text.h"
#include "model/naming.h"
#include "panels/chip.h"
#include "panels/flow_layout.h"
#include "panels/kind_words.h"
#include "render/theme.h"

#include <QLabel>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;
using model::Kind;

namespace {

constexpr std::size_t mostChips = 12;

struct Group {
    QString heading;
    std::vector<AnyId> ids;
};

// In the order of the referring kinds; kept together by their words, so that both ways of being changed read as one.
std::vector<Group> groupsOf(const model::ModelIndex& index, const AnyId& target) {
    std::vector<Group> groups;
    for (const model::Reference& reference : index.referencesTo(target)) {
        if (model::kindOf(reference.from) == Kind::placement) continue;
        const QString heading = KindWords::seenFromTarget(reference);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.heading == heading; });
        if (group == groups.end()) group = groups.insert(groups.end(), Group{heading, {}});
        if (std::find(group->ids.begin(), group->ids.end(), reference.from) == group->ids.end())
            group->ids.push_back(reference.from);
    }
    return groups;
}

} // namespace

LinkedList::LinkedList(session::DocumentSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_section(new Section(tr("Linked to"), this)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_section);
}

void LinkedList::setTarget(const AnyId& id) {
    m_target = id;
    refresh();
}

void LinkedList::refresh() {
    const std::vector<Group> groups = groupsOf(m_session.index(), m_target);
    QStringList shown;
    for (const Group& group : groups) {
        shown += group.heading;
        for (const AnyId& id : group.ids) shown << toQt(id.text()) << toQt(model::shortName(m_session.live(), id));
    }
    setVisible(!groups.empty());
    if (shown == m_shown) return;
    m_shown = shown;

    while (QLayoutItem* const item = m_section->content().takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Group& group : groups) {
        QLabel* const heading = adapters::plainLabel(group.heading, m_section);
        heading->setForegroundRole(QPalette::PlaceholderText);
        heading->setFont(render::fontFor({.size = 11, .weight = 400}));
        m_section->content().addWidget(heading);
        auto* const chips = new QWidget(m_section);
        auto* const flow = new FlowLayout(chips, 6);
        for (std::size_t i = 0; i < group.ids.size() && i < mostChips; ++i) {
            const AnyId id = group.ids[i];
            const Kind kind = model::kindOf(id).value_or(Kind::plan);
            auto* const chip = new Chip(iconNameOf(kind), toQt(model::shortName(m_session.live(), id)), false, chips);
            connect(chip, &Chip::clicked, this, [this, id] { emit goTo(id); });
            flow->addWidget(chip);
        }
        if (group.ids.size() > mostChips)
            flow->addWidget(adapters::plainLabel(tr("and %1 more").arg(group.ids.size() - mostChips), chips));
        m_section->content().addWidget(chips);
    }
}

} // namespace flowspine::panels
