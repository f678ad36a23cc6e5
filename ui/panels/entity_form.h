// The form for entities of one kind, made from the kind's field descriptions: a new field appears here by itself.
#pragma once

#include "model/entity_type.h"
#include "panels/child_list.h"
#include "panels/field_widget.h"
#include "panels/linked_list.h"

#include <QGridLayout>

namespace flowspine::panels {

// The field's widget by its type.
[[nodiscard]] FieldWidget* makeFieldWidget(session::DocumentSession& session, const model::FieldDescription& field,
                                           QWidget* parent);

class EntityForm final : public QWidget {
    Q_OBJECT

  public:
    // `skipped` is shown elsewhere (the title); may be null.
    EntityForm(session::DocumentSession& session, const model::EntityType& type, const model::FieldDescription* skipped,
               QWidget* parent);

    // All of the form's kind. With several, only what they have in common is shown.
    void setTargets(const std::vector<model::AnyId>& ids);
    void refresh();
    [[nodiscard]] const std::vector<model::AnyId>& targets() const { return m_targets; }
    // nullptr when the form has no such field.
    [[nodiscard]] FieldWidget* fieldWidget(std::string_view name) const;
    [[nodiscard]] ChildList* childList(std::string_view name) const;
    void focusFirstField();

  signals:
    void goTo(const flowspine::model::AnyId& id);
    void added(const flowspine::model::AnyId& id);

  private:
    void addFacts(const model::EntityType& type, const model::FieldDescription* skipped);
    void addRow(Section& section, QGridLayout& grid, const model::FieldDescription& field,
                const model::FieldDescription* evidence);
    // Says at the fields what their values contradict.
    void tellDoubts();
    FieldWidget* addWidget(const model::FieldDescription& field, QWidget* parent);

    session::DocumentSession& m_session;
    std::vector<model::AnyId> m_targets;
    std::vector<FieldWidget*> m_fields;
    std::vector<std::pair<std::string_view, ChildList*>> m_children;
    LinkedList* m_linked = nullptr;
};

} // namespace flowspine::panels
