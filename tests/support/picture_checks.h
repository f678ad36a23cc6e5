// What must hold for every picture, as sentences about what does not; empty when all is well.
#pragma once

#include "model/model.h"
#include "view/picture.h"
#include "view/text_measure.h"

#include <string>
#include <vector>

namespace flowspine::test {

// (id, part) is unique, everything lies within the bounds, numbers are finite, text is visible() text as wide as it
// says, links lead to something.
[[nodiscard]] std::string problemsOf(const view::Picture& picture, const view::TextMeasure& measure);

// Areas of the given roles do not overlap each other.
[[nodiscard]] std::string overlapsOf(const view::Picture& picture, const std::vector<std::string>& roles);

// Every entity of the list has exactly one area of `role` and exactly one shape with an alternative text.
[[nodiscard]] std::string missingOf(const view::Picture& picture, const std::string& role,
                                    const std::vector<model::AnyId>& ids);

// Labels that stand for an entity with an area of `role` end within it.
[[nodiscard]] std::string textOutside(const view::Picture& picture, const std::string& role);

} // namespace flowspine::test
