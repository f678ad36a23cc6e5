// The rules of each area, and what all of them are written with. For the rules_*.cpp files; others use rule.h.
#pragma once

#include "analysis/evaluation_context.h"
#include "analysis/rule.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace flowspine::analysis {

[[nodiscard]] std::vector<Rule> outcomeRules(); // about outcomes
[[nodiscard]] std::vector<Rule> measureRules();
[[nodiscard]] std::vector<Rule> constraintRules();
[[nodiscard]] std::vector<Rule> spineRules();
[[nodiscard]] std::vector<Rule> flowRules();      // about whole flows
[[nodiscard]] std::vector<Rule> structureRules(); // about how steps are linked
[[nodiscard]] std::vector<Rule> stepRules();      // about the work itself
[[nodiscard]] std::vector<Rule> teamRules();
[[nodiscard]] std::vector<Rule> roadmapItemRules();
[[nodiscard]] std::vector<Rule> roadmapRules(); // about the roadmap as a whole
[[nodiscard]] std::vector<Rule> planRules();

using Verdicts = Verdict::State;
using Arguments = std::vector<std::string>;
using Changes = std::vector<SuggestedChange>;

[[nodiscard]] inline Verdict notApplicable() {
    return {};
}
[[nodiscard]] inline Verdict pass() {
    Verdict verdict;
    verdict.state = Verdict::State::pass;
    return verdict;
}
[[nodiscard]] inline Verdict fail(Arguments arguments, std::vector<AnyId> others = {}, std::size_t message = 0) {
    Verdict verdict;
    verdict.state = Verdict::State::fail;
    verdict.message = message;
    verdict.arguments = std::move(arguments);
    verdict.others = std::move(others);
    return verdict;
}
// `arguments` is asked only for a failure.
template <class F>
[[nodiscard]] Verdict failIf(bool condition, F&& arguments) {
    return condition ? fail(arguments()) : pass();
}

template <class T>
using CheckOf = Verdict (*)(const T&, EvaluationContext&);
template <class T>
using FixOf = Changes (*)(const T&, EvaluationContext&);

namespace detail {
template <class F>
struct Subject;
template <class R, class T>
struct Subject<R (*)(const T&, EvaluationContext&)> {
    using Type = T;
};
} // namespace detail

// Turns a function on one type of entity into one on any: `typed<hasNoOwner>`.
template <auto function>
[[nodiscard]] auto typed(const model::Entity& entity, EvaluationContext& context) {
    return function(static_cast<const typename detail::Subject<decltype(function)>::Type&>(entity), context);
}

// A threshold that counts things: rounded down, 0 to a million.
[[nodiscard]] std::size_t countFrom(double threshold);
// "31", "0.4", "99.9": a percentage as people say it.
[[nodiscard]] std::string percentText(double percent);
// Lower case, white space and punctuation as single spaces: titles that differ only in these are the same.
[[nodiscard]] std::string plainText(std::string_view text);
// Nothing but white space.
[[nodiscard]] bool isBlank(std::string_view text);
// "A", "A and B", "A, B and C"
[[nodiscard]] std::string listed(const std::vector<std::string>& parts);
[[nodiscard]] std::vector<std::string> quoted(std::vector<std::string> names);
// Whether one of the words or phrases stands in a plainText().
[[nodiscard]] bool hasWord(std::string_view plain, std::initializer_list<std::string_view> words);

// One change of one step.
[[nodiscard]] SuggestedChange setting(base::Sentence label, const AnyId& entity, std::string_view field,
                                      model::FieldValue value);
[[nodiscard]] SuggestedChange addition(base::Sentence label, Kind kind, const AnyId& owner,
                                       std::vector<std::pair<std::string_view, model::FieldValue>> fields);
template <class E>
[[nodiscard]] model::FieldValue choiceValue(E value) {
    return model::ChoiceValue{static_cast<std::uint8_t>(value)};
}
template <class T>
[[nodiscard]] model::FieldValue withAlso(const model::IdList<T>& list, const AnyId& id) {
    std::vector<AnyId> ids = list.ids();
    ids.push_back(id);
    return ids;
}

} // namespace flowspine::analysis
