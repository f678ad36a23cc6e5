// A plan made entity by entity, for tests about its content. Ids count up; nothing is checked, so a plan may also be
// one that no edit would make.
#pragma once

#include "base/id_generator.h"
#include "model/draft.h"
#include "model/entity_type.h"
#include "model/model.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::test {

class SmallPlan {
  public:
    [[nodiscard]] const model::Model& model() const { return m_model; }
    [[nodiscard]] model::AnyId id() const { return m_model.plan().id; }

    // A new T, last among the children of `owner` or of the plan; `fill` takes a T&.
    template <class T, class F>
    model::Id<T> add(const model::AnyId& owner, F&& fill) {
        auto entity = std::make_shared<T>();
        entity->id = m_ids.next(model::idPrefix(model::kindFor<T>));
        fill(*entity);
        const model::Id<T> id(entity->id);
        model::Draft draft(m_model);
        draft.put(std::move(entity));
        const model::FieldDescription& list = *model::ownership(model::kindFor<T>).children;
        std::vector<model::AnyId> children = model::idsIn(*m_model.find(owner), list);
        children.push_back(id);
        list.set(*draft.change(owner), children);
        m_model = draft.finish();
        return id;
    }
    template <class T, class F>
    model::Id<T> add(F&& fill) {
        return add<T>(id(), std::forward<F>(fill));
    }
    template <class T, class F>
    void change(const model::Id<T>& id, F&& fill) {
        model::Draft draft(m_model);
        fill(*draft.change(id));
        m_model = draft.finish();
    }
    template <class F>
    void changePlan(F&& fill) {
        change(model::Id<model::Plan>(id()), std::forward<F>(fill));
    }

    // Short forms for what most tests need.
    model::Id<model::Team> team(const char* name, model::TeamType type = model::TeamType::streamAligned);
    model::Id<model::Role> role(const char* name, const model::Id<model::Team>& team = {});
    model::Id<model::Outcome> outcome(const char* title);
    model::Id<model::Link> link(const model::AnyId& from, const model::AnyId& to, model::Number probability = {},
                                model::LinkKind kind = model::LinkKind::sequence);
    // In the variant of `line()` and friends, without links.
    model::Id<model::Step> step(const model::AnyId& variant, const char* name,
                                model::StepType type = model::StepType::task);

    // A flow with one variant: a start, tasks of an hour's work after an hour's wait done by `team` and answered for by
    // one role, and an end, linked one after another.
    struct Line {
        model::Id<model::Flow> flow;
        model::Id<model::Variant> variant;
        model::Id<model::Step> start;
        std::vector<model::Id<model::Step>> steps;
        model::Id<model::Step> end;
        model::Id<model::Team> team;
        model::Id<model::Role> role;
    };
    Line line(const std::vector<const char*>& names);
    // A proposal beside the current variant, of one task of an hour that waits `waitHours`.
    model::Id<model::Variant> proposal(const Line& line, double waitHours);

  private:
    base::CountingIdGenerator m_ids;
    model::Model m_model = model::makeEmptyModel(model::AnyId("plan-small"), "Small");
};

} // namespace flowspine::test
