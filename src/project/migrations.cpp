#include "project/migrations.h"

#include "project/document_check.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace flowspine::project {

std::span<const MigrationStep> migrationSteps() {
    return {};
}

base::Result<std::string> migrate(std::string_view bytes, int version, const Limits& limits,
                                  std::span<const MigrationStep> steps) {
    for (int from = version; from < currentFormatVersion; ++from)
        if (std::none_of(steps.begin(), steps.end(), [from](const MigrationStep& step) { return step.from == from; }))
            return base::failure("wrong-format", "This plan says “formatVersion”: " + std::to_string(version) +
                                                     ", which no version of Flowspine has written.");
    // What parsing into a tree would not notice, or would take too long for.
    if (base::Result<> checked = checkDocument(bytes, limits); !checked) return checked.error();
    nlohmann::ordered_json plan = nlohmann::ordered_json::parse(bytes, nullptr, false);
    for (int from = version; from < currentFormatVersion; ++from) {
        const auto step =
            std::find_if(steps.begin(), steps.end(), [from](const MigrationStep& each) { return each.from == from; });
        if (base::Result<> done = step->apply(plan); !done) return done.error();
        plan["formatVersion"] = from + 1;
    }
    return plan.dump(2);
}

} // namespace flowspine::project
