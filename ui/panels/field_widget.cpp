#include "panels/field_widget.h"

#include "adapters/plain_text.h"
#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <QScopedValueRollback>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;
using model::FieldValue;
using model::Model;

FieldWidget::FieldWidget(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent)
    : QWidget(parent), m_session(session), m_field(field) {}

void FieldWidget::setTargets(const std::vector<AnyId>& ids) {
    if (ids != m_targets) {
        commitTyping();
        forgetTyping();
    }
    m_targets = ids;
    refresh();
}

void FieldWidget::refresh() {
    if (m_isSource || m_targets.empty()) return;
    const model::EntityPtr first = m_session.live().find(m_targets.front());
    if (first == nullptr) return;
    bool isMixed = false;
    for (const AnyId& id : m_targets) {
        const model::EntityPtr other = m_session.live().find(id);
        if (other != nullptr && !m_field.equal(*first, *other)) isMixed = true;
    }
    showValue(m_field.get(*first), isMixed);
}

bool FieldWidget::commitValue(const FieldValue& value) {
    m_gesture.reset();
    return m_session.commit(stepText(), editTo(value)).hasValue();
}

base::Result<> FieldWidget::previewValue(const FieldValue& value) {
    const QScopedValueRollback<bool> source(m_isSource, true);
    if (!isTyping()) m_gesture = m_session.beginGesture(stepText());
    return m_gesture->preview(editTo(value));
}

void FieldWidget::commitTyping() {
    const QScopedValueRollback<bool> source(m_isSource, true);
    if (m_gesture != nullptr) m_gesture->commit();
    m_gesture.reset();
}

void FieldWidget::dropPreview() {
    const QScopedValueRollback<bool> source(m_isSource, true);
    m_gesture.reset();
}

void FieldWidget::cancelTyping() {
    dropPreview();
    forgetTyping();
    refresh();
}

QString FieldWidget::stepText() const {
    const QString label = toQt(m_field.options.label).toLower();
    if (m_targets.size() == 1)
        return tr("Change %1 of %2").arg(label, toQt(model::fullName(m_session.committed(), m_targets.front())));
    const model::Kind kind = model::kindOf(m_targets.front()).value_or(model::Kind::plan);
    return tr("Change %1 of %2 %3").arg(label).arg(m_targets.size()).arg(toQt(model::entityType(kind).plural));
}

session::Edit FieldWidget::editTo(const FieldValue& value) const {
    return [ids = m_targets, name = m_field.name, value](const Model& model) -> base::Result<Model> {
        Model next = model;
        for (const AnyId& id : ids) {
            base::Result<Model> changed = edit::setField(next, id, name, value);
            if (!changed) return changed;
            next = std::move(changed).value();
        }
        return next;
    };
}

} // namespace flowspine::panels
