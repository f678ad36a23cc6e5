#include "panels/choice_field.h"

#include "adapters/plain_text.h"

#include <QVBoxLayout>
#include <QWheelEvent>

namespace flowspine::panels {

using adapters::toQt;
using model::ChoiceValue;
using model::FieldValue;

QuietComboBox::QuietComboBox(QWidget* parent) : QComboBox(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    setMaxVisibleItems(16);
}

void QuietComboBox::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

ChoiceField::ChoiceField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent)
    : FieldWidget(session, field, parent), m_box(new QuietComboBox(this)) {
    for (const model::Choice& choice : field.choices) m_box->addItem(toQt(choice.label));
    m_box->setAccessibleName(toQt(field.options.label));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        if (!commitValue(FieldValue(ChoiceValue{static_cast<std::uint8_t>(index)}))) refresh();
    });
}

void ChoiceField::showValue(const FieldValue& value, bool isMixed) {
    m_box->setPlaceholderText(isMixed ? tr("several values") : QString());
    m_box->setCurrentIndex(isMixed ? -1 : std::get<ChoiceValue>(value).index);
}

CheckField::CheckField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent)
    : FieldWidget(session, field, parent), m_box(new QCheckBox(toQt(field.options.label), this)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this](bool isOn) {
        m_box->setTristate(false);
        if (!commitValue(FieldValue(isOn))) refresh();
    });
}

void CheckField::showValue(const FieldValue& value, bool isMixed) {
    m_box->setTristate(isMixed);
    m_box->setCheckState(isMixed ? Qt::PartiallyChecked : std::get<bool>(value) ? Qt::Checked : Qt::Unchecked);
}

} // namespace flowspine::panels
