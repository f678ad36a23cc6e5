#include "panels/entity_form.h"

#include "adapters/plain_text.h"
#include "panels/choice_field.h"
#include "panels/line_field.h"
#include "panels/reference_field.h"
#include "panels/text_field.h"
#include "view/measure_doubts.h"

#include <QHBoxLayout>
#include <QLabel>

namespace flowspine::panels {

using adapters::toQt;
using model::FieldDescription;
using model::FieldType;

namespace {

constexpr int labelWidth = 80;
constexpr int evidenceWidth = 104;
constexpr int labelDrop = 5; // from a field's upper edge to that of its label's text

bool isRemark(const FieldDescription& field) {
    return field.name == "notes" || field.name == "tags";
}

QGridLayout* makeGrid(Section& section) {
    auto* const grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    section.content().addLayout(grid);
    return grid;
}

} // namespace

FieldWidget* makeFieldWidget(session::DocumentSession& session, const FieldDescription& field, QWidget* parent) {
    switch (field.type) {
    case FieldType::text:
        if (field.options.isMultiline) return new TextField(session, field, parent);
        return new LineField(session, field, parent);
    case FieldType::choice: return new ChoiceField(session, field, parent);
    case FieldType::boolean: return new CheckField(session, field, parent);
    case FieldType::reference: return new ReferenceField(session, field, parent);
    case FieldType::references: return new ReferenceListField(session, field, parent);
    case FieldType::texts:
    case FieldType::number:
    case FieldType::duration:
    case FieldType::date:
    case FieldType::period:
    case FieldType::children: break;
    }
    return new LineField(session, field, parent);
}

EntityForm::EntityForm(session::DocumentSession& session, const model::EntityType& type,
                       const FieldDescription* skipped, QWidget* parent)
    : QWidget(parent), m_session(session) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    addFacts(type, skipped);
    for (const FieldDescription& field : type.fields) {
        if (field.type != FieldType::children || field.options.isPlacement) continue;
        auto* const list = new ChildList(m_session, field, this);
        connect(list, &ChildList::goTo, this, &EntityForm::goTo);
        connect(list, &ChildList::added, this, &EntityForm::added);
        layout->addWidget(list);
        m_children.emplace_back(field.name, list);
    }
    m_linked = new LinkedList(m_session, this);
    connect(m_linked, &LinkedList::goTo, this, &EntityForm::goTo);
    layout->addWidget(m_linked);
    auto* const remarks = new Section({}, this);
    QGridLayout* const grid = makeGrid(*remarks);
    for (const FieldDescription& field : type.fields)
        if (isRemark(field)) addRow(*remarks, *grid, field, nullptr);
    layout->addWidget(remarks);
    layout->addStretch(1);
}

// Single values in the order of their descriptions, then the lists that link to other parts of the plan.
void EntityForm::addFacts(const model::EntityType& type, const FieldDescription* skipped) {
    auto* const facts = new Section({}, this);
    QGridLayout* const grid = makeGrid(*facts);
    const FieldDescription* pending = nullptr; // a number that may be followed by its evidence
    const auto flush = [&](const FieldDescription* evidence) {
        if (pending != nullptr) addRow(*facts, *grid, *pending, evidence);
        pending = nullptr;
    };
    for (const FieldDescription& field : type.fields) {
        if (field.isEvidence && pending != nullptr) {
            flush(&field);
            continue;
        }
        flush(nullptr);
        if (&field != skipped && field.type != FieldType::references && field.type != FieldType::children &&
            !isRemark(field))
            pending = &field;
    }
    flush(nullptr);
    for (const FieldDescription& field : type.fields)
        if (field.type == FieldType::references) addRow(*facts, *grid, field, nullptr);
    facts->setVisible(grid->count() > 0);
    layout()->addWidget(facts);
}

void EntityForm::addRow(Section& section, QGridLayout& grid, const FieldDescription& field,
                        const FieldDescription* evidence) {
    const int row = grid.rowCount();
    QWidget* const parent = section.contentWidget();
    FieldWidget* const widget = addWidget(field, parent);
    if (field.type == FieldType::boolean) {
        grid.addWidget(widget, row, 1);
        return;
    }
    QLabel* const label = adapters::plainLabel(toQt(field.options.label), parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    label->setFixedWidth(labelWidth);
    label->setContentsMargins(0, labelDrop, 0, 0);
    grid.addWidget(label, row, 0, Qt::AlignTop);
    if (evidence == nullptr) {
        grid.addWidget(widget, row, 1);
        return;
    }
    FieldWidget* const known = addWidget(*evidence, parent);
    known->setToolTip(tr("How this number is known"));
    // A number with a long unit leaves no room beside it.
    constexpr std::size_t longestUnitBeside = 4;
    auto* const pair = new QBoxLayout(field.options.unit.size() > longestUnitBeside ? QBoxLayout::TopToBottom
                                                                                    : QBoxLayout::LeftToRight);
    if (pair->direction() == QBoxLayout::LeftToRight) known->setFixedWidth(evidenceWidth);
    pair->setSpacing(6);
    pair->addWidget(widget, 1);
    pair->addWidget(known);
    grid.addLayout(pair, row, 1);
}

FieldWidget* EntityForm::addWidget(const FieldDescription& field, QWidget* parent) {
    FieldWidget* const widget = makeFieldWidget(m_session, field, parent);
    connect(widget, &FieldWidget::goTo, this, &EntityForm::goTo);
    m_fields.push_back(widget);
    return widget;
}

void EntityForm::setTargets(const std::vector<model::AnyId>& ids) {
    m_targets = ids;
    for (FieldWidget* field : m_fields) field->setTargets(ids);
    tellDoubts();
    const bool isOne = ids.size() == 1;
    for (const auto& [name, list] : m_children) {
        list->setVisible(isOne);
        if (isOne) list->setOwner(ids.front());
    }
    if (isOne)
        m_linked->setTarget(ids.front());
    else
        m_linked->hide();
}

void EntityForm::refresh() {
    for (FieldWidget* field : m_fields) field->refresh();
    tellDoubts();
    if (m_targets.size() != 1) return;
    for (const auto& [name, list] : m_children) list->refresh();
    m_linked->refresh();
}

void EntityForm::tellDoubts() {
    std::vector<view::MeasureDoubt> doubts;
    const model::Model& model = m_session.live();
    const model::AnyId id = m_targets.size() == 1 ? m_targets.front() : model::AnyId();
    const auto measure = m_session.index().ownerOfType<model::Measure>(id);
    if (const model::Measure* found = model.find(measure)) doubts = view::doubtsAbout(model, *found);
    for (FieldWidget* field : m_fields) {
        QString sentence;
        for (const view::MeasureDoubt& doubt : doubts)
            if (doubt.entity == id && doubt.field == field->field().name) sentence = toQt(doubt.sentence);
        field->setDoubt(sentence);
    }
}

FieldWidget* EntityForm::fieldWidget(std::string_view name) const {
    for (FieldWidget* field : m_fields)
        if (field->field().name == name) return field;
    return nullptr;
}

ChildList* EntityForm::childList(std::string_view name) const {
    for (const auto& [each, list] : m_children)
        if (each == name) return list;
    return nullptr;
}

void EntityForm::focusFirstField() {
    if (!m_fields.empty()) m_fields.front()->setFocus(Qt::OtherFocusReason);
}

} // namespace flowspine::panels
