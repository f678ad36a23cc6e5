#include "panels/reference_field.h"

#include "adapters/plain_text.h"
#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "panels/chip.h"
#include "panels/flow_layout.h"
#include "panels/kind_words.h"
#include "render/icon.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;
using model::FieldValue;
using model::Kind;
using model::Model;

namespace {

// "nobody yet" for people, "none" for things.
QString wordForNone(const model::FieldDescription& field) {
    const bool isPerson = model::contains(field.options.targets, Kind::role) ||
                          model::contains(field.options.targets, Kind::team) ||
                          model::contains(field.options.targets, Kind::stakeholder);
    return isPerson ? ReferenceField::tr("nobody yet") : ReferenceField::tr("none");
}

Kind kindOfId(const AnyId& id) {
    return model::kindOf(id).value_or(Kind::plan);
}

// Makes an entity called `name` and lets every target's field name it, as one step.
void nameNewOne(FieldWidget& widget, const QString& name) {
    const std::optional<Kind> kind = kindMadeByName(widget.field());
    if (!kind) return;
    session::DocumentSession& session = widget.session();
    const model::FieldDescription& field = widget.field();
    const auto edit = [&session, &field, &name, kind,
                       ids = widget.targets()](const Model& model) -> base::Result<Model> {
        base::Result<edit::Added> added =
            edit::addNew(model, model.plan().id, *kind, adapters::fromQt(name), session.ids());
        if (!added) return added.error();
        Model next = added->model;
        for (const AnyId& id : ids) {
            FieldValue value = added->id;
            if (field.type == model::FieldType::references) {
                const model::EntityPtr holder = next.find(id);
                std::vector<AnyId> all = holder == nullptr ? std::vector<AnyId>() : model::idsIn(*holder, field);
                all.push_back(added->id);
                value = std::move(all);
            }
            base::Result<Model> changed = edit::setField(next, id, field.name, std::move(value));
            if (!changed) return changed;
            next = std::move(changed).value();
        }
        return next;
    };
    const QString kindName = toQt(model::entityType(*kind).name);
    static_cast<void>(session.commit(FieldWidget::tr("Add %1 “%2”").arg(kindName, name), edit));
}

} // namespace

ReferenceField::ReferenceField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent)
    : FieldWidget(session, field, parent), m_picker(new ReferencePicker(this)),
      m_open(m_picker->addAction(render::icon(QStringLiteral("chevron-right")), QLineEdit::TrailingPosition)) {
    m_picker->setAccessibleName(toQt(field.options.label));
    m_picker->setPlaceholderText(wordForNone(field));
    m_picker->setMakesNew(kindMadeByName(field).has_value());
    m_picker->setCandidates([this] {
        std::vector<Candidate> all =
            candidatesFor(this->session().live(), this->session().index(), targets().front(), this->field());
        all.insert(all.begin(), Candidate{AnyId(), wordForNone(this->field()), {}});
        return all;
    });
    m_open->setText(tr("Go to it"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_picker, 1);
    setFocusProxy(m_picker);
    connect(m_picker, &ReferencePicker::chosen, this, [this](const AnyId& id) {
        commitValue(FieldValue(id));
        refresh();
    });
    connect(m_picker, &ReferencePicker::typedNew, this, [this](const QString& name) {
        nameNewOne(*this, name);
        refresh();
    });
    connect(m_open, &QAction::triggered, this, [this] { emit goTo(m_shown); });
}

void ReferenceField::showValue(const FieldValue& value, bool isMixed) {
    m_shown = isMixed ? AnyId() : std::get<AnyId>(value);
    m_open->setVisible(!m_shown.isEmpty());
    m_picker->showListSign(m_shown.isEmpty());
    m_picker->setPlaceholderText(isMixed ? tr("several values") : wordForNone(field()));
    m_picker->rest(m_shown ? adapters::oneLine(toQt(model::shortName(session().live(), m_shown))) : QString());
}

ReferenceListField::ReferenceListField(session::DocumentSession& session, const model::FieldDescription& field,
                                       QWidget* parent)
    : FieldWidget(session, field, parent), m_chips(new QWidget(this)), m_picker(new ReferencePicker(this)) {
    new FlowLayout(m_chips, 6);
    m_chips->hide();
    m_picker->setAccessibleName(tr("Add to %1").arg(toQt(field.options.label)));
    m_picker->setPlaceholderText(tr("Add…"));
    m_picker->setMakesNew(kindMadeByName(field).has_value());
    m_picker->setCandidates([this] {
        std::vector<Candidate> all =
            candidatesFor(this->session().live(), this->session().index(), targets().front(), this->field());
        std::erase_if(all, [this](const Candidate& each) {
            return std::find(m_shown.begin(), m_shown.end(), each.id) != m_shown.end();
        });
        return all;
    });
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_chips);
    layout->addWidget(m_picker);
    setFocusProxy(m_picker);
    connect(m_picker, &ReferencePicker::chosen, this, [this](const AnyId& id) {
        m_picker->rest({});
        if (id) add(id);
    });
    connect(m_picker, &ReferencePicker::typedNew, this, [this](const QString& name) {
        m_picker->rest({});
        nameNewOne(*this, name);
    });
}

void ReferenceListField::showValue(const FieldValue& value, bool isMixed) {
    const std::vector<AnyId> ids = isMixed ? std::vector<AnyId>() : std::get<std::vector<AnyId>>(value);
    m_picker->setPlaceholderText(isMixed ? tr("several values; add to all…") : tr("Add…"));
    QStringList names;
    for (const AnyId& id : ids) names += toQt(model::shortName(session().live(), id));
    if (ids == m_shown && names == m_shownNames) return;
    m_shown = ids;
    m_shownNames = names;
    while (QLayoutItem* const item = m_chips->layout()->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto* const chip = new Chip(iconNameOf(kindOfId(ids[i])), names[static_cast<qsizetype>(i)], true, m_chips);
        connect(chip, &Chip::clicked, this, [this, id = ids[i]] { emit goTo(id); });
        connect(chip, &Chip::removed, this, [this, id = ids[i]] { takeOut(id); });
        m_chips->layout()->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!ids.empty());
    m_chips->updateGeometry();
}

void ReferenceListField::add(const AnyId& id) {
    // Each target keeps its own list.
    const auto edit = [id, ids = targets(), &field = field()](const Model& model) -> base::Result<Model> {
        Model next = model;
        for (const AnyId& target : ids) {
            const model::EntityPtr holder = next.find(target);
            std::vector<AnyId> all = holder == nullptr ? std::vector<AnyId>() : model::idsIn(*holder, field);
            if (std::find(all.begin(), all.end(), id) != all.end()) continue;
            all.push_back(id);
            base::Result<Model> changed = edit::setField(next, target, field.name, FieldValue(std::move(all)));
            if (!changed) return changed;
            next = std::move(changed).value();
        }
        return next;
    };
    const QString name = toQt(model::shortName(session().committed(), id));
    static_cast<void>(session().commit(tr("Add “%1” to %2").arg(name, toQt(field().options.label).toLower()), edit));
}

void ReferenceListField::takeOut(const AnyId& id) {
    std::vector<AnyId> left = m_shown;
    std::erase(left, id);
    commitValue(FieldValue(std::move(left)));
}

} // namespace flowspine::panels
