#include "model/deciders.h"

#include <algorithm>
#include <array>

namespace flowspine::model {

Letter deciderLetter(DecisionScheme scheme) {
    return scheme == DecisionScheme::rapid ? Letter::d : Letter::a;
}

std::span<const Letter> lettersOf(DecisionScheme scheme) {
    static constexpr std::array raci = {Letter::r, Letter::a, Letter::c, Letter::i};
    static constexpr std::array daci = {Letter::d, Letter::a, Letter::c, Letter::i};
    static constexpr std::array rapid = {Letter::r, Letter::a, Letter::p, Letter::i, Letter::d};
    switch (scheme) {
    case DecisionScheme::raci: return raci;
    case DecisionScheme::daci: return daci;
    case DecisionScheme::rapid: break;
    }
    return rapid;
}

std::vector<Id<Role>> decidersOf(const Model& model, const DecisionRight& right) {
    std::vector<Id<Role>> deciders;
    model.forEach(right.assignments, [&](const Assignment& assignment) {
        if (assignment.letter == deciderLetter(right.scheme) && model.find(assignment.role) != nullptr &&
            std::find(deciders.begin(), deciders.end(), assignment.role) == deciders.end())
            deciders.push_back(assignment.role);
    });
    return deciders;
}

} // namespace flowspine::model
