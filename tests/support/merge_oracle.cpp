#include "support/merge_oracle.h"

#include "model/entity_type.h"
#include "model/validate.h"
#include "support/plan_version.h"

#include <algorithm>
#include <map>
#include <set>

namespace flowspine::test {

namespace {

using model::AnyId;
using model::Conflict;
using model::ConflictKind;
using model::FieldDescription;
using model::FieldType;
using model::Kind;
using model::Model;

class Judge {
  public:
    Judge(const Model& base, const Model& ours, const Model& theirs, const Model& merged)
        : b(base), o(ours), t(theirs), r(merged), m_merged(merged) {
        for (const auto& [id, entity] : r.entities())
            if (model::kindOf(id) == Kind::conflict && !o.has(id) && !t.has(id))
                m_conflicts.push_back(static_cast<const Conflict*>(entity.get()));
        for (const PlanVersion* version : {&b, &o, &t, &r})
            for (const auto& [id, entity] : version->entities()) m_ids.insert(id);
    }

    MergeVerdict run() {
        for (const AnyId& id : m_ids) {
            if (model::kindOf(id) == Kind::conflict) {
                judgeOlderConflict(id);
                continue;
            }
            judgePresence(id);
            if (!r.has(id) || (!o.has(id) && !t.has(id))) continue;
            judgeOwner(id);
            judgeExtra(id);
            for (const FieldDescription& field : model::entityType(*model::kindOf(id)).fields) {
                if (field.type == FieldType::children)
                    judgeChildren(id, field);
                else
                    judgeField(id, field);
            }
        }
        for (const Conflict* conflict : m_conflicts)
            if (!m_expected.contains(conflict)) falsely(*conflict);
        for (const base::Issue& issue : model::validate(m_merged))
            if (!isTieOfDisputedStep(issue)) m_verdict.broken.push_back(issue.error.message);
        return std::move(m_verdict);
    }

  private:
    // ---- Conflicts ----
    [[nodiscard]] bool isNewConflict(const AnyId& id) const {
        return std::any_of(m_conflicts.begin(), m_conflicts.end(),
                           [&](const Conflict* each) { return each->id == id; });
    }
    const Conflict* conflictOver(const AnyId& id, ConflictKind kind, std::string_view field = {}) {
        for (const Conflict* each : m_conflicts)
            if (each->about == id && each->kind == kind && each->field == field) return each;
        return nullptr;
    }
    // Notes that there should be one, with these three values.
    void expect(const AnyId& id, ConflictKind kind, std::string_view field, const Texts& base, const Texts& ours,
                const Texts& theirs) {
        const Conflict* conflict = conflictOver(id, kind, field);
        if (conflict == nullptr) {
            lost(id, field, "both sides changed it differently, and there is no conflict");
            return;
        }
        m_expected.insert(conflict);
        if (conflict->base != base || conflict->ours != ours || conflict->theirs != theirs)
            lost(id, field, "the conflict does not say what the three versions say");
    }
    void lost(const AnyId& id, std::string_view field, const std::string& what) {
        m_verdict.lost.push_back("lost: " + std::string(id.text()) + " " + std::string(field) + ": " + what);
    }
    void invented(const AnyId& id, std::string_view field, const std::string& what) {
        m_verdict.invented.push_back("invented: " + std::string(id.text()) + " " + std::string(field) + ": " + what);
    }
    void falsely(const Conflict& conflict) {
        m_verdict.falsely.push_back("false conflict: " + std::string(conflict.about.text()) + " " +
                                    std::string(model::nameOf(conflict.kind)) + " " + conflict.field);
    }
    bool isTieOfDisputedStep(const base::Issue& issue) {
        if (issue.error.code != "foreign-step") return false;
        const auto tie = r.entities().find(AnyId(issue.error.pointer));
        for (const FieldDescription& field : model::entityType(*tie->second).fields)
            for (const AnyId& step : model::idsIn(*tie->second, field))
                if (conflictOver(step, ConflictKind::place) != nullptr) return true;
        return false;
    }

    // One that the plans had before: settled when either side settled it, and gone and back with what it is about.
    void judgeOlderConflict(const AnyId& id) {
        if (isNewConflict(id)) return;
        const bool isOpen = b.has(id) ? o.has(id) && t.has(id) : o.has(id) || t.has(id);
        if (isOpen == r.has(id)) return;
        if (isOpen)
            lost(id, {}, "an older conflict is gone");
        else if (!holdsOnTo(o.has(id) ? o : t, o.has(id) ? t : o, id))
            invented(id, {}, "an older conflict is back");
    }

    // ---- Presence ----
    [[nodiscard]] bool removedBy(const PlanVersion& side, const AnyId& id) const { return b.has(id) && !side.has(id); }
    // Removed by `side`, and in the merge all the same.
    [[nodiscard]] bool cameBack(const PlanVersion& side, const AnyId& id) const {
        return removedBy(side, id) && r.has(id);
    }

    // Whether `side` did something to `id` or with it, other than what its own removals bring along.
    [[nodiscard]] bool isOwnChange(const PlanVersion& side, const AnyId& id) const {
        if (!side.has(id)) return false;
        if (side.ownerOf(id) != b.ownerOf(id) || side.extra(id) != b.extra(id)) return true;
        for (const FieldDescription& field : model::entityType(*model::kindOf(id)).fields) {
            Texts before = b.value(id, field);
            const Texts after = side.value(id, field);
            if (field.type == FieldType::children)
                std::erase_if(before, [&](const std::string& each) { return !contains(after, each); });
            else if (isReference(field) && (field.type == FieldType::references || after.empty()))
                std::erase_if(before, [&](const std::string& each) { return removedBy(side, AnyId(each)); });
            if (before != after) return true;
        }
        for (const auto& [holder, entity] : side.entities())
            for (const FieldDescription& field : model::entityType(*entity).fields)
                if (isReference(field) && contains(side.value(holder, field), std::string(id.text())) &&
                    !(b.has(holder) && contains(b.value(holder, field), std::string(id.text()))))
                    return true;
        return false;
    }

    void judgePresence(const AnyId& id) {
        if (!b.has(id)) {
            if (!o.has(id) && !t.has(id)) invented(id, {}, "is in neither plan");
            if (!r.has(id)) lost(id, {}, "was added");
            return;
        }
        if (o.has(id) && t.has(id)) {
            if (!r.has(id)) lost(id, {}, "both sides have it");
            return;
        }
        if (!o.has(id) && !t.has(id)) {
            if (r.has(id)) invented(id, {}, "both sides removed it");
            return;
        }
        const PlanVersion& keeper = o.has(id) ? o : t;
        const ConflictKind kind = o.has(id) ? ConflictKind::theirsRemoved : ConflictKind::oursRemoved;
        if (!r.has(id)) {
            if (isOwnChange(keeper, id)) lost(id, {}, "removed by one side, changed or used by the other");
            return;
        }
        // It stays: since it or something below it was changed or is used by what stays, or with its owner.
        if (const Conflict* conflict = conflictOver(id, kind)) {
            if (isNeeded(keeper, id)) m_expected.insert(conflict);
            return;
        }
        const AnyId owner = keeper.ownerOf(id);
        const PlanVersion& remover = o.has(id) ? t : o;
        if (!cameBack(remover, owner) && !holdsOnTo(keeper, remover, id))
            lost(id, {}, "one side removed it, and it stays without a conflict");
    }

    [[nodiscard]] bool isNeeded(const PlanVersion& keeper, const AnyId& id) const {
        const PlanVersion& remover = &keeper == &o ? t : o;
        if (isOwnChange(keeper, id)) return true;
        for (const auto& [holder, entity] : keeper.entities()) {
            if (keeper.ownerOf(holder) == id && cameBack(remover, holder) && isNeeded(keeper, holder)) return true;
            if (!cameBack(remover, holder)) continue;
            for (const FieldDescription& field : model::entityType(*entity).fields)
                if (isReference(field) && contains(keeper.value(holder, field), std::string(id.text()))) return true;
        }
        return false;
    }
    // Goes and stays with something that came back.
    [[nodiscard]] bool holdsOnTo(const PlanVersion& keeper, const PlanVersion& remover, const AnyId& id) const {
        for (const FieldDescription& field : model::entityType(*model::kindOf(id)).fields)
            if (field.options.onDelete == model::OnDelete::removeSelf)
                for (const std::string& target : keeper.value(id, field))
                    if (cameBack(remover, AnyId(target))) return true;
        return false;
    }

    // ---- Fields ----
    // What `side` says, seen without what its removals took out and the merge brought back.
    [[nodiscard]] Texts said(const PlanVersion& side, const AnyId& id, const FieldDescription& field) const {
        Texts now = side.value(id, field);
        if (!isReference(field) || !b.has(id)) return now;
        const Texts before = b.value(id, field);
        if (field.type == FieldType::reference)
            return now.empty() && !before.empty() && cameBack(side, AnyId(before.front())) ? before : now;
        auto place = now.begin();
        for (const std::string& each : before) {
            const auto at = std::find(now.begin(), now.end(), each);
            if (at != now.end())
                place = at + 1;
            else if (cameBack(side, AnyId(each)))
                place = now.insert(place, each) + 1;
        }
        return now;
    }
    [[nodiscard]] bool onlyLostItsTarget(const PlanVersion& side, const Texts& before, const Texts& now,
                                         const FieldDescription& field) const {
        return field.type == FieldType::reference && now.empty() && !before.empty() &&
               removedBy(side, AnyId(before.front()));
    }

    void judgeField(const AnyId& id, const FieldDescription& field) {
        const Texts before = b.value(id, field);
        const Texts result = r.value(id, field);
        const Texts mine = o.has(id) ? said(o, id, field) : before;
        const Texts yours = t.has(id) ? said(t, id, field) : before;
        if (model::kindOf(id) == Kind::flow && field.name == "current" && judgeCurrent(id, field, before, mine, yours))
            return;
        acceptCycle(id, field);
        const bool isOursAlone = yours == before || (mine != before && onlyLostItsTarget(t, before, yours, field));
        if (mine == yours || isOursAlone) {
            if (result != mine) lost(id, field.name, "ours alone changed it");
        } else if (mine == before || onlyLostItsTarget(o, before, mine, field)) {
            if (result != yours) lost(id, field.name, "theirs alone changed it");
        } else if (field.type == FieldType::text) {
            judgeText(id, field, before, mine, yours, result);
        } else if (field.type == FieldType::texts || field.type == FieldType::references) {
            judgeList(id, field, before, mine, yours, result);
        } else {
            expect(id, ConflictKind::value, field.name, before, mine, yours);
            if (result != mine) invented(id, field.name, "a conflict shows our value");
        }
    }

    // A flow that lost its current variant on one side and won variants on the other gets one of those.
    bool judgeCurrent(const AnyId& id, const FieldDescription& field, const Texts& before, const Texts& mine,
                      const Texts& yours) {
        const auto& flow = static_cast<const model::Flow&>(*r.entities().at(id));
        const Texts& settled = mine == before || onlyLostItsTarget(o, before, mine, field) ? yours : mine;
        if (flow.variants.isEmpty() || (!settled.empty() && flow.variants.contains(AnyId(settled.front()))))
            return false;
        if (const Conflict* conflict = conflictOver(id, ConflictKind::value, "current"))
            m_expected.insert(conflict);
        else
            lost(id, "current", "was settled without a conflict");
        return true;
    }

    void judgeText(const AnyId& id, const FieldDescription& field, const Texts& before, const Texts& mine,
                   const Texts& yours, const Texts& result) {
        if (const Conflict* conflict = conflictOver(id, ConflictKind::value, field.name)) {
            // Words can be merged only when some word that nobody touched lies between the changes.
            const Texts old = wordsOf(before);
            const bool hasCommon = std::any_of(old.begin(), old.end(), [&](const std::string& word) {
                return contains(wordsOf(mine), word) && contains(wordsOf(yours), word);
            });
            expect(id, ConflictKind::value, field.name, before, mine, yours);
            if (!hasCommon && conflict->ours != result) invented(id, field.name, "a conflict shows our value");
            return;
        }
        for (const Texts* each : {&before, &mine, &yours, &result})
            for (const std::string& word : wordsOf(*each)) {
                const std::size_t inBase = countOf(wordsOf(before), word);
                const std::size_t inOurs = countOf(wordsOf(mine), word);
                const std::size_t inTheirs = countOf(wordsOf(yours), word);
                const std::size_t inResult = countOf(wordsOf(result), word);
                // Both changes, or one where both are the same change.
                if (inResult + inBase > inOurs + inTheirs && inResult > std::max(inOurs, inTheirs))
                    invented(id, field.name, "“" + word + "” comes too often");
                if (inResult + inBase < inOurs + inTheirs && inResult < std::max(inOurs, inTheirs))
                    lost(id, field.name, "“" + word + "” does not come often enough");
            }
    }

    void judgeList(const AnyId& id, const FieldDescription& field, const Texts& before, const Texts& mine,
                   const Texts& yours, const Texts& result) {
        for (const Texts* each : {&before, &mine, &yours, &result})
            for (const std::string& item : *each) {
                const std::size_t inBase = countOf(before, item);
                const std::size_t inOurs = countOf(mine, item);
                const std::size_t inTheirs = countOf(yours, item);
                const bool isTakenOut = inOurs < inBase || inTheirs < inBase;
                const std::size_t wanted = isTakenOut ? std::min(inOurs, inTheirs) : std::max(inOurs, inTheirs);
                const std::size_t most = std::max({wanted, inOurs, inTheirs});
                const std::size_t inResult = countOf(result, item);
                const bool isMixed = isTakenOut && (inOurs > inBase || inTheirs > inBase);
                if (inResult < wanted) lost(id, field.name, item);
                if (inResult > (isMixed ? most : wanted)) invented(id, field.name, item);
            }
        if (!keepsOrderOfPairs(before, mine, yours, result)) expectOrder(id, field, before, mine, yours);
        if (const Conflict* conflict = conflictOver(id, ConflictKind::order, field.name))
            if (!pairsGoTogether(before, mine, yours)) m_expected.insert(conflict);
    }

    void judgeExtra(const AnyId& id) {
        const auto before = b.extra(id);
        const auto mine = o.has(id) ? o.extra(id) : before;
        const auto yours = t.has(id) ? t.extra(id) : before;
        const auto result = r.extra(id);
        std::set<std::string> names;
        for (const auto* each : {&before, &mine, &yours, &result})
            for (const auto& [name, json] : *each) names.insert(name);
        const auto in = [](const std::map<std::string, std::string>& members, const std::string& name) {
            const auto at = members.find(name);
            return at == members.end() ? Texts() : Texts{at->second};
        };
        for (const std::string& name : names) {
            const Texts was = in(before, name);
            const Texts left = in(mine, name);
            const Texts right = in(yours, name);
            if (left == right || right == was) {
                if (in(result, name) != left) lost(id, name, "ours alone changed it");
            } else if (left == was) {
                if (in(result, name) != right) lost(id, name, "theirs alone changed it");
            } else {
                expect(id, ConflictKind::member, name, was, left, right);
                if (in(result, name) != (left.empty() ? right : left)) invented(id, name, "not our value");
            }
        }
    }

    // ---- Owners and order ----
    void judgeOwner(const AnyId& id) {
        const AnyId before = b.ownerOf(id);
        const AnyId mine = o.has(id) ? o.ownerOf(id) : before;
        const AnyId yours = t.has(id) ? t.ownerOf(id) : before;
        const AnyId result = r.ownerOf(id);
        if (const Conflict* conflict = conflictOver(id, ConflictKind::place)) {
            const bool isMoved = (mine != before || yours != before) && mine != yours;
            const bool areBoth = mine != before && yours != before;
            // Also what was put into something that the other side removed.
            const bool isAtRisk = (cameBack(o, result) && o.has(id)) || (cameBack(t, result) && t.has(id));
            if (isMoved && (areBoth || isAtRisk || model::kindOf(id) == Kind::step)) m_expected.insert(conflict);
            if (result != mine && result != yours) invented(id, "owner", "is under neither owner");
            return;
        }
        if (!b.has(id) && (!o.has(id) || !t.has(id))) {
            if (result != (o.has(id) ? mine : yours)) lost(id, "owner", "was added elsewhere");
        } else if (mine == yours || yours == before) {
            if (result != mine) lost(id, "owner", "ours moved it");
        } else if (mine == before) {
            if (result != yours) lost(id, "owner", "theirs moved it");
        } else {
            lost(id, "owner", "both moved it, and there is no conflict");
        }
    }

    void judgeChildren(const AnyId& id, const FieldDescription& field) {
        Texts result = r.value(id, field);
        if (model::kindOf(id) == Kind::plan && field.name == "conflicts")
            std::erase_if(result, [this](const std::string& each) { return isNewConflict(AnyId(each)); });
        const Texts before = b.value(id, field);
        const Texts mine = o.has(id) ? o.value(id, field) : before;
        const Texts yours = t.has(id) ? t.value(id, field) : before;
        if (!keepsOrderOfPairs(before, mine, yours, result)) expectOrder(id, field, before, mine, yours);
        if (const Conflict* conflict = conflictOver(id, ConflictKind::order, field.name))
            if (!pairsGoTogether(before, mine, yours)) m_expected.insert(conflict);
        if (yours == before && haveSameEntries(result, mine) && result != mine)
            lost(id, field.name, "ours alone ordered it");
        if (mine == before && haveSameEntries(result, yours) && result != yours)
            lost(id, field.name, "theirs alone ordered it");
    }

    void expectOrder(const AnyId& id, const FieldDescription& field, const Texts& before, const Texts& mine,
                     const Texts& yours) {
        expect(id, ConflictKind::order, field.name, before, mine, yours);
    }

    // ---- Circles ----
    void acceptCycle(const AnyId& id, const FieldDescription& field) {
        const Conflict* conflict = conflictOver(id, ConflictKind::cycle, field.name);
        if (conflict == nullptr) return;
        if (reaches(r, id, id, field) && !reaches(o, id, id, field) && !reaches(t, id, id, field))
            m_expected.insert(conflict);
    }
    PlanVersion b;
    PlanVersion o;
    PlanVersion t;
    PlanVersion r;
    const Model& m_merged;
    std::vector<const Conflict*> m_conflicts;
    std::set<const Conflict*> m_expected;
    std::set<AnyId> m_ids;
    MergeVerdict m_verdict;
};

} // namespace

std::string MergeVerdict::text() const {
    std::string all;
    for (const std::vector<std::string>* list : {&lost, &invented, &falsely, &broken})
        for (const std::string& line : *list) all += line + '\n';
    return all;
}

MergeVerdict judgeMerge(const Model& base, const Model& ours, const Model& theirs, const Model& merged) {
    return Judge(base, ours, theirs, merged).run();
}

} // namespace flowspine::test
