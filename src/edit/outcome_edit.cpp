#include "edit/outcome_edit.h"

#include "edit/groundwork.h"
#include "edit/rank.h"
#include "model/draft.h"

#include <algorithm>
#include <array>
#include <limits>

namespace flowspine::edit {

namespace {

using model::Constraint;
using model::Outcome;
using model::Perspective;

constexpr std::size_t last = std::numeric_limits<std::size_t>::max();

std::size_t placeOf(const Model& model, const AnyId& moved, Perspective perspective, std::size_t rank) {
    return placeForRank(model, model.plan().outcomes, moved, rank,
                        [perspective](const Outcome& outcome) { return outcome.perspective == perspective; });
}

Result<Added> addOutcomeAt(const Model& model, Perspective perspective, std::string_view title, std::size_t position,
                           base::IdGenerator& ids) {
    auto outcome = std::make_shared<Outcome>();
    outcome->id = newId(model, Kind::outcome, ids);
    outcome->title = title;
    outcome->perspective = perspective;
    const AnyId id = outcome->id;
    Result<Model> next = add(model, model.plan().id, std::move(outcome), position);
    if (!next) return next.error();
    return Added{*std::move(next), id};
}

bool takePrefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\v\f";
    const std::size_t first = text.find_first_not_of(blank);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(blank) - first + 1);
}

// "- ", "* ", "• ", "– " and "12. " or "12) " at the start of a line.
std::string_view withoutListMark(std::string_view line) {
    static constexpr std::array<std::string_view, 5> bullets = {"- ", "* ", "• ", "– ", "·\t"};
    for (const std::string_view bullet : bullets)
        if (takePrefix(line, bullet)) return trimmed(line);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == 0 || digits > 3) return line;
    const std::string_view rest = line.substr(digits);
    return rest.starts_with(". ") || rest.starts_with(") ") ? trimmed(rest.substr(2)) : line;
}

Result<Model> setTie(const Model& model, const Id<Constraint>& constraint, const Id<Outcome>& outcome, bool isTied) {
    const Constraint* present = model.find(constraint);
    if (present == nullptr) return noSuchEntity(constraint);
    return setField(model, constraint, "outcomes", withMember(present->outcomes, outcome, isTied));
}

} // namespace

Result<Added> addOutcome(const Model& model, Perspective perspective, std::string_view title, base::IdGenerator& ids,
                         std::optional<std::size_t> rank) {
    return addOutcomeAt(model, perspective, title, placeOf(model, {}, perspective, rank.value_or(last)), ids);
}

std::vector<std::string> titlesIn(std::string_view lines) {
    std::vector<std::string> titles;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        std::string title(withoutListMark(trimmed(lines.substr(0, end))));
        std::replace(title.begin(), title.end(), '\t', ' ');
        if (!title.empty()) titles.push_back(std::move(title));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return titles;
}

Result<Pasted> pasteOutcomes(const Model& model, Perspective perspective, std::string_view lines,
                             base::IdGenerator& ids) {
    Pasted pasted{model, {}};
    std::size_t position = placeOf(model, {}, perspective, last);
    for (const std::string& title : titlesIn(lines)) {
        Result<Added> added = addOutcomeAt(pasted.model, perspective, title, position++, ids);
        if (!added) return added.error();
        pasted.roots.push_back(added->id);
        pasted.model = (*std::move(added)).model;
    }
    return pasted;
}

Result<Model> moveOutcome(const Model& model, const Id<Outcome>& outcome, Perspective perspective, std::size_t rank) {
    Result<Model> moved = move(model, outcome, model.plan().id, placeOf(model, outcome, perspective, rank));
    if (!moved) return moved;
    return setField(*moved, outcome, "perspective", model::ChoiceValue{static_cast<std::uint8_t>(perspective)});
}

Result<Added> addMeasure(const Model& model, const Id<Outcome>& outcome, std::string_view name,
                         base::IdGenerator& ids) {
    return addNew(model, outcome, Kind::measure, name, ids);
}

Result<Added> addConstraintFor(const Model& model, const Id<Outcome>& outcome, std::string_view title,
                               base::IdGenerator& ids) {
    Result<Added> added = addNew(model, model.plan().id, Kind::constraint, title, ids);
    if (!added) return added;
    Result<Model> tied = setTie(added->model, Id<Constraint>(added->id), outcome, true);
    if (!tied) return tied.error();
    return Added{*std::move(tied), added->id};
}

Result<Model> tieConstraint(const Model& model, const Id<Constraint>& constraint, const Id<Outcome>& outcome) {
    return setTie(model, constraint, outcome, true);
}

Result<Model> untieConstraint(const Model& model, const Id<Constraint>& constraint, const Id<Outcome>& outcome) {
    return setTie(model, constraint, outcome, false);
}

Result<Model> setDelivers(const Model& model, const Id<model::Flow>& flow, const Id<Outcome>& outcome,
                          bool isDelivered) {
    const model::Flow* found = model.find(flow);
    if (!found) return noSuchEntity(flow);
    std::vector<AnyId> outcomes = found->outcomes.ids();
    std::erase(outcomes, outcome);
    if (isDelivered) outcomes.push_back(outcome);
    return setField(model, flow, "outcomes", model::FieldValue(std::move(outcomes)));
}

} // namespace flowspine::edit
