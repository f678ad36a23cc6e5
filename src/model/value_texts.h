// A field's value as texts, as it stands in a conflict, and back. Lossless: what was written reads back equal.
#pragma once

#include "model/field.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::model {

// One text as the project file writes the value ("PT2H", "4.5", "team-4k7m2q9x1d3v", "true"), one each for the elements
// of a list, none for what is unstated or empty.
[[nodiscard]] std::vector<std::string> toTexts(const FieldDescription& field, const FieldValue& value);

// nullopt when the texts are no value of this field. Whether an id names anything is not looked at.
[[nodiscard]] std::optional<FieldValue> fromTexts(const FieldDescription& field, const std::vector<std::string>& texts);

} // namespace flowspine::model
