// Words for entities and values, for people: "step “Check zoning”", "3 d", "Lead, Planning".
#pragma once

#include "model/field.h"
#include "model/model.h"

#include <string>

namespace flowspine::model {

// The entity's title, or what stands for it when it has none ("link Check zoning → Decide", "parallel split").
[[nodiscard]] std::string shortName(const Model& model, const AnyId& id);
// Kind and short name: "step “Check zoning”"; the bare id when it is unknown.
[[nodiscard]] std::string fullName(const Model& model, const AnyId& id);
// A field's value in words; "nothing" when it is empty. Ids become short names.
[[nodiscard]] std::string valueText(const Model& model, const FieldDescription& field, const FieldValue& value);
// Shortest text that reads back as the same number ("55", "0.25"). No NaN or infinity.
[[nodiscard]] std::string numberText(double value);

} // namespace flowspine::model
