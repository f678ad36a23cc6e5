// How a rule sees the plan: lookups that note what was read, so that an edit evaluates again only what it can have
// changed. Rules read nothing of a plan but their own entity and what comes through here.
#pragma once

#include "analysis/plan_facts.h"
#include "analysis/variant_comparison.h"

#include <string>
#include <vector>

namespace flowspine::analysis {

class EvaluationContext {
  public:
    explicit EvaluationContext(const PlanFacts& facts) : m_facts(facts) {}

    // Starts over for another entity.
    void begin(const model::Entity& subject);
    void setRule(const Rule& rule) { m_rule = &rule; }
    // What was read since begin(), without doubles.
    [[nodiscard]] std::vector<ReadKey> takeReads();

    [[nodiscard]] base::Date today() const { return m_facts.today; }
    // Of the rule being checked: the plan's choice or the rule's own.
    [[nodiscard]] double threshold();

    [[nodiscard]] const model::Entity* find(const AnyId& id);
    template <class T>
    [[nodiscard]] const T* find(const model::Id<T>& id) {
        return isOf<T>(id) ? static_cast<const T*>(find(static_cast<const AnyId&>(id))) : nullptr;
    }
    [[nodiscard]] bool exists(const AnyId& id);
    [[nodiscard]] AnyId ownerOf(const AnyId& id);
    template <class T>
    [[nodiscard]] const T* owner(const AnyId& id) {
        const AnyId owner = ownerOf(id);
        return model::kindOf(owner) == model::kindFor<T> ? static_cast<const T*>(find(owner)) : nullptr;
    }
    // The plan's own fields; its lists are read with forEachInOrder().
    [[nodiscard]] const model::Plan& plan();

    // f(const T&) for the entities of a list that exist.
    template <class T, class F>
    void forEach(const model::IdList<T>& ids, F&& f) {
        for (const AnyId& id : ids.ids())
            if (isOf<T>(id))
                if (const model::Entity* entity = find(id)) f(static_cast<const T&>(*entity));
    }
    // f(const T&) for all of a kind, by id.
    template <class T, class F>
    void forEach(F&& f) {
        note(readKey(Read::table, model::kindFor<T>));
        m_facts.model.forEach<T>(std::forward<F>(f));
    }
    template <class T>
    [[nodiscard]] std::size_t count() {
        note(readKey(Read::table, model::kindFor<T>));
        return m_facts.model.table(model::kindFor<T>).size();
    }
    // f(const T&) for a list of the plan, in the order of people.
    template <class T, class F>
    void forEachInOrder(const model::ChildList<T> model::Plan::*list, F&& f) {
        note(readKey(Read::order, model::kindFor<T>));
        note(readKey(Read::table, model::kindFor<T>));
        m_facts.model.forEach(m_facts.model.plan().*list, std::forward<F>(f));
    }
    // f(const T&) for every T that names `id` in any field, once each.
    template <class T, class F>
    void forEachReferrer(const AnyId& id, F&& f) {
        for (const AnyId& from : referrers(id, model::kindFor<T>))
            if (const model::Entity* entity = find(from)) f(static_cast<const T&>(*entity));
    }
    template <class T>
    [[nodiscard]] bool isNamedBy(const AnyId& id) {
        return !referrers(id, model::kindFor<T>).empty();
    }
    [[nodiscard]] std::vector<AnyId> referrers(const AnyId& id, Kind from);

    // For people: titles, or what stands for them.
    [[nodiscard]] std::string name(const AnyId& id);
    [[nodiscard]] std::vector<std::string> names(const std::vector<AnyId>& ids);

    // The flow in whose current variant the step or link is, when that flow is not retired: rules about work judge the
    // way things are, not the drafts of what may come. nullptr otherwise.
    [[nodiscard]] const model::Flow* flowOf(const model::Step& step) { return currentFlow(step.id); }
    [[nodiscard]] const model::Flow* flowOf(const model::Link& link) { return currentFlow(link.id); }
    // nullptr for variants that are not computed (see PlanFacts).
    [[nodiscard]] const FlowFacts* flowFacts(const AnyId& variant);
    // Of the current variant; nullptr when flowOf() is.
    [[nodiscard]] const StepFacts* stepFacts(const model::Step& step);
    [[nodiscard]] PlanFacts::Load load(const model::Team& team);
    [[nodiscard]] std::vector<AnyId> cycle(const model::RoadmapItem& item);
    [[nodiscard]] AnyId twin(const AnyId& id);
    // From the current variant of its flow to `variant`; nullopt without one, or when it is the current one itself.
    [[nodiscard]] std::optional<VariantComparison> comparedToCurrent(const model::Flow& flow,
                                                                     const model::Variant& variant);

    // The role with the letter that decides; empty when there is none or more than one.
    [[nodiscard]] model::Id<model::Role> singleDecider(const model::DecisionRight& right);

  private:
    // A file may name an entity of another kind than its field takes; for the rules that is nothing.
    template <class T>
    [[nodiscard]] static bool isOf(const AnyId& id) {
        return model::kindOf(id) == model::kindFor<T>;
    }
    void note(ReadKey key) { m_reads.push_back(key); }
    [[nodiscard]] const model::Flow* currentFlow(const AnyId& child);

    const PlanFacts& m_facts;
    const Rule* m_rule = nullptr;
    AnyId m_subject;
    std::optional<const model::Flow*> m_flowOfSubject;
    std::vector<ReadKey> m_reads;
};

} // namespace flowspine::analysis
