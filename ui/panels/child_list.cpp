#include "panels/child_list.h"

#include "adapters/plain_text.h"
#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "panels/chip.h"
#include "panels/kind_words.h"
#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QLabel>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;
using model::Kind;
using model::Model;

namespace {

constexpr std::size_t mostLines = 40;
constexpr std::size_t foldsFrom = 12; // and the plan's lists always: it owns everything

} // namespace

Kind kindOfChildren(const model::FieldDescription& children) {
    for (const Kind kind : model::allKinds())
        if (kind != Kind::plan && model::ownership(kind).children == &children) return kind;
    return Kind::plan;
}

ChildList::ChildList(session::DocumentSession& session, const model::FieldDescription& children, QWidget* parent)
    : QWidget(parent), m_session(session), m_children(children), m_kind(kindOfChildren(children)),
      m_section(new Section(toQt(children.options.label), this)), m_lines(new QWidget(m_section)),
      m_add(new QPushButton(tr("Add %1").arg(toQt(model::entityType(m_kind).name)), m_section)) {
    auto* const lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    render::setLook(*m_add, render::Look::flatSmall);
    m_add->setFont(render::fontFor({.size = 11, .weight = 500}));
    m_add->setIcon(render::icon(QStringLiteral("add")));
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, &ChildList::addOne);
    m_section->content().addWidget(m_lines);
    m_section->content().addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_section, &Section::unfolded, this, &ChildList::refresh);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_section);
}

void ChildList::setOwner(const AnyId& owner) {
    if (owner != m_owner) {
        m_owner = owner;
        const model::EntityPtr entity = m_session.live().find(owner);
        if (entity != nullptr)
            m_section->setUnfolded(model::kindOf(owner) != Kind::plan &&
                                   model::idsIn(*entity, m_children).size() < foldsFrom);
    }
    refresh();
}

void ChildList::refresh() {
    const model::EntityPtr owner = m_session.live().find(m_owner);
    if (owner == nullptr) return;
    const std::vector<AnyId> ids = model::idsIn(*owner, m_children);
    const QString label = toQt(m_children.options.label);
    m_section->setHeading(ids.empty() ? label : tr("%1 %2").arg(label).arg(ids.size()));
    QStringList shown;
    if (m_section->isUnfolded()) {
        for (std::size_t i = 0; i < ids.size() && i < mostLines; ++i) shown << toQt(ids[i].text()) << lineFor(ids[i]);
        if (ids.size() > mostLines) shown << QString() << tr("and %1 more").arg(ids.size() - mostLines);
    }
    if (shown == m_shown) return;
    m_shown = shown;
    rebuild();
}

void ChildList::rebuild() {
    while (QLayoutItem* const item = m_lines->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i + 1 < m_shown.size(); i += 2) {
        const AnyId id(adapters::fromQt(m_shown[i]));
        if (id.isEmpty()) {
            m_lines->layout()->addWidget(adapters::plainLabel(m_shown[i + 1], m_lines));
            continue;
        }
        auto* const chip = new Chip(iconNameOf(m_kind), m_shown[i + 1], true, m_lines);
        connect(chip, &Chip::clicked, this, [this, id] { emit goTo(id); });
        connect(chip, &Chip::removed, this, [this, id] { remove(id); });
        m_lines->layout()->addWidget(chip);
    }
    m_lines->setVisible(!m_shown.isEmpty());
}

QString ChildList::lineFor(const AnyId& id) const {
    const Model& plan = m_session.live();
    const QString name = toQt(model::shortName(plan, id));
    if (m_kind != Kind::reading) return name;
    const auto* const reading = plan.find(model::Id<model::Reading>(id));
    if (reading == nullptr || !reading->value) return name;
    return tr("%1: %2").arg(name, toQt(model::numberText(*reading->value)));
}

void ChildList::addOne() {
    AnyId id;
    const auto edit = [this, &id](const Model& model) -> base::Result<Model> {
        base::Result<edit::Added> added = edit::addNew(model, m_owner, m_kind, {}, m_session.ids());
        if (!added) return added.error();
        id = added->id;
        return std::move(added).value().model;
    };
    if (m_session.commit(tr("Add %1").arg(toQt(model::entityType(m_kind).name)), edit)) emit added(id);
}

void ChildList::remove(const AnyId& id) {
    const QString name = toQt(model::fullName(m_session.committed(), id));
    static_cast<void>(
        m_session.commit(tr("Delete %1").arg(name), [&id](const Model& model) { return edit::remove(model, {id}); }));
}

} // namespace flowspine::panels
