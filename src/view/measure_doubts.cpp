#include "view/measure_doubts.h"

#include "model/naming.h"

namespace flowspine::view {

std::vector<MeasureDoubt> doubtsAbout(const model::Model& model, const model::Measure& measure) {
    std::vector<MeasureDoubt> doubts;
    const auto doubt = [&](const char* field, std::string sentence) {
        doubts.push_back({measure.id, field, std::move(sentence)});
    };
    const auto number = [](double value) { return model::numberText(value); };
    if (measure.baseline && measure.target) {
        const bool rises = *measure.target > *measure.baseline;
        const bool falls = *measure.target < *measure.baseline;
        if (measure.direction == model::Direction::increase && !rises)
            doubt("target", "It should increase, but the target " + number(*measure.target) +
                                " is not above the baseline " + number(*measure.baseline) + ".");
        if (measure.direction == model::Direction::decrease && !falls)
            doubt("target", "It should decrease, but the target " + number(*measure.target) +
                                " is not below the baseline " + number(*measure.baseline) + ".");
    }
    if (measure.baselineDate && measure.targetDate && *measure.targetDate <= *measure.baselineDate)
        doubt("targetDate", "The target's date, " + base::toWords(*measure.targetDate) +
                                ", does not come after the baseline's, " + base::toWords(*measure.baselineDate) + ".");
    if (measure.min && measure.max && *measure.min > *measure.max)
        doubt("max",
              "The upper limit " + number(*measure.max) + " is below the lower limit " + number(*measure.min) + ".");
    if (measure.direction == model::Direction::maintain && !measure.min && !measure.max)
        doubt("min", "It is to be kept within limits, but no limit has a number.");
    model.forEach(measure.readings, [&](const model::Reading& reading) {
        if (!reading.date) doubts.push_back({reading.id, "date", "A reading has no date, so it is not drawn."});
        if (reading.value) return;
        std::string sentence = reading.notes.empty()
                                   ? "A reading has no value, so it is not drawn."
                                   : "“" + reading.notes + "” is not a number, so that reading is not drawn.";
        doubts.push_back({reading.id, "value", std::move(sentence)});
    });
    return doubts;
}

} // namespace flowspine::view
