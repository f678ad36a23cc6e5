#include "support/worked_example.h"

#include "base/id_generator.h"
#include "model/draft.h"

#include <nlohmann/json.hpp>

namespace flowspine::test {

namespace {

using nlohmann::json;
using namespace model;

class Builder {
  public:
    explicit Builder(const json& vector) : m_vector(vector), m_draft(makeEmptyModel(next(Kind::plan), "Example")) {}

    WorkedExample build() {
        const double secondsPerUnit = m_vector["timeUnit"] == "second" ? 1 : 3600;
        Flow* flow = make<Flow>(m_draft.changePlan().flows);
        Variant* variant = make<Variant>(flow->variants);
        flow->current = Id<Variant>(variant->id);
        if (m_vector["flowHasOwner"].get<bool>()) flow->owner = role("owner of the flow");
        for (const json& source : m_vector["steps"]) m_example.steps[source["id"]] = next(Kind::step);
        for (const json& source : m_vector["steps"]) addStep(source, *variant, secondsPerUnit);
        for (const json& source : m_vector["edges"]) {
            Link* link = make<Link>(variant->links);
            link->from = Id<Step>(m_example.steps.at(source["from"]));
            link->to = Id<Step>(m_example.steps.at(source["to"]));
            link->kind = source["kind"] == "rework" ? LinkKind::rework : LinkKind::sequence;
            link->probability = source["p"].get<double>() * 100;
            link->delay = time(source["delay"], secondsPerUnit);
        }
        // The example starts where nothing but rework leads; a fix-up step may lead back to it.
        Step* start = make<Step>(variant->steps);
        start->type = StepType::start;
        Link* begin = make<Link>(variant->links);
        begin->from = Id<Step>(start->id);
        begin->to = Id<Step>(m_example.steps.at(firstStep()));

        m_example.flow = Id<Flow>(flow->id);
        m_example.variant = Id<Variant>(variant->id);
        m_example.unitsPerHour = 3600 / secondsPerUnit;
        m_example.model = m_draft.finish();
        return std::move(m_example);
    }

  private:
    AnyId next(Kind kind) { return m_ids.next(idPrefix(kind)); }

    template <class T>
    T* make(ChildList<T>& owner, AnyId id = {}) {
        auto entity = std::make_shared<T>();
        entity->id = id ? id : next(kindFor<T>);
        T* made = entity.get();
        owner.add(entity->id);
        m_draft.put(std::move(entity));
        return made;
    }

    std::string firstStep() const {
        for (const json& step : m_vector["steps"]) {
            bool isEntered = false;
            for (const json& edge : m_vector["edges"]) isEntered = isEntered || edge["to"] == step["id"];
            if (!isEntered) return step["id"];
        }
        return m_vector["steps"].front()["id"];
    }

    static std::optional<Duration> time(const json& value, double secondsPerUnit) {
        if (value.is_null()) return std::nullopt;
        return base::fromHours(value.get<double>() * secondsPerUnit / 3600);
    }

    Id<Role> role(const std::string& name) {
        AnyId& id = m_named["role " + name];
        if (!id) {
            Role* made = make<Role>(m_draft.changePlan().roles);
            made->name = name;
            id = made->id;
        }
        return Id<Role>(id);
    }

    Id<Team> team(const std::string& name) {
        AnyId& id = m_named["team " + name];
        if (!id) {
            Team* made = make<Team>(m_draft.changePlan().teams);
            made->name = name;
            id = made->id;
        }
        return Id<Team>(id);
    }

    void addStep(const json& source, Variant& variant, double secondsPerUnit) {
        static const std::unordered_map<std::string, StepType> types = {{"task", StepType::task},
                                                                        {"decision", StepType::decision},
                                                                        {"xor", StepType::exclusive},
                                                                        {"and_split", StepType::andSplit},
                                                                        {"and_join", StepType::andJoin},
                                                                        {"start", StepType::start},
                                                                        {"end", StepType::end}};
        Step* step = make<Step>(variant.steps, m_example.steps.at(source["id"]));
        step->name = source.value("name", "");
        step->type = types.at(source.value("type", "task"));
        if (source.contains("join")) step->joins = Id<Step>(m_example.steps.at(source["join"]));
        if (source.contains("team")) step->team = team(source["team"]);
        if (source.contains("pt")) step->processTime = time(source["pt"], secondsPerUnit);
        if (source.contains("wt")) step->waitTime = time(source["wt"], secondsPerUnit);
        if (source.contains("ca") && source["ca"].is_number()) step->percentCompleteAccurate = source["ca"].get<double>();
        const std::string value = source.value("va", "");
        step->valueClass = value == "VA"     ? ValueClass::valueAdding
                           : value == "NNVA" ? ValueClass::necessary
                                             : ValueClass::waste;
        // An example that says nothing of who answers means that somebody does.
        if (source.contains("accountable"))
            for (const json& name : source["accountable"]) step->accountable.add(role(name));
        else
            step->accountable.add(role("somebody"));
        if (source.contains("decisionRight")) {
            DecisionRight* right = make<DecisionRight>(m_draft.changePlan().decisionRights);
            Assignment* assignment = make<Assignment>(right->assignments);
            assignment->letter = Letter::a;
            assignment->role = role("decider");
            step->decisionRight = Id<DecisionRight>(right->id);
        }
    }

    const json& m_vector;
    base::CountingIdGenerator m_ids;
    Draft m_draft;
    WorkedExample m_example;
    std::unordered_map<std::string, AnyId> m_named;
};

} // namespace

WorkedExample importWorkedExample(const json& vector) {
    return Builder(vector).build();
}

} // namespace flowspine::test
