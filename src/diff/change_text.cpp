#include "diff/change_text.h"

#include "diff/list_change.h"
#include "diff/names.h"
#include "diff/wording.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "model/plan_order.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace flowspine::diff {

namespace {

using model::Entity;
using model::EntityType;
using model::FieldType;

// The field that names an entity; "passes" of a link and the like describe it but are no name.
bool isName(const FieldDescription& field) {
    return field.options.isTitle && (field.name == "name" || field.name == "title");
}

// No and the first choice are statements, unless that choice is "unstated".
bool isStated(const FieldDescription& field, const Entity& entity) {
    if (field.type == FieldType::boolean) return true;
    if (field.type == FieldType::choice && field.choices.front().name != "unstated") return true;
    return !field.isDefault(entity);
}

class Writer {
  public:
    Writer(const ModelDiff& difference, const Model& before, const Model& after)
        : m_difference(difference), m_before(before), m_after(after) {}

    std::vector<ChangeLine> run() {
        collectOwners();
        for (const EntityChange& change : m_difference.changes) {
            if (change.isAdded() || change.isRemoved())
                describePresence(change);
            else
                describeFields(change);
        }
        sortByPlan();
        return std::move(m_lines);
    }

  private:
    void say(const AnyId& id, bool isPlacement, std::string pattern, std::vector<std::string> arguments) {
        arguments.front() = pattern.starts_with("%1") ? capitalised(arguments.front()) : arguments.front();
        m_lines.push_back({id, areaOf(*model::kindOf(id)), isPlacement, {std::move(pattern), std::move(arguments)}});
    }

    // Owners of what changed hands, came or went: they are all in the difference.
    void collectOwners() {
        const auto note = [](const EntityPtr& owner, std::unordered_map<AnyId, AnyId>& owners) {
            if (!owner) return;
            for (const FieldDescription& field : model::entityType(*owner).fields)
                if (field.type == FieldType::children)
                    for (const AnyId& child : model::idsIn(*owner, field)) owners.emplace(child, owner->id);
        };
        for (const EntityChange& change : m_difference.changes) {
            note(change.before, m_ownerBefore);
            note(change.after, m_ownerAfter);
        }
        for (const EntityChange& change : m_difference.changes)
            if (change.isAdded() || change.isRemoved()) ++m_owned[rootOf(change)][index(*model::kindOf(change.id))];
    }

    static std::size_t index(Kind kind) { return static_cast<std::size_t>(kind); }

    // The topmost owner that came or went together with `change`; itself when it came or went alone.
    AnyId rootOf(const EntityChange& change) const {
        const auto& owners = change.isAdded() ? m_ownerAfter : m_ownerBefore;
        AnyId root = change.id;
        for (auto above = owners.find(root); above != owners.end(); above = owners.find(root)) {
            const EntityChange* owner = m_difference.find(above->second);
            if (owner == nullptr || owner->isAdded() != change.isAdded() || owner->isRemoved() != change.isRemoved())
                break;
            root = owner->id;
        }
        return root;
    }

    void describePresence(const EntityChange& change) {
        if (rootOf(change) == change.id) {
            std::vector<std::string> arguments{(change.isAdded() ? m_after : m_before).of(change.id)};
            std::vector<std::string> counts;
            for (const Kind kind : model::allKinds()) {
                const std::size_t self = model::kindOf(change.id) == kind ? 1 : 0;
                const std::size_t count = m_owned[change.id][index(kind)] - self;
                if (count > 0 && kind != Kind::placement) counts.push_back(countText(count, kind));
            }
            std::string pattern = change.isAdded() ? "Added %1" : "Removed %1";
            if (!counts.empty()) {
                pattern += " with %2";
                arguments.push_back(listText(counts));
            }
            say(change.id, change.isPlacementOnly(), std::move(pattern), std::move(arguments));
        }
        if (!change.isAdded()) return;
        // Something old may stand below something new.
        for (const FieldDescription& field : model::entityType(*change.after).fields)
            if (field.type == FieldType::children) describeArrivals(model::idsIn(*change.after, field), field);
    }

    void describeFields(const EntityChange& change) {
        const EntityType& type = model::entityType(*change.after);
        for (const FieldChange& each : change.fields) {
            if (each.field->type == FieldType::children)
                describeChildren(change, each);
            else
                describeField(change, type, each);
        }
        if (change.before->extra != change.after->extra)
            say(change.id, false, "%1: members that this version does not know changed", {m_after.of(change.id)});
    }

    void describeChildren(const EntityChange& change, const FieldChange& each) {
        const auto list =
            listChange(std::get<std::vector<AnyId>>(each.before), std::get<std::vector<AnyId>>(each.after));
        describeArrivals(list.gained, *each.field);
        if (list.moved.empty()) return;
        const bool isPlacement = each.field->options.isPlacement;
        if (list.moved.size() == 1) {
            describeMove(list.moved.front(), std::get<std::vector<AnyId>>(each.after), isPlacement);
            return;
        }
        const Kind child = *model::kindOf(list.moved.front());
        const std::string plural = capitalised(std::string(model::entityType(child).plural));
        const AnyId first = list.moved.front();
        if (model::kindOf(change.id) == Kind::plan)
            say(first, isPlacement, "%1 put in another order", {plural});
        else
            say(first, isPlacement, "%1 of %2 put in another order", {plural, m_after.of(change.id)});
    }

    void describeMove(const AnyId& id, const std::vector<AnyId>& order, bool isPlacement) {
        const auto next = std::find(order.begin(), order.end(), id) + 1;
        if (next == order.end())
            say(id, isPlacement, "%1 moved to the end", {m_after.of(id)});
        else
            say(id, isPlacement, "%1 moved before %2", {m_after.of(id), "“" + m_after.shortName(*next) + "”"});
    }

    // Of `children` that are new to their owner, those that were in the plan before under another one.
    void describeArrivals(const std::vector<AnyId>& children, const FieldDescription& field) {
        for (const AnyId& id : children) {
            const auto from = m_ownerBefore.find(id);
            const auto to = m_ownerAfter.find(id);
            if (from == m_ownerBefore.end() || to == m_ownerAfter.end()) continue;
            if (!m_after.model().contains(id)) continue;
            say(id, field.options.isPlacement, "%1 moved from %2 to %3",
                {m_after.of(id), m_before.of(from->second), m_after.of(to->second)});
        }
    }

    void describeField(const EntityChange& change, const EntityType& type, const FieldChange& each) {
        const FieldDescription& field = *each.field;
        const bool isPlacement = field.options.isPlacement;
        const std::string label = labelInside(type.fields, field);
        const bool wasStated = isStated(field, *change.before);
        const bool isStatedNow = isStated(field, *change.after);
        if (isName(field) && wasStated && isStatedNow) {
            const TextPair names = textsOf(each);
            say(change.id, false, "%1 renamed to %2", {m_before.of(change.id), "“" + names.after + "”"});
            return;
        }
        const std::string name = m_after.of(change.id);
        if (const auto words = listWords(each)) {
            say(change.id, isPlacement, words->pattern, withFront({name, label}, words->arguments));
            return;
        }
        const TextPair values = textsOf(each);
        if (!wasStated)
            say(change.id, isPlacement, "%1: %2 set to %3", {name, label, values.after});
        else if (!isStatedNow)
            say(change.id, isPlacement, "%1: %2 cleared, was %3", {name, label, values.before});
        else
            say(change.id, isPlacement, "%1: %2 %3 → %4", {name, label, values.before, values.after});
    }

    static std::vector<std::string> withFront(std::vector<std::string> front, const std::vector<std::string>& rest) {
        front.insert(front.end(), rest.begin(), rest.end());
        return front;
    }

    // Both values in words; of long texts the parts that differ.
    TextPair textsOf(const FieldChange& each) const {
        const auto* before = std::get_if<std::string>(&each.before);
        const auto* after = std::get_if<std::string>(&each.after);
        if (before == nullptr || after == nullptr)
            return {elided(model::valueText(m_before.model(), *each.field, each.before)),
                    elided(model::valueText(m_after.model(), *each.field, each.after))};
        if (isName(*each.field)) return {elided(*before), elided(*after)};
        if (before->empty() || after->empty()) return {"“" + elided(*before) + "”", "“" + elided(*after) + "”"};
        const TextPair pair = shortened(*before, *after);
        return {"“" + pair.before + "”", "“" + pair.after + "”"};
    }

    // What came into and went out of a list of references or words; nothing for other fields.
    std::optional<Sentence> listWords(const FieldChange& each) const {
        if (const auto* before = std::get_if<std::vector<std::string>>(&each.before)) {
            const auto name = [](const std::string& text) { return "“" + elided(text) + "”"; };
            return listSentence(*before, std::get<std::vector<std::string>>(each.after), name, name);
        }
        if (const auto* before = std::get_if<std::vector<AnyId>>(&each.before))
            return listSentence(
                *before, std::get<std::vector<AnyId>>(each.after),
                [this](const AnyId& id) { return m_before.shortName(id); },
                [this](const AnyId& id) { return m_after.shortName(id); });
        return std::nullopt;
    }

    template <class T, class NameBefore, class NameAfter>
    static Sentence listSentence(const std::vector<T>& before, const std::vector<T>& after, NameBefore nameBefore,
                                 NameAfter nameAfter) {
        const ListChange<T> list = listChange(before, after);
        const auto words = [](const std::vector<T>& items, auto name) {
            std::vector<std::string> names;
            for (const T& item : items) names.push_back(name(item));
            return listText(names);
        };
        if (list.gained.empty() && list.lost.empty()) return {"%1: %2 in another order: %3", {words(after, nameAfter)}};
        if (list.lost.empty()) return {"%1: %2 gained %3", {words(list.gained, nameAfter)}};
        if (list.gained.empty()) return {"%1: %2 lost %3", {words(list.lost, nameBefore)}};
        return {"%1: %2 gained %3 and lost %4", {words(list.gained, nameAfter), words(list.lost, nameBefore)}};
    }

    // By area, then as the plan reads; what is gone stands where it stood.
    void sortByPlan() {
        if (m_lines.size() < 2) return;
        std::unordered_map<AnyId, std::size_t> place;
        for (const Model* each : {&m_after.model(), &m_before.model()}) {
            if (!each->isValid()) continue;
            std::size_t next = 0;
            for (const AnyId& id : model::withAllOwned(*each, each->plan().id)) place.emplace(id, next++);
        }
        std::stable_sort(m_lines.begin(), m_lines.end(), [&place](const ChangeLine& a, const ChangeLine& b) {
            return std::pair(a.area, place[a.id]) < std::pair(b.area, place[b.id]);
        });
    }

    const ModelDiff& m_difference;
    Names m_before;
    Names m_after;
    std::unordered_map<AnyId, AnyId> m_ownerBefore;
    std::unordered_map<AnyId, AnyId> m_ownerAfter;
    std::unordered_map<AnyId, std::array<std::size_t, model::kindCount>> m_owned; // by root and kind, root included
    std::vector<ChangeLine> m_lines;
};

} // namespace

std::string_view labelOf(Area area) {
    static constexpr std::array<std::string_view, 5> labels = {"Plan", "Outcomes", "Fixed spine", "Value flows",
                                                               "Roadmap"};
    return labels.at(static_cast<std::size_t>(area));
}

std::vector<ChangeLine> describe(const ModelDiff& difference, const Model& before, const Model& after) {
    return Writer(difference, before, after).run();
}

} // namespace flowspine::diff
