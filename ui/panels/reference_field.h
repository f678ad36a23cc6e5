// A field that names one entity: a line to search in, with "nobody yet" where nothing is named, and a way there.
#pragma once

#include "panels/field_widget.h"
#include "panels/reference_picker.h"

#include <QAction>

namespace flowspine::panels {

class ReferenceField final : public FieldWidget {
    Q_OBJECT

  public:
    ReferenceField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent);

    [[nodiscard]] ReferencePicker& picker() const { return *m_picker; }

  protected:
    void showValue(const model::FieldValue& value, bool isMixed) override;

  private:
    ReferencePicker* m_picker;
    QAction* m_open; // in the line, where something is named
    model::AnyId m_shown;
};

// A field that names several entities in an order: chips that can be taken out, and a line that adds one.
class ReferenceListField final : public FieldWidget {
    Q_OBJECT

  public:
    ReferenceListField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent);

    [[nodiscard]] ReferencePicker& picker() const { return *m_picker; }

  protected:
    void showValue(const model::FieldValue& value, bool isMixed) override;

  private:
    void add(const model::AnyId& id);
    void takeOut(const model::AnyId& id);

    QWidget* m_chips;
    ReferencePicker* m_picker;
    std::vector<model::AnyId> m_shown;
    QStringList m_shownNames;
};

} // namespace flowspine::panels
