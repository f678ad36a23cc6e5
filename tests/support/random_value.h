// Random values for any field of any entity: ordinary ones, and those at the edges of what a field may hold.
#pragma once

#include "model/field.h"
#include "model/model.h"
#include "support/random.h"

#include <string>

namespace flowspine::test {

// Valid UTF-8 of many scripts, with quotes, line breaks, control characters and emptiness among it.
[[nodiscard]] std::string randomText(Random& random, bool isMultiline);

// A value that `field` may hold for an entity of `model`, references to existing entities included. Structure is not
// looked at: a link may get steps of another variant. Child lists come out empty.
[[nodiscard]] model::FieldValue randomValue(Random& random, const model::Model& model,
                                            const model::FieldDescription& field);

// Members that this version does not know, in between the fields that `entity` states.
[[nodiscard]] model::Extra randomExtra(Random& random, const model::Entity& entity);

} // namespace flowspine::test
