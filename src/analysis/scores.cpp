#include "analysis/scores.h"

#include <algorithm>

namespace flowspine::analysis {

void RuleTally::add(Severity severity, bool isPass) {
    ++(isPass ? passed : failed);
    (isPass ? passedWeight : failedWeight) += weightOf(severity);
}

double AreaScore::passedWeight() const {
    double sum = 0;
    for (const RuleTally& rule : rules) sum += rule.passedWeight;
    return sum;
}

double AreaScore::failedWeight() const {
    double sum = 0;
    for (const RuleTally& rule : rules) sum += rule.failedWeight;
    return sum;
}

std::optional<double> AreaScore::value() const {
    const double passing = passedWeight();
    const double all = passing + failedWeight();
    return all > 0 ? std::optional(100 * passing / all) : std::nullopt;
}

std::vector<RuleTally> AreaScore::losses() const {
    std::vector<RuleTally> costly;
    for (const RuleTally& rule : rules)
        if (rule.failedWeight > 0) costly.push_back(rule);
    std::stable_sort(costly.begin(), costly.end(),
                     [](const RuleTally& a, const RuleTally& b) { return a.failedWeight > b.failedWeight; });
    return costly;
}

const AreaScore* Scores::weakest() const {
    const AreaScore* least = nullptr;
    for (const AreaScore& area : areas)
        if (area.value() && (least == nullptr || *area.value() < *least->value())) least = &area;
    return least;
}

} // namespace flowspine::analysis
