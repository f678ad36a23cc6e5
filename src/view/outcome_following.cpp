#include "view/outcome_following.h"

#include "view/outcome_board_parts.h"
#include "view/outcome_ties.h"

#include <algorithm>
#include <unordered_set>

namespace flowspine::view {

namespace {

using model::Constraint;
using model::Id;
using model::Outcome;

// A card drawn anew and where it stands in the picture.
struct Redrawn {
    Picture card;
    std::size_t firstShape = 0;
    std::size_t firstArea = 0;
};

class CardFollower {
  public:
    CardFollower(const Picture& picture, const OutcomeBoardContext& context, const TextMeasure& measure)
        : m_picture(picture), m_context(context), m_measure(measure) {}

    // Nothing when its shapes or areas are not those that the picture has.
    std::optional<Redrawn> redraw(const AnyId& id) const {
        const Outcome* outcome = m_context.model.find(Id<Outcome>(id));
        const Constraint* constraint = m_context.model.find(Id<Constraint>(id));
        if (!outcome && !constraint) return std::nullopt;
        const char* role = outcome ? "card" : "constraint";
        const auto area = std::find_if(m_picture.areas.begin(), m_picture.areas.end(),
                                       [&](const HitArea& each) { return each.id == id && each.role == role; });
        const auto shape = std::find_if(m_picture.shapes.begin(), m_picture.shapes.end(),
                                        [&](const Shape& each) { return each.id == id && each.part == "card"; });
        if (area == m_picture.areas.end() || shape == m_picture.shapes.end()) return std::nullopt;

        PictureBuilder to(m_measure);
        if (outcome && outcomeCardHeight(m_context, *outcome) != area->rect.height) return std::nullopt;
        if (outcome)
            drawOutcomeCard(to, m_context, *outcome, area->rect, rankOf(*outcome));
        else
            drawConstraintCard(to, m_context, *constraint, area->rect);
        Redrawn made{to.finish({0, 0, 1, 1}), static_cast<std::size_t>(shape - m_picture.shapes.begin()),
                     static_cast<std::size_t>(area - m_picture.areas.begin())};
        return isLikeBefore(made, ownIds(id)) ? std::optional(std::move(made)) : std::nullopt;
    }

  private:
    [[nodiscard]] std::size_t rankOf(const Outcome& outcome) const {
        std::size_t rank = 0;
        bool isFound = false;
        m_context.model.forEach(m_context.model.plan().outcomes, [&](const Outcome& each) {
            if (!isFound && each.perspective == outcome.perspective) ++rank;
            isFound = isFound || each.id == outcome.id;
        });
        return rank;
    }

    // What stands on the card.
    [[nodiscard]] std::unordered_set<AnyId> ownIds(const AnyId& id) const {
        std::unordered_set<AnyId> ids{id};
        const Outcome* outcome = m_context.model.find(Id<Outcome>(id));
        if (!outcome) return ids;
        m_context.model.forEach(outcome->measures, [&](const model::Measure& measure) {
            ids.insert(measure.id);
            for (const AnyId& reading : measure.readings.ids()) ids.insert(reading);
        });
        return ids;
    }

    [[nodiscard]] bool isLikeBefore(const Redrawn& made, const std::unordered_set<AnyId>& own) const {
        const std::vector<Shape>& shapes = m_picture.shapes;
        const std::vector<Shape>& drawn = made.card.shapes;
        const std::size_t end = made.firstShape + drawn.size();
        if (end > shapes.size() || (end < shapes.size() && own.contains(shapes[end].id))) return false;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const Shape& before = shapes[made.firstShape + i];
            if (before.id != drawn[i].id || before.part != drawn[i].part) return false;
        }
        const std::vector<HitArea>& areas = made.card.areas;
        if (made.firstArea + areas.size() > m_picture.areas.size()) return false;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            const HitArea& before = m_picture.areas[made.firstArea + i];
            if (before.id != areas[i].id || before.role != areas[i].role || before.key != areas[i].key) return false;
        }
        return true;
    }

    const Picture& m_picture;
    const OutcomeBoardContext& m_context;
    const TextMeasure& m_measure;
};

// A constraint's card says, to those who listen, which outcomes it holds back, and an outcome's which it is part of.
std::vector<AnyId> withTied(const model::Model& model, const std::vector<AnyId>& changed) {
    std::vector<AnyId> all = changed;
    model.forEach<Constraint>([&](const Constraint& constraint) {
        const bool isTied = std::any_of(changed.begin(), changed.end(),
                                        [&](const AnyId& id) { return constraint.outcomes.contains(Id<Outcome>(id)); });
        if (isTied && std::find(all.begin(), all.end(), constraint.id) == all.end()) all.push_back(constraint.id);
    });
    model.forEach<Outcome>([&](const Outcome& outcome) {
        if (std::find(changed.begin(), changed.end(), outcome.parent) != changed.end() &&
            std::find(all.begin(), all.end(), outcome.id) == all.end())
            all.push_back(outcome.id);
    });
    return all;
}

} // namespace

std::optional<std::vector<std::size_t>> followCards(Picture& picture, const model::Model& model,
                                                    const model::ModelIndex& index, const OutcomeBoardOptions& options,
                                                    const std::vector<AnyId>& changed, const TextMeasure& measure) {
    const OutcomeBoardContext context = boardContext(model, index, options);
    const CardFollower follower(picture, context, measure);
    std::vector<Redrawn> cards;
    for (const AnyId& id : withTied(model, changed)) {
        std::optional<Redrawn> card = follower.redraw(id);
        if (!card) return std::nullopt;
        cards.push_back(std::move(*card));
    }
    std::vector<std::size_t> places;
    for (Redrawn& each : cards) {
        for (std::size_t i = 0; i < each.card.shapes.size(); ++i) {
            picture.shapes[each.firstShape + i] = std::move(each.card.shapes[i]);
            places.push_back(each.firstShape + i);
        }
        std::move(each.card.areas.begin(), each.card.areas.end(),
                  picture.areas.begin() + static_cast<std::ptrdiff_t>(each.firstArea));
    }
    // Ties name both their ends.
    for (std::size_t i = 0; i < picture.shapes.size(); ++i) {
        Shape& shape = picture.shapes[i];
        if (shape.tip.empty() || !shape.part.starts_with("tie.")) continue;
        const std::string_view rest = std::string_view(shape.part).substr(4);
        const AnyId outcome(std::string(rest.substr(0, rest.find('.'))));
        const bool isOfChanged = std::any_of(changed.begin(), changed.end(),
                                             [&](const AnyId& id) { return id == shape.id || id == outcome; });
        if (!isOfChanged) continue;
        shape.tip = visible(tieTip(model, shape.id, outcome), longestTip);
        places.push_back(i);
    }
    return places;
}

} // namespace flowspine::view
