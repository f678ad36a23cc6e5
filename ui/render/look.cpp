#include "render/look.h"

#include <QVariant>

namespace flowspine::render {

namespace {

constexpr const char* lookName = "look";
constexpr const char* wrongName = "isWrong";

} // namespace

void setLook(QObject& widget, Look look)
{
    widget.setProperty(lookName, static_cast<int>(look));
}

Look lookOf(const QObject* widget)
{
    return widget == nullptr ? Look::standard : static_cast<Look>(widget->property(lookName).toInt());
}

void setWrong(QObject& field, bool isWrong)
{
    field.setProperty(wrongName, isWrong);
}

bool isWrong(const QObject* field)
{
    return field != nullptr && field->property(wrongName).toBool();
}

} // namespace flowspine::render
