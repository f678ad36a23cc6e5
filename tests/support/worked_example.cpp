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
    Builder() : m_draft(makeEmptyModel(next(Kind::plan), "Example")), m_flow(make<Flow>(m_draft.changePlan().flows)) {}

    // Names of teams and roles mean the same ones in every variant.
    Id<Variant> addVariant(const json& vector, std::unordered_map<std::string, AnyId>& steps) {
        m_vector = vector;
        m_secondsPerUnit = vector["timeUnit"] == "second" ? 1 : 3600;
        Variant* variant = make<Variant>(m_flow->variants);
        if (!m_flow->current) m_flow->current = Id<Variant>(variant->id);
        if (vector["flowHasOwner"].get<bool>()) m_flow->owner = role("owner of the flow");
        m_steps.clear();
        for (const json& source : vector["steps"]) m_steps[source["id"]] = next(Kind::step);
        for (const json& source : vector["steps"]) addStep(source, *variant);
        for (const json& source : vector["edges"]) {
            Link* link = make<Link>(variant->links);
            link->from = Id<Step>(m_steps.at(source["from"]));
            link->to = Id<Step>(m_steps.at(source["to"]));
            link->kind = source["kind"] == "rework" ? LinkKind::rework : LinkKind::sequence;
            link->probability = source["p"].get<double>() * 100;
            link->delay = time(source["delay"]);
        }
        // The example starts where nothing but rework leads; a fix-up step may lead back to it.
        Step* start = make<Step>(variant->steps);
        start->type = StepType::start;
        Link* begin = make<Link>(variant->links);
        begin->from = Id<Step>(start->id);
        begin->to = Id<Step>(m_steps.at(firstStep()));
        for (const auto& [name, id] : m_steps) m_firstOfName.emplace(name, id);
        steps = m_steps;
        return Id<Variant>(variant->id);
    }

    [[nodiscard]] double secondsPerUnit() const { return m_secondsPerUnit; }
    [[nodiscard]] Flow& flow() { return *m_flow; }
    [[nodiscard]] Model finish() const { return m_draft.finish(); }

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

    [[nodiscard]] std::optional<Duration> time(const json& value) const {
        if (value.is_null()) return std::nullopt;
        return base::fromHours(value.get<double>() * m_secondsPerUnit / 3600);
    }

    std::string firstStep() const {
        for (const json& step : m_vector["steps"]) {
            bool isEntered = false;
            for (const json& edge : m_vector["edges"]) isEntered = isEntered || edge["to"] == step["id"];
            if (!isEntered) return step["id"];
        }
        return m_vector["steps"].front()["id"];
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

    void addStep(const json& source, Variant& variant) {
        static const std::unordered_map<std::string, StepType> types = {
            {"task", StepType::task},        {"decision", StepType::decision},
            {"xor", StepType::exclusive},    {"and_split", StepType::andSplit},
            {"and_join", StepType::andJoin}, {"start", StepType::start},
            {"end", StepType::end}};
        Step* step = make<Step>(variant.steps, m_steps.at(source["id"]));
        step->name = source.value("name", "");
        if (const auto first = m_firstOfName.find(source["id"]); first != m_firstOfName.end())
            step->origin = Id<Step>(first->second);
        step->type = types.at(source.value("type", "task"));
        if (source.contains("join")) step->joins = Id<Step>(m_steps.at(source["join"]));
        if (source.contains("team")) step->team = team(source["team"]);
        if (source.contains("pt")) step->processTime = time(source["pt"]);
        if (source.contains("wt")) step->waitTime = time(source["wt"]);
        if (source.contains("ca") && source["ca"].is_number())
            step->percentCompleteAccurate = source["ca"].get<double>();
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

    json m_vector;
    double m_secondsPerUnit = 3600;
    base::CountingIdGenerator m_ids;
    Draft m_draft;
    Flow* m_flow;
    std::unordered_map<std::string, AnyId> m_steps;
    std::unordered_map<std::string, AnyId> m_firstOfName;
    std::unordered_map<std::string, AnyId> m_named;
};

} // namespace

WorkedExample importWorkedExample(const json& vector) {
    Builder builder;
    WorkedExample example;
    example.variant = builder.addVariant(vector, example.steps);
    example.flow = Id<Flow>(builder.flow().id);
    example.unitsPerHour = 3600 / builder.secondsPerUnit();
    example.model = builder.finish();
    return example;
}

WorkedPair importWorkedPair(const json& before, const json& after, double demandPerWeek) {
    Builder builder;
    WorkedPair pair;
    pair.before = builder.addVariant(before, pair.steps);
    pair.after = builder.addVariant(after, pair.steps);
    builder.flow().demandPerWeek = demandPerWeek;
    pair.flow = Id<Flow>(builder.flow().id);
    pair.model = builder.finish();
    return pair;
}

} // namespace flowspine::test
