#include "analysis/evaluation_context.h"

#include "model/deciders.h"
#include "model/naming.h"

#include <algorithm>

namespace flowspine::analysis {

using model::Flow;
using model::Kind;
using model::Variant;

void EvaluationContext::begin(const model::Entity& subject) {
    m_subject = subject.id;
    m_flowOfSubject.reset();
    m_reads.clear();
}

std::vector<ReadKey> EvaluationContext::takeReads() {
    std::sort(m_reads.begin(), m_reads.end());
    m_reads.erase(std::unique(m_reads.begin(), m_reads.end()), m_reads.end());
    return m_reads;
}

double EvaluationContext::threshold() {
    const std::size_t place = indexOf(*m_rule);
    note(readKey(Read::setting, AnyId(), static_cast<unsigned>(place)));
    return m_facts.choices[place].threshold.value_or(m_rule->threshold.value_or(0));
}

const model::Entity* EvaluationContext::find(const AnyId& id) {
    if (id.isEmpty()) return nullptr;
    note(readKey(Read::entity, id));
    return m_facts.model.find(id).get();
}

bool EvaluationContext::exists(const AnyId& id) {
    note(readKey(Read::existence, id));
    return m_facts.model.contains(id);
}

AnyId EvaluationContext::ownerOf(const AnyId& id) {
    note(readKey(Read::owner, id));
    return m_facts.index->ownerOf(id);
}

const model::Plan& EvaluationContext::plan() {
    note(readKey(Read::planFields, AnyId()));
    return m_facts.model.plan();
}

std::vector<AnyId> EvaluationContext::referrers(const AnyId& id, Kind from) {
    note(readKey(Read::referrers, id, static_cast<unsigned>(from)));
    std::vector<AnyId> found;
    for (const model::Reference& reference : m_facts.index->referencesTo(id, from))
        if (found.empty() || found.back() != reference.from) found.push_back(reference.from);
    return found;
}

std::string EvaluationContext::name(const AnyId& id) {
    const model::Entity* entity = find(id);
    if (entity != nullptr) {
        // These are named after others.
        switch (*model::kindOf(id)) {
        case Kind::link:
            note(readKey(Read::entity, static_cast<const model::Link*>(entity)->from));
            note(readKey(Read::entity, static_cast<const model::Link*>(entity)->to));
            break;
        case Kind::placement: note(readKey(Read::entity, static_cast<const model::Placement*>(entity)->step)); break;
        case Kind::interaction:
            note(readKey(Read::entity, static_cast<const model::Interaction*>(entity)->team));
            break;
        case Kind::assignment: note(readKey(Read::entity, static_cast<const model::Assignment*>(entity)->role)); break;
        case Kind::reviewedItem:
            note(readKey(Read::entity, static_cast<const model::ReviewedItem*>(entity)->item));
            break;
        default: break;
        }
    }
    return model::shortName(m_facts.model, id);
}

std::vector<std::string> EvaluationContext::names(const std::vector<AnyId>& ids) {
    std::vector<std::string> all;
    all.reserve(ids.size());
    for (const AnyId& id : ids) all.push_back(name(id));
    return all;
}

const Flow* EvaluationContext::currentFlow(const AnyId& child) {
    if (child == m_subject && m_flowOfSubject) return *m_flowOfSubject;
    const Flow* current = nullptr;
    if (const AnyId variant = ownerOf(child); model::kindOf(variant) == Kind::variant)
        if (const Flow* flow = owner<Flow>(variant); flow != nullptr && flow->current == variant && isAlive(*flow))
            current = flow;
    if (child == m_subject) m_flowOfSubject = current;
    return current;
}

const FlowFacts* EvaluationContext::flowFacts(const AnyId& variant) {
    note(readKey(Read::flowFacts, variant));
    const auto found = m_facts.flows.find(variant);
    return found == m_facts.flows.end() ? nullptr : found->second.get();
}

const StepFacts* EvaluationContext::stepFacts(const model::Step& step) {
    const Flow* flow = flowOf(step);
    const FlowFacts* facts = flow != nullptr ? flowFacts(flow->current) : nullptr;
    return facts != nullptr ? facts->of(step.id) : nullptr;
}

PlanFacts::Load EvaluationContext::load(const model::Team& team) {
    note(readKey(Read::load, team.id));
    const auto found = m_facts.loads.find(team.id);
    return found == m_facts.loads.end() ? PlanFacts::Load{} : found->second;
}

std::vector<AnyId> EvaluationContext::cycle(const model::RoadmapItem& item) {
    note(readKey(Read::cycle, item.id));
    const auto found = m_facts.cycles.find(item.id);
    return found == m_facts.cycles.end() ? std::vector<AnyId>() : found->second;
}

AnyId EvaluationContext::twin(const AnyId& id) {
    note(readKey(Read::twin, id));
    const auto found = m_facts.twins.find(id);
    return found == m_facts.twins.end() ? AnyId() : found->second;
}

std::optional<VariantComparison> EvaluationContext::comparedToCurrent(const Flow& flow, const Variant& variant) {
    const Variant* current = find(flow.current);
    if (current == nullptr || current->id == variant.id) return std::nullopt;
    // Their facts are renewed whenever anything is that the comparison of their work reads; the working week is the
    // plan's own.
    note(readKey(Read::flowFacts, current->id));
    note(readKey(Read::flowFacts, variant.id));
    note(readKey(Read::entity, flow.id));
    note(readKey(Read::planFields, AnyId()));
    return compareVariants(m_facts.model, flow, *current, variant, {}, variant.fteMoved.value_or(0));
}

model::Id<model::Role> EvaluationContext::singleDecider(const model::DecisionRight& right) {
    const model::Letter decides = model::deciderLetter(right.scheme);
    std::vector<model::Id<model::Role>> deciders;
    forEach(right.assignments, [&](const model::Assignment& each) {
        if (each.letter == decides) deciders.push_back(each.role);
    });
    return deciders.size() == 1 ? deciders.front() : model::Id<model::Role>();
}

} // namespace flowspine::analysis
