#include "support/case_importer.h"

#include "base/id_generator.h"
#include "model/draft.h"
#include "model/entity_type.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <random>
#include <stdexcept>

namespace flowspine::test {

namespace {

using nlohmann::json;
using namespace model;

// Reproducible ids that look like any other.
class SeededIdGenerator final : public base::IdGenerator {
  public:
    explicit SeededIdGenerator(const std::string& seed) {
        std::seed_seq sequence(seed.begin(), seed.end());
        m_engine.seed(sequence);
    }

  protected:
    std::uint64_t nextBits() override { return m_engine(); }

  private:
    std::mt19937_64 m_engine;
};

// "cannot_change" names the choice "cannotChange".
std::string camelCase(const std::string& snake) {
    std::string camel;
    bool raise = false;
    for (const char c : snake) {
        if (c == '_') {
            raise = true;
        } else {
            camel += raise ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
            raise = false;
        }
    }
    return camel;
}

template <class E>
E choice(const json& value, const std::unordered_map<std::string, std::string>& renamed = {}) {
    if (value.is_null()) return E{};
    std::string name = value.get<std::string>();
    if (const auto other = renamed.find(name); other != renamed.end()) name = other->second;
    const std::string camel = camelCase(name);
    const auto choices = choicesOf<E>();
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].name == camel) return static_cast<E>(i);
    throw std::runtime_error("a case names the unknown choice " + name);
}

std::string text(const json& object, const char* key) {
    const auto at = object.find(key);
    return at == object.end() || at->is_null() ? std::string() : at->get<std::string>();
}

Number number(const json& object, const char* key) {
    const auto at = object.find(key);
    return at == object.end() || at->is_null() ? Number() : Number(at->get<double>());
}

std::optional<Date> date(const json& object, const char* key) {
    return base::parseDate(text(object, key));
}

std::optional<Duration> caseHours(const json& object, const char* key) {
    const Number value = number(object, key);
    return value ? std::optional(base::fromHours(*value)) : std::nullopt;
}

std::optional<Period> frequency(const std::string& words) {
    static const std::unordered_map<std::string, const char*> named = {
        {"daily", "P1D"}, {"weekly", "P1W"}, {"monthly", "P1M"}, {"quarterly", "P3M"}, {"yearly", "P1Y"}};
    const auto at = named.find(words);
    return base::parsePeriod(at == named.end() ? words : at->second);
}

// First and last day of "2026-Q4" or "2027-H2".
std::pair<std::optional<Date>, std::optional<Date>> increment(const std::string& name) {
    if (name.size() != 7) return {};
    const int year = std::stoi(name.substr(0, 4));
    const int months = name[5] == 'Q' ? 3 : 6;
    const int first = (name[6] - '1') * months + 1;
    const std::optional<Date> start = base::makeDate(year, first, 1);
    return {start, base::addDays(base::addPeriod(*start, Period{0, months, 0, 0}), -1)};
}

// A case writes one id or a list of them.
std::vector<std::string> idTexts(const json& value) {
    if (value.is_null()) return {};
    if (value.is_string()) return {value.get<std::string>()};
    return value.get<std::vector<std::string>>();
}

class Importer {
  public:
    Importer(const json& source, const json& extras)
        : m_case(source), m_extras(extras), m_generator(text(source, "id")),
          m_draft(makeEmptyModel(m_generator.next(idPrefix(Kind::plan)), {})), m_plan(m_draft.changePlan()) {}

    ImportedCase run() {
        nameEverything();
        importPlan();
        importPeople();
        importOutcomes();
        importConstraints();
        importSpine();
        importDecisionRights();
        for (const json& flow : m_case["flows"]) importFlow(flow);
        importRoadmap();
        importGovernance();
        return {m_draft.finish(), std::move(m_ids)};
    }

  private:
    // ---- ids ----
    void name(const std::string& caseId, Kind kind, const std::string& title) {
        m_ids[caseId] = m_generator.next(idPrefix(kind));
        m_titles[caseId] = title;
    }

    // References go both ways, so every entity gets its id before any is made.
    void nameEverything() {
        const auto all = [this](const char* list, Kind kind, const char* title) {
            for (const json& each : m_case[list]) name(text(each, "id"), kind, text(each, title));
        };
        all("stakeholders", Kind::stakeholder, "name");
        all("teams", Kind::team, "name");
        all("roles", Kind::role, "name");
        all("outcomes", Kind::outcome, "title");
        all("constraints", Kind::constraint, "title");
        all("spine", Kind::spineItem, "title");
        all("adaptable", Kind::spineItem, "title");
        all("decisionRights", Kind::decisionRight, "title");
        all("flows", Kind::flow, "name");
        all("roadmap", Kind::roadmapItem, "title");
        all("cadences", Kind::cadence, "name");
        all("decisionLog", Kind::decision, "title");
        for (const json& outcome : m_case["outcomes"])
            for (const json& measure : outcome["measures"])
                name(text(measure, "id"), Kind::measure, text(measure, "name"));
        for (const json& flow : m_case["flows"])
            for (const json& variant : flow["variants"]) {
                const std::string path = text(flow, "id") + "/" + text(variant, "id");
                name(path, Kind::variant, "");
                for (const json& step : variant["steps"])
                    name(path + "/" + text(step, "id"), Kind::step, text(step, "name"));
            }
        // "F1/s7" means the step of the first variant.
        for (const json& flow : m_case["flows"]) {
            const json& first = flow["variants"].front();
            for (const json& step : first["steps"]) {
                const std::string shorter = text(flow, "id") + "/" + text(step, "id");
                m_ids[shorter] = m_ids.at(text(flow, "id") + "/" + text(first, "id") + "/" + text(step, "id"));
            }
        }
    }

    AnyId id(const std::string& caseId) const { return caseId.empty() ? AnyId{} : m_ids.at(caseId); }
    template <class T>
    Id<T> id(const json& object, const char* key) const {
        return Id<T>(id(text(object, key)));
    }
    template <class T>
    IdList<T> ids(const json& value) const {
        IdList<T> list;
        for (const std::string& each : idTexts(value)) list.add(id(each));
        return list;
    }

    template <class T>
    T* make(const std::string& caseId, ChildList<T>& owner) {
        auto entity = std::make_shared<T>();
        entity->id = caseId.empty() ? m_generator.next(idPrefix(kindFor<T>)) : m_ids.at(caseId);
        T* made = entity.get();
        owner.add(entity->id);
        m_draft.put(std::move(entity));
        return made;
    }

    // Sentences of a case name other things by its ids ("O1.m2 ≥ 85%"); a plan names them by their titles.
    std::string inWords(const std::string& sentence) const {
        std::string words;
        std::size_t at = 0;
        while (at < sentence.size()) {
            std::size_t end = at;
            while (end < sentence.size() && (std::isalnum(static_cast<unsigned char>(sentence[end])) ||
                                             sentence[end] == '_' || sentence[end] == '.'))
                ++end;
            if (end == at) {
                words += sentence[at++];
                continue;
            }
            const std::string token = sentence.substr(at, end - at);
            const auto title = m_titles.find(token);
            words += title == m_titles.end() ? token : "“" + title->second + "”";
            at = end;
        }
        return words;
    }

    std::vector<std::string> namedIn(const std::string& sentence) const {
        std::vector<std::string> found;
        std::string token;
        for (const char c : sentence + " ") {
            if (std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.') {
                token += c;
                continue;
            }
            if (m_ids.contains(token)) found.push_back(token);
            token.clear();
        }
        return found;
    }

    const json& extra(const char* group, const std::string& key) const {
        static const json none = json::object();
        const auto at = m_extras.find(group);
        if (at == m_extras.end()) return none;
        const auto value = at->find(key);
        return value == at->end() ? none : *value;
    }

    // ---- content ----
    void importPlan() {
        const std::string title = text(m_case, "title");
        const std::string dash = " — ";
        const std::size_t cut = title.find(dash);
        m_plan.organisation = title.substr(0, cut);
        m_plan.name = cut == std::string::npos ? title : title.substr(cut + dash.size());
        m_plan.name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(m_plan.name[0])));
        m_plan.purpose = text(m_case, "summary");
        m_plan.sector = choice<Sector>(m_case["sector"]);
        const json& calendar = m_case["calendar"];
        m_plan.hoursPerDay = number(calendar, "hoursPerDay");
        m_plan.daysPerWeek = number(calendar, "daysPerWeek");
        m_plan.calendarBasis = choice<CalendarBasis>(calendar["basis"]);
        m_plan.numbersAre = Evidence::illustrative;
        m_plan.notes = text(m_case, "numbersAre");
        if (calendar.contains("note")) m_plan.notes += "\nCalendar: " + text(calendar, "note");
        m_plan.roadmapStart = base::makeDate(2026, 10, 1);
        m_plan.incrementWeeks = 13;
        m_plan.sources = m_case["sources"].get<std::vector<std::string>>();
    }

    void importPeople() {
        for (const json& each : m_case["stakeholders"]) {
            Stakeholder* stakeholder = make(text(each, "id"), m_plan.stakeholders);
            stakeholder->name = text(each, "name");
            stakeholder->kind = choice<StakeholderKind>(each["kind"], {{"people_served", "peopleServed"}});
        }
        for (const json& each : m_case["teams"]) {
            Team* team = make(text(each, "id"), m_plan.teams);
            team->name = text(each, "name");
            team->type = choice<TeamType>(each["type"]);
            team->fte = number(each, "fte");
            team->capacityPerWeek = number(each, "capacity_h_per_week");
            team->parentFunction = text(each, "parentFunction");
        }
        for (const json& each : m_case["roles"]) {
            Role* role = make(text(each, "id"), m_plan.roles);
            role->name = text(each, "name");
            role->team = id<Team>(each, "team");
        }
    }

    void importOutcomes() {
        for (const json& each : m_case["outcomes"]) {
            Outcome* outcome = make(text(each, "id"), m_plan.outcomes);
            outcome->title = text(each, "title");
            outcome->statement = text(each, "statement");
            outcome->perspective = choice<Perspective>(each["perspective"]);
            outcome->audience = id<Stakeholder>(each, "stakeholder");
            outcome->owner = id<Role>(each, "owner");
            outcome->term = choice<Term>(each["term"]);
            for (const json& measure : each["measures"]) importMeasure(measure, *outcome);
        }
    }

    void importMeasure(const json& each, Outcome& outcome) {
        const std::string caseId = text(each, "id");
        Measure* measure = make(caseId, outcome.measures);
        measure->name = text(each, "name");
        measure->unit = text(each, "unit");
        measure->direction = choice<Direction>(each["direction"]);
        measure->kind = choice<MeasureKind>(each["kind"]);
        measure->baseline = number(each, "baseline");
        measure->baselineDate = date(each, "baselineDate");
        measure->target = number(each, "target");
        measure->targetDate = date(each, "targetDate");
        measure->frequency = frequency(text(each, "frequency"));
        for (const json& pair : extra("readings", caseId)) {
            Reading* reading = make({}, measure->readings);
            reading->date = base::parseDate(pair[0].get<std::string>());
            reading->value = pair[1].get<double>();
        }
    }

    void importConstraints() {
        for (const json& each : m_case["constraints"]) {
            Constraint* constraint = make(text(each, "id"), m_plan.constraints);
            constraint->title = text(each, "title");
            constraint->type = choice<ConstraintType>(each["type"], {{"quality_of_input", "input_quality"}});
            constraint->severity = number(each, "severity");
            constraint->evidence = text(each, "evidence");
            constraint->status = choice<ConstraintStatus>(each["status"]);
            constraint->outcomes = ids<Outcome>(each["outcomes"]);
            constraint->locations = ids<Entity>(each["location"]);
        }
    }

    void importSpine() {
        for (const json& each : m_case["spine"]) {
            SpineItem* item = make(text(each, "id"), m_plan.spine);
            item->title = text(each, "title");
            item->category = choice<SpineCategory>(each["category"], {{"financial_control", "financial_controls"}});
            item->stability = choice<Stability>(each["stability"]);
            item->tier = choice<PolicyTier>(each["policyTier"]);
            item->authority = text(each, "authority");
            item->owner = id<Role>(each, "owner");
            item->reviewCadence = frequency(text(each, "reviewCadence"));
            item->nextReview = date(each, "nextReview");
            item->rationale = text(each, "rationale");
            item->changeRoute = text(each, "changeRoute");
        }
        for (const json& each : m_case["adaptable"]) {
            SpineItem* item = make(text(each, "id"), m_plan.spine);
            const std::string within = text(each, "within");
            item->title = text(each, "title");
            item->stability = Stability::adaptable;
            item->decidedBy = inWords(text(each, "decidedBy"));
            item->notes = "Within: " + inWords(within);
            for (const std::string& bound : namedIn(within)) item->within.add(id(bound));
            if (!item->within.isEmpty()) item->category = m_draft.find(item->within[0])->category;
        }
    }

    void importDecisionRights() {
        for (const json& each : m_case["decisionRights"]) {
            DecisionRight* right = make(text(each, "id"), m_plan.decisionRights);
            right->title = text(each, "title");
            right->scheme = choice<DecisionScheme>(each["framework"]);
            right->decisionDays = number(each, "decisionSLA_days");
            right->reversibility = choice<Reversibility>(each["reversibility"]);
            for (const auto& [letter, roles] : each["assignments"].items())
                for (const std::string& role : idTexts(roles)) {
                    Assignment* assignment = make({}, right->assignments);
                    assignment->letter = choice<Letter>(letter);
                    assignment->role = Id<Role>(id(role));
                }
        }
    }

    void importFlow(const json& each) {
        const std::string flowId = text(each, "id");
        Flow* flow = make(flowId, m_plan.flows);
        flow->name = text(each, "name");
        flow->owner = id<Role>(each, "owner");
        flow->outcomes = ids<Outcome>(each["outcomes"]);
        flow->demandPerWeek = number(each, "demand_per_week");
        flow->trigger = text(each, "trigger");
        flow->endEvent = text(each, "endEvent");
        flow->unitOfWork = text(each, "unitOfWork");
        flow->customer = id<Stakeholder>(each, "customer");
        flow->current = Id<Variant>(id(flowId + "/" + text(each["variants"].front(), "id")));
        for (const json& variant : each["variants"]) importVariant(*flow, flowId, variant);
    }

    void importVariant(Flow& flow, const std::string& flowId, const json& each) {
        const std::string path = flowId + "/" + text(each, "id");
        Variant* variant = make(path, flow.variants);
        variant->kind = choice<VariantKind>(each["kind"]);
        variant->name = std::string(labelOf(variant->kind));
        if (variant->id != flow.current) variant->basedOn = flow.current;
        const json& described = extra("variants", path);
        if (described.contains("name")) variant->name = described["name"].get<std::string>();
        if (described.contains("phases")) variant->phases = described["phases"].get<std::vector<std::string>>();

        for (const json& team : m_case["teams"])
            for (const json& step : each["steps"])
                if (step.contains("team") && step["team"] == team["id"]) {
                    variant->lanes.add(id(text(team, "id")));
                    break;
                }
        importSteps(flow, flowId, path, each, *variant);
    }

    void importSteps(const Flow& flow, const std::string& flowId, const std::string& path, const json& each,
                     Variant& variant) {
        const json& phases = extra("phaseOf", path);
        Step* start = make({}, variant.steps);
        start->type = StepType::start;
        start->name = flow.trigger;
        std::vector<std::string> order;
        std::unordered_map<std::string, bool> leadsOn;
        for (const json& edge : each["edges"]) leadsOn[text(edge, "from")] = true;

        for (const json& source : each["steps"]) {
            const std::string stepId = text(source, "id");
            Step* step = make(path + "/" + stepId, variant.steps);
            step->name = text(source, "name");
            step->type = choice<StepType>(source["type"]);
            step->team = id<Team>(source, "team");
            step->processTime = caseHours(source, "pt");
            step->waitTime = caseHours(source, "wt");
            step->percentCompleteAccurate = number(source, "ca");
            const std::string value = text(source, "va");
            step->valueClass = value == "VA"     ? ValueClass::valueAdding
                               : value == "NNVA" ? ValueClass::necessary
                               : value == "NVA"  ? ValueClass::waste
                                                 : ValueClass::unstated;
            if (source.contains("accountable")) step->accountable = ids<Role>(source["accountable"]);
            if (source.contains("spine")) step->spine = ids<SpineItem>(source["spine"]);
            step->decisionRight = id<DecisionRight>(source, "decisionRight");
            if (source.contains("join")) step->joins = Id<Step>(id(path + "/" + text(source, "join")));
            if (phases.contains(stepId)) step->phase = phases[stepId].get<std::string>();
            const auto original = m_ids.find(flowId + "/" + stepId);
            if (variant.id != flow.current && original != m_ids.end()) step->origin = Id<Step>(original->second);
            if (variant.id == flow.current) addAppliedSpine(flowId + "/" + stepId, *step);
            order.push_back(stepId);
        }

        const auto stepOf = [&](const std::string& stepId) {
            return m_draft.change(Id<Step>(id(path + "/" + stepId)));
        };
        start->team = stepOf(order.front())->team;
        start->phase = stepOf(order.front())->phase;
        connect(variant, start->id, id(path + "/" + order.front()));
        const json& passes = extra("passes", path);
        for (const json& edge : each["edges"]) {
            Link* link = connect(variant, id(path + "/" + text(edge, "from")), id(path + "/" + text(edge, "to")));
            link->kind = choice<LinkKind>(edge["kind"]);
            const double p = edge["p"].get<double>();
            if (p != 1.0) link->probability = std::round(p * 1e6) / 1e4; // percent, without binary dust
            if (edge["delay"].get<double>() != 0) link->delay = caseHours(edge, "delay");
            const std::string ends = text(edge, "from") + ">" + text(edge, "to");
            if (passes.contains(ends)) link->passes = passes[ends].get<std::string>();
        }
        // Where nothing follows, the flow ends; the first such step is the regular one.
        bool hasEnd = false;
        for (const std::string& stepId : order) {
            if (leadsOn.contains(stepId)) continue;
            Step* last = stepOf(stepId);
            Step* end = make({}, variant.steps);
            end->type = StepType::end;
            end->name = hasEnd ? "Ended early" : flow.endEvent;
            end->team = last->team;
            end->phase = last->phase;
            hasEnd = true;
            connect(variant, last->id, end->id);
        }
    }

    // A spine item of a case also says which steps it applies to; a plan says it on the step.
    void addAppliedSpine(const std::string& casePath, Step& step) {
        for (const json& item : m_case["spine"])
            for (const std::string& target : idTexts(item["appliesTo"]))
                if (target == casePath && !step.spine.contains(id(text(item, "id"))))
                    step.spine.add(id(text(item, "id")));
    }

    Link* connect(Variant& variant, const AnyId& from, const AnyId& to) {
        Link* link = make({}, variant.links);
        link->from = Id<Step>(from);
        link->to = Id<Step>(to);
        return link;
    }

    void importRoadmap() {
        for (const json& each : m_case["roadmap"]) {
            RoadmapItem* item = make(text(each, "id"), m_plan.roadmap);
            item->title = text(each, "title");
            item->type = choice<RoadmapItemType>(each["type"]);
            item->horizon = choice<Horizon>(each["horizon"]);
            std::tie(item->start, item->end) = increment(text(each, "increment"));
            if (const json& hypothesis = each["hypothesis"]; hypothesis.is_object()) {
                item->weBelieve = inWords(text(hypothesis, "weBelieve"));
                item->willResultIn = inWords(text(hypothesis, "willResultIn"));
                item->weKnowWhen = inWords(text(hypothesis, "weKnowWhen"));
            }
            item->owner = id<Role>(each, "owner");
            item->measures = ids<Measure>(each["measures"]);
            item->constraints = ids<Constraint>(each["addresses"]);
            item->flows = ids<Flow>(each["changesFlows"]);
            item->spine = ids<SpineItem>(each["touchesSpine"]);
            item->dependsOn = ids<RoadmapItem>(each["dependsOn"]);
            item->reviewDate = date(each, "reviewDate");
            item->killCriteria = inWords(text(each, "killCriteria"));
            item->status = choice<RoadmapStatus>(each["status"]);
            item->effortDays = number(each, "effort_pd");
        }
    }

    void importGovernance() {
        for (const json& each : m_case["cadences"]) {
            Cadence* cadence = make(text(each, "id"), m_plan.cadences);
            cadence->name = text(each, "name");
            cadence->frequency = frequency(text(each, "frequency"));
            cadence->forum = text(each, "forum");
        }
        for (const json& each : m_case["leadershipCommitments"]) {
            Commitment* commitment = make({}, m_plan.commitments);
            commitment->leader = text(each, "leader");
            commitment->statement = text(each, "commitment");
        }
        for (const json& each : m_case["decisionLog"]) {
            Decision* decision = make(text(each, "id"), m_plan.decisions);
            decision->title = text(each, "title");
            decision->date = date(each, "date");
            decision->decision = inWords(text(each, "decision"));
            decision->rationale = inWords(text(each, "rationale"));
            decision->status = choice<DecisionStatus>(each["status"]);
        }
    }

    const json& m_case;
    const json& m_extras;
    SeededIdGenerator m_generator;
    Draft m_draft;
    Plan& m_plan;
    std::unordered_map<std::string, AnyId> m_ids;
    std::unordered_map<std::string, std::string> m_titles;
};

} // namespace

ImportedCase importCase(const json& source, const json& extras) {
    return Importer(source, extras).run();
}

json readJsonFile(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    return json::parse(file);
}

} // namespace flowspine::test
