// The icon of a kind of entity, and what a link to an entity means seen from its target: "Delivered by".
#pragma once

#include "model/model_index.h"

#include <QCoreApplication>
#include <QString>

namespace flowspine::panels {

[[nodiscard]] QString iconNameOf(model::Kind kind);

class KindWords {
    Q_DECLARE_TR_FUNCTIONS(KindWords)

  public:
    // "Roadmap item"
    [[nodiscard]] static QString name(model::Kind kind);
    [[nodiscard]] static QString plural(model::Kind kind);
    // Of the reference, for a heading over those that hold it.
    [[nodiscard]] static QString seenFromTarget(const model::Reference& reference);
};

} // namespace flowspine::panels
