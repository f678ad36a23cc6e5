#include "analysis/read_keys.h"

#include "analysis/rule.h"
#include "model/entity_type.h"

#include <algorithm>
#include <cassert>

namespace flowspine::analysis {

namespace {

using model::AnyId;
using model::Entity;
using model::EntityPtr;
using model::FieldDescription;
using model::FieldType;
using model::Kind;
using model::Model;

class Finder {
  public:
    Finder(const Model& before, const Model& after) : m_before(before), m_after(after) {}

    TouchedKeys run() {
        for (const Kind kind : model::allKinds())
            if (!m_before.table(kind).isSameAs(m_after.table(kind))) compareTables(kind);
        m_touched.sort();
        return std::move(m_touched);
    }

  private:
    void compareTables(Kind kind) {
        const auto& before = m_before.table(kind).rows();
        const auto& after = m_after.table(kind).rows();
        bool differs = false;
        auto left = before.begin();
        auto right = after.begin();
        while (left != before.end() || right != after.end()) {
            if (left != before.end() && right != after.end() && *left == *right) {
                ++left;
                ++right;
                continue;
            }
            const bool isRemoved = right == after.end() || (left != before.end() && (*left)->id < (*right)->id);
            const bool isAdded = left == before.end() || (right != after.end() && (*right)->id < (*left)->id);
            const Entity* old = isAdded ? nullptr : (left++)->get();
            const Entity* now = isRemoved ? nullptr : (right++)->get();
            touch(kind, old, now);
            differs = true;
        }
        if (differs) m_touched.add(readKey(Read::table, kind));
    }

    void touch(Kind kind, const Entity* old, const Entity* now) {
        const AnyId& id = (now != nullptr ? now : old)->id;
        m_touched.add(readKey(Read::entity, id));
        if (old == nullptr || now == nullptr) m_touched.add(readKey(Read::existence, id));
        for (const FieldDescription& field : model::entityType(kind).fields) {
            const bool differs = old == nullptr || now == nullptr || !field.equal(*old, *now);
            if (field.type == FieldType::children) {
                if (differs) touchChildren(kind, field, old, now);
            } else if (field.options.targets != 0) {
                touchTargets(kind, field, old);
                touchTargets(kind, field, now);
            }
            if (kind == Kind::plan && differs && field.type != FieldType::children)
                m_touched.add(readKey(Read::planFields, AnyId()));
        }
        if (kind == Kind::ruleSetting) {
            touchSetting(old);
            touchSetting(now);
        }
    }

    // Those that are in only one of the lists, or twice in one of them.
    void touchChildren(Kind kind, const FieldDescription& field, const Entity* old, const Entity* now) {
        std::vector<AnyId> before = old != nullptr ? model::idsIn(*old, field) : std::vector<AnyId>();
        std::vector<AnyId> after = now != nullptr ? model::idsIn(*now, field) : std::vector<AnyId>();
        std::sort(before.begin(), before.end());
        std::sort(after.begin(), after.end());
        std::vector<AnyId> moved;
        std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                      std::back_inserter(moved));
        for (const AnyId& child : moved) m_touched.add(readKey(Read::owner, child));
        if (kind == Kind::plan)
            for (const Kind each : model::allKinds())
                if (model::contains(field.options.targets, each)) m_touched.add(readKey(Read::order, each));
    }

    void touchTargets(Kind kind, const FieldDescription& field, const Entity* entity) {
        if (entity == nullptr) return;
        for (const AnyId& target : model::idsIn(*entity, field))
            m_touched.add(readKey(Read::referrers, target, static_cast<unsigned>(kind)));
    }

    void touchSetting(const Entity* setting) {
        if (setting == nullptr) return;
        if (const Rule* rule = findRule(static_cast<const model::RuleSetting*>(setting)->ruleId))
            m_touched.add(readKey(Read::setting, AnyId(), static_cast<unsigned>(indexOf(*rule))));
    }

    const Model& m_before;
    const Model& m_after;
    TouchedKeys m_touched;
};

} // namespace

ReadKey readKey(Read what, const AnyId& id, unsigned detail) {
    ReadKey key = id.hash() + ((static_cast<ReadKey>(what) << 8U) + detail + 1) * 0x9E3779B97F4A7C15ULL;
    key = (key ^ (key >> 29U)) * 0xBF58476D1CE4E5B9ULL;
    return key ^ (key >> 32U);
}

void TouchedKeys::sort() {
    std::sort(m_keys.begin(), m_keys.end());
    m_isSorted = true;
}

bool TouchedKeys::contains(ReadKey key) const {
    assert(m_isSorted);
    return std::binary_search(m_keys.begin(), m_keys.end(), key);
}

TouchedKeys touchedKeys(const Model& before, const Model& after) {
    return Finder(before, after).run();
}

} // namespace flowspine::analysis
