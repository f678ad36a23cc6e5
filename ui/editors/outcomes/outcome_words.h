// Words and places that the parts of the outcomes editor share.
#pragma once

#include "adapters/picture_editor.h"
#include "adapters/plain_text.h"
#include "model/choices.h"

namespace flowspine::editors {

inline constexpr std::string_view constraintKey = "constraint";

[[nodiscard]] inline model::Perspective perspectiveOf(std::string_view key) {
    return key == model::nameOf(model::Perspective::organisation) ? model::Perspective::organisation
                                                                  : model::Perspective::peopleServed;
}

[[nodiscard]] inline model::Perspective otherOf(model::Perspective perspective) {
    return perspective == model::Perspective::peopleServed ? model::Perspective::organisation
                                                           : model::Perspective::peopleServed;
}

// The line that takes the next outcome.
[[nodiscard]] inline adapters::TypingPlace addPlace(model::Perspective perspective) {
    return {"add", {}, std::string(model::nameOf(perspective))};
}

// Menu texts take "&" as a mnemonic.
[[nodiscard]] inline QString menuText(std::string_view words) {
    QString text = adapters::oneLine(adapters::toQt(words));
    if (text.size() > 60) text = text.left(60) + u'…';
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace flowspine::editors
