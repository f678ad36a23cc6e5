// What a field accepts from the file, and the words for it.
#pragma once

#include "base/result.h"
#include "model/field.h"

#include <string>
#include <string_view>

namespace flowspine::project {

// A text of the file as the value of a text, date, duration, period, choice or reference. Errors: bad-value, bad-id,
// and wrong-type when the field takes no text; their messages complete "“start” of step “x” ".
[[nodiscard]] base::Result<model::FieldValue> fromText(const model::FieldDescription& field, std::string_view text);

// The id of an entity; error bad-id.
[[nodiscard]] base::Result<model::AnyId> idFromText(std::string_view text);

// "must be a number; here it is text."
[[nodiscard]] base::Error wrongType(const model::FieldDescription& field, std::string_view found);

// The same for an element of a list.
[[nodiscard]] base::Error wrongElement(const model::FieldDescription& field, std::string_view found);

// In quotation marks, cut when it is long.
[[nodiscard]] std::string inQuotes(std::string_view text);

// The kind that a list of children holds.
[[nodiscard]] model::Kind childKind(const model::FieldDescription& children);

} // namespace flowspine::project
