// What the values of a measure contradict in each other, as one sentence a field. The plan keeps every value as it was
// typed; these are said beside it.
#pragma once

#include "model/model.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::view {

struct MeasureDoubt {
    model::AnyId entity; // the measure, or one of its readings
    std::string_view field;
    std::string sentence;
    friend bool operator==(const MeasureDoubt&, const MeasureDoubt&) = default;
};
// A target against its direction, a target's date before its baseline's, limits the wrong way round or missing where a
// value is to be kept, readings without a date or a value.
[[nodiscard]] std::vector<MeasureDoubt> doubtsAbout(const model::Model& model, const model::Measure& measure);

} // namespace flowspine::view
