// A field with few values: a choice as a combo box, a yes or no as a check box.
#pragma once

#include "panels/field_widget.h"

#include <QCheckBox>
#include <QComboBox>

namespace flowspine::panels {

// A combo box that leaves the wheel to whatever scrolls around it.
class QuietComboBox final : public QComboBox {
    Q_OBJECT

  public:
    explicit QuietComboBox(QWidget* parent);

  protected:
    void wheelEvent(QWheelEvent* event) override;
};

class ChoiceField final : public FieldWidget {
    Q_OBJECT

  public:
    ChoiceField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent);

    [[nodiscard]] QComboBox& box() const { return *m_box; }

  protected:
    void showValue(const model::FieldValue& value, bool isMixed) override;

  private:
    QuietComboBox* m_box;
};

class CheckField final : public FieldWidget {
    Q_OBJECT

  public:
    CheckField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent);

    [[nodiscard]] QCheckBox& box() const { return *m_box; }

  protected:
    void showValue(const model::FieldValue& value, bool isMixed) override;

  private:
    QCheckBox* m_box;
};

} // namespace flowspine::panels
