#include "support/plan_version.h"

#include "model/value_texts.h"

#include <algorithm>
#include <set>

namespace flowspine::test {

using model::AnyId;
using model::FieldDescription;

namespace {

std::size_t placeIn(const Texts& list, const std::string& item) {
    return static_cast<std::size_t>(std::find(list.begin(), list.end(), item) - list.begin());
}

} // namespace

PlanVersion::PlanVersion(const model::Model& model) {
    for (const model::Kind kind : model::allKinds())
        for (const model::EntityPtr& row : model.table(kind).rows()) {
            m_entities[row->id] = row;
            for (const FieldDescription& field : model::entityType(kind).fields)
                if (field.type == model::FieldType::children)
                    for (const AnyId& child : model::idsIn(*row, field)) m_owners[child] = row->id;
        }
}

AnyId PlanVersion::ownerOf(const AnyId& id) const {
    const auto at = m_owners.find(id);
    return at == m_owners.end() ? AnyId() : at->second;
}

Texts PlanVersion::value(const AnyId& id, const FieldDescription& field) const {
    const auto at = m_entities.find(id);
    if (at != m_entities.end()) return model::toTexts(field, field.get(*at->second));
    return model::toTexts(field, field.get(*model::entityType(*model::kindOf(id)).make()));
}

std::map<std::string, std::string> PlanVersion::extra(const AnyId& id) const {
    std::map<std::string, std::string> members;
    if (const auto at = m_entities.find(id); at != m_entities.end())
        for (const model::ExtraMember& member : at->second->extra.members()) members[member.name] = member.json;
    return members;
}

bool reaches(const PlanVersion& version, const AnyId& from, const AnyId& to, const FieldDescription& field) {
    std::set<std::string> seen;
    Texts open = version.has(from) ? version.value(from, field) : Texts();
    while (!open.empty()) {
        const std::string next = open.back();
        open.pop_back();
        if (AnyId(next) == to) return true;
        if (!seen.insert(next).second || !version.has(AnyId(next))) continue;
        const Texts further = version.value(AnyId(next), field);
        open.insert(open.end(), further.begin(), further.end());
    }
    return false;
}

bool isReference(const FieldDescription& field) {
    return field.type == model::FieldType::reference || field.type == model::FieldType::references;
}

bool contains(const Texts& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::size_t countOf(const Texts& texts, const std::string& text) {
    return static_cast<std::size_t>(std::count(texts.begin(), texts.end(), text));
}

Texts wordsOf(const Texts& text) {
    Texts found;
    for (const std::string& each : text) {
        std::string word;
        for (const char c : each) {
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
                word += c;
                continue;
            }
            if (!word.empty()) found.push_back(std::move(word));
            word.clear();
        }
        if (!word.empty()) found.push_back(word);
    }
    return found;
}

bool haveSameEntries(Texts a, Texts b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

bool keepsOrderOfPairs(const Texts& before, const Texts& mine, const Texts& yours, const Texts& result) {
    for (const std::string& x : result)
        for (const std::string& y : result) {
            if (x == y || countOf(mine, x) != 1 || countOf(yours, x) != 1 || countOf(mine, y) != 1 ||
                countOf(yours, y) != 1 || countOf(result, x) != 1 || countOf(result, y) != 1)
                continue;
            const bool inOurs = placeIn(mine, x) < placeIn(mine, y);
            const bool inTheirs = placeIn(yours, x) < placeIn(yours, y);
            const bool inBase = placeIn(before, x) < placeIn(before, y);
            const bool wanted = inOurs == inTheirs ? inOurs : !inBase;
            const bool isKnown = inOurs == inTheirs || (contains(before, x) && contains(before, y));
            if (!isKnown || (placeIn(result, x) < placeIn(result, y)) != wanted) return false;
        }
    return true;
}

bool pairsGoTogether(const Texts& before, const Texts& mine, const Texts& yours) {
    Texts shared;
    for (const std::string& item : mine)
        if (contains(yours, item)) shared.push_back(item);
    // Insertion sort by the wanted order of pairs, then a look whether every pair has it.
    const auto wanted = [&](const std::string& x, const std::string& y) {
        const bool inOurs = placeIn(mine, x) < placeIn(mine, y);
        const bool inTheirs = placeIn(yours, x) < placeIn(yours, y);
        return inOurs == inTheirs ? inOurs : !(placeIn(before, x) < placeIn(before, y));
    };
    for (const std::string& x : shared)
        for (const std::string& y : shared)
            for (const std::string& z : shared)
                if (x != y && y != z && x != z && wanted(x, y) && wanted(y, z) && wanted(z, x)) return false;
    for (const std::string& x : shared)
        for (const std::string& y : shared) {
            const bool differs = (placeIn(mine, x) < placeIn(mine, y)) != (placeIn(yours, x) < placeIn(yours, y));
            if (x != y && differs && (!contains(before, x) || !contains(before, y))) return false;
            if (x != y && differs && (countOf(mine, x) > 1 || countOf(yours, x) > 1)) return false;
        }
    return true;
}

} // namespace flowspine::test
