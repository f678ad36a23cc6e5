#include "diff/merge_fields.h"

#include "diff/sequence_merge.h"
#include "diff/text_merge.h"
#include "model/entity_type.h"

#include <algorithm>
#include <map>

namespace flowspine::diff {

namespace {

using model::ConflictKind;
using model::Extra;
using model::ExtraMember;
using model::FieldType;

// A text that may come several times: told apart by how often it came before.
struct NthText {
    std::string text;
    std::size_t number = 0;
    friend auto operator<=>(const NthText&, const NthText&) = default;
};

std::vector<NthText> keyed(const std::vector<std::string>& texts) {
    std::map<std::string, std::size_t> counts;
    std::vector<NthText> keys;
    for (const std::string& text : texts) keys.push_back({text, counts[text]++});
    return keys;
}
std::vector<NthText> keyed(const std::vector<AnyId>& ids) {
    std::map<AnyId, std::size_t> counts;
    std::vector<NthText> keys;
    for (const AnyId& id : ids) keys.push_back({std::string(id.text()), counts[id]++});
    return keys;
}

// `after` with the entries of `before` put back that `isBack`, behind what they stood behind.
template <class IsBack>
std::vector<AnyId> withReturned(const std::vector<AnyId>& before, std::vector<AnyId> after, IsBack isBack) {
    auto place = after.begin();
    for (const AnyId& id : before) {
        const auto at = std::find(after.begin(), after.end(), id);
        if (at != after.end())
            place = at + 1;
        else if (isBack(id))
            place = after.insert(place, id) + 1;
    }
    return after;
}

} // namespace
} // namespace flowspine::diff

template <>
struct std::hash<flowspine::diff::NthText> {
    std::size_t operator()(const flowspine::diff::NthText& key) const noexcept {
        return std::hash<std::string>()(key.text) * 31 + key.number;
    }
};

namespace flowspine::diff {

EntityPtr FieldMerge::merged(const EntityChange* mine, const EntityChange* yours) {
    const EntityChange& either = mine != nullptr ? *mine : *yours;
    // What one side alone changed is taken as it is, unless something that it lost comes back.
    if (yours == nullptr && m_ours.allReturned().empty() && m_doubtful.empty()) return mine->after;
    if (mine == nullptr && m_theirs.allReturned().empty() && m_doubtful.empty()) return yours->after;

    const model::EntityType& type = model::entityType(*either.after);
    EntityPtr base = either.before;
    if (!base) {
        const std::shared_ptr<model::Entity> blank = type.make();
        blank->id = either.id;
        base = blank;
    }
    const std::shared_ptr<model::Entity> result = type.clone(*(mine != nullptr ? mine->after : base));
    for (const FieldDescription& field : type.fields) {
        if (field.type == FieldType::children) continue;
        field.set(*result, mergedValue(either.id, field, field.get(*base), changeOf(m_ours, mine, field),
                                       changeOf(m_theirs, yours, field)));
    }
    result->extra = mergedExtra(either.id, base->extra, mine != nullptr ? mine->after->extra : base->extra,
                                yours != nullptr ? yours->after->extra : base->extra);
    return result;
}

FieldMerge::Change FieldMerge::changeOf(const MergeSide& side, const EntityChange* change,
                                        const FieldDescription& field) const {
    if (change == nullptr) return {};
    if (change->isAdded()) return {field.get(*change->after), !field.isDefault(*change->after)};
    const auto at = std::find_if(change->fields.begin(), change->fields.end(),
                                 [&field](const FieldChange& each) { return each.field == &field; });
    if (at == change->fields.end()) return {};
    if (const AnyId* before = std::get_if<AnyId>(&at->before)) {
        const bool isLost = side.removed(*before) && std::get<AnyId>(at->after).isEmpty();
        if (isLost && side.returned(*before)) return {};
        return {at->after, true, isLost};
    }
    if (const auto* before = std::get_if<std::vector<AnyId>>(&at->before)) {
        std::vector<AnyId> after = withReturned(*before, std::get<std::vector<AnyId>>(at->after),
                                                [&side](const AnyId& id) { return side.returned(id); });
        const bool differs = after != *before;
        return {std::move(after), differs};
    }
    return {at->after, true};
}

FieldValue FieldMerge::mergedValue(const AnyId& id, const FieldDescription& field, const FieldValue& base,
                                   const Change& mine, const Change& yours) {
    const bool isDoubtful =
        !m_doubtful.empty() && mine.isOne != yours.isOne && m_doubtful.contains({id, std::string(field.name)});
    if (isDoubtful) {
        const FieldValue& ours = mine.isOne ? mine.value : base;
        m_conflicts.add(id, ConflictKind::value, field, base, ours, yours.isOne ? yours.value : base);
        return ours;
    }
    if (!mine.isOne) return yours.isOne ? yours.value : base;
    if (!yours.isOne || mine.value == yours.value || yours.yields) return mine.value;
    if (mine.yields) return yours.value;
    return bothChanged(id, field, base, mine.value, yours.value);
}

FieldValue FieldMerge::bothChanged(const AnyId& id, const FieldDescription& field, const FieldValue& base,
                                   const FieldValue& mine, const FieldValue& yours) {
    switch (field.type) {
    case FieldType::texts: return mergedList<std::string>(id, field, base, mine, yours);
    case FieldType::references: return mergedList<AnyId>(id, field, base, mine, yours);
    case FieldType::text:
        if (std::optional<std::string> text =
                mergeText(std::get<std::string>(base), std::get<std::string>(mine), std::get<std::string>(yours)))
            return *std::move(text);
        break;
    default: break;
    }
    m_conflicts.add(id, ConflictKind::value, field, base, mine, yours);
    return mine;
}

template <class T>
FieldValue FieldMerge::mergedList(const AnyId& id, const FieldDescription& field, const FieldValue& base,
                                  const FieldValue& mine, const FieldValue& yours) {
    const std::vector<NthText> before = keyed(std::get<std::vector<T>>(base));
    const std::vector<NthText> left = keyed(std::get<std::vector<T>>(mine));
    const std::vector<NthText> right = keyed(std::get<std::vector<T>>(yours));
    const auto in = [](const std::vector<NthText>& list, const NthText& key) {
        return std::find(list.begin(), list.end(), key) != list.end();
    };
    // What was there stays while neither took it out; what is new stays in any case.
    const MergedSequence<NthText> sequence = mergeSequence(
        before, left, right, [&](const NthText& key) { return !in(before, key) || (in(left, key) && in(right, key)); });
    std::vector<T> items;
    for (const NthText& key : sequence.items) items.emplace_back(key.text);
    if (sequence.isDisputed) m_conflicts.add(id, ConflictKind::order, field, base, mine, yours);
    return items;
}

// Members that this version does not know, by name; a value is taken as a whole. What one side took out and the other
// changed stays.
Extra FieldMerge::mergedExtra(const AnyId& id, const Extra& base, const Extra& mine, const Extra& yours) {
    if (mine == yours || yours == base) return mine;
    if (mine == base) return yours;
    const auto find = [](const Extra& extra, const std::string& name) -> const ExtraMember* {
        for (const ExtraMember& member : extra.members())
            if (member.name == name) return &member;
        return nullptr;
    };
    const auto same = [](const ExtraMember* a, const ExtraMember* b) {
        return a == nullptr || b == nullptr ? a == b : a->json == b->json;
    };
    std::map<std::string, const ExtraMember*> chosen;
    std::vector<std::string> names[3];
    const Extra* const all[] = {&base, &mine, &yours};
    for (std::size_t i = 0; i < 3; ++i)
        for (const ExtraMember& member : all[i]->members()) {
            names[i].push_back(member.name);
            chosen.emplace(member.name, nullptr);
        }
    for (auto& [name, member] : chosen) {
        const ExtraMember* const before = find(base, name);
        const ExtraMember* const left = find(mine, name);
        const ExtraMember* const right = find(yours, name);
        member = same(left, before) ? right : left;
        if (same(left, before) || same(right, before) || same(left, right)) continue;
        const auto texts = [](const ExtraMember* each) { return each == nullptr ? Texts() : Texts{each->json}; };
        m_conflicts.add(id, ConflictKind::member, name, {texts(before), texts(left), texts(right)});
        if (left == nullptr) member = right;
    }
    const auto order = mergeSequence(names[0], names[1], names[2],
                                     [&chosen](const std::string& name) { return chosen.at(name) != nullptr; });
    std::vector<ExtraMember> members;
    for (const std::string& name : order.items) members.push_back(*chosen.at(name));
    std::stable_sort(members.begin(), members.end(),
                     [](const ExtraMember& a, const ExtraMember& b) { return a.after < b.after; });
    return Extra(std::move(members));
}

} // namespace flowspine::diff
