#include "support/random_edit.h"

#include "edit/flow_edit.h"
#include "edit/outcome_edit.h"
#include "edit/roadmap_edit.h"
#include "edit/spine_edit.h"
#include "edit/team_edit.h"
#include "model/entity_type.h"
#include "support/random_value.h"

#include <algorithm>
#include <limits>

namespace flowspine::test {

using base::Result;
using model::AnyId;
using model::FieldDescription;
using model::FieldValue;
using model::Id;
using model::Kind;
using model::Model;

// One function for each sort of edit; `what` gains what the edit is about.
struct EditSorts {
    RandomEditor& editor;
    const Model& model;
    std::string& what;
    Random& random = editor.m_random;
    base::IdGenerator& ids = editor.m_ids;

    AnyId say(const AnyId& id) {
        what += " " + std::string(id.text());
        return id;
    }

    AnyId anyOf(Kind kind) {
        const model::EntityTable::Rows& rows = model.table(kind).rows();
        // Now and then something that is not there.
        if (rows.empty() || random.chance(2)) return say(AnyId(std::string(model::idPrefix(kind)) + "-gone"));
        return say(random.pick(rows)->id);
    }
    template <class T>
    Id<T> any() {
        return Id<T>(anyOf(model::kindFor<T>));
    }
    template <class T>
    Id<T> anyOrNone() {
        return random.chance(20) ? Id<T>{} : any<T>();
    }

    // Each entity of the plan is as likely as any other.
    AnyId anything() {
        std::size_t number = random.below(model.entityCount());
        for (const Kind kind : model::allKinds()) {
            const model::EntityTable::Rows& rows = model.table(kind).rows();
            if (number < rows.size()) return say(rows[number]->id);
            number -= rows.size();
        }
        return {};
    }
    std::vector<AnyId> several() {
        std::vector<AnyId> chosen;
        for (std::size_t i = 1 + random.below(3); i > 0; --i) chosen.push_back(anything());
        return chosen;
    }
    Kind anyKind() { return model::allKinds()[random.below(model::kindCount)]; }
    std::size_t position() { return random.below(8); }
    std::optional<std::size_t> positionOrNone() {
        return random.chance(50) ? std::nullopt : std::optional<std::size_t>(position());
    }
    std::string title() { return randomText(random, false); }
    template <class E>
    E choice() {
        return static_cast<E>(random.below(model::choicesOf<E>().size()));
    }

    static Result<Model> modelOf(const Result<edit::Added>& added) {
        if (!added) return added.error();
        return added->model;
    }
    static Result<Model> modelOf(const Result<edit::Pasted>& pasted) {
        if (!pasted) return pasted.error();
        return pasted->model;
    }

    Result<Model> setField() {
        const AnyId id = anything();
        const auto& fields = model::entityType(*model::kindOf(id)).fields;
        const FieldDescription& field = fields[random.below(fields.size())];
        what += "." + std::string(field.name);
        FieldValue value = random.chance(15) ? field.get(*model.find(id)) : randomValue(random, model, field);
        return edit::setField(model, id, field.name, std::move(value));
    }
    Result<Model> clearField() {
        const AnyId id = anything();
        const model::EntityType& type = model::entityType(*model::kindOf(id));
        const FieldDescription& field = type.fields[random.below(type.fields.size())];
        what += "." + std::string(field.name);
        return edit::setField(model, id, field.name, field.get(*type.make()));
    }
    // Values that fit no field, or not this one.
    Result<Model> setWildField() {
        static const std::vector<FieldValue> wild = {
            FieldValue(),
            std::numeric_limits<double>::quiet_NaN(),
            std::numeric_limits<double>::infinity(),
            -1e300,
            base::Date{std::numeric_limits<std::int32_t>::max()},
            base::Date{std::numeric_limits<std::int32_t>::min()},
            base::Duration{std::numeric_limits<std::int64_t>::min()},
            base::Period{},
            base::Period{-1, 0, 0, 0},
            std::string("\xC3"),
            std::string("\xED\xA0\x80"),
            std::string((std::size_t{1} << 20U) + 1, 'x'),
            std::vector<std::string>{"\xFF"},
            model::ChoiceValue{200},
            AnyId("step-gone"),
            AnyId("foreign"),
            std::vector<AnyId>{AnyId{}},
            std::vector<AnyId>{AnyId("role-gone"), AnyId("role-gone")},
            true,
        };
        const AnyId id = anything();
        const auto& fields = model::entityType(*model::kindOf(id)).fields;
        const FieldDescription& field = fields[random.below(fields.size())];
        what += "." + std::string(field.name);
        return edit::setField(model, id, random.chance(5) ? "nonsense" : field.name, random.pick(wild));
    }
    Result<Model> addWithFields() {
        const Kind kind = anyKind();
        const model::EntityType& type = model::entityType(kind);
        std::shared_ptr<model::Entity> entity = type.make();
        entity->id = random.chance(3) ? anyOf(kind) : say(ids.next(model::idPrefix(kind)));
        for (const FieldDescription& field : type.fields)
            if (random.chance(30)) field.set(*entity, randomValue(random, model, field));
        if (random.chance(20)) entity->extra = randomExtra(random, *entity);
        const AnyId owner = random.chance(5) ? anything() : anyOf(model::ownership(kind).ownerKind);
        return edit::add(model, owner, std::move(entity), positionOrNone());
    }
    Result<Model> addNew() {
        const Kind kind = anyKind();
        return modelOf(
            edit::addNew(model, anyOf(model::ownership(kind).ownerKind), kind, title(), ids, positionOrNone()));
    }
    Result<Model> remove() { return edit::remove(model, several()); }
    Result<Model> removeUnlikely() { return edit::remove(model, {anyOf(anyKind())}); }
    Result<Model> move() {
        const AnyId id = anything();
        const Kind ownerKind = model::ownership(*model::kindOf(id)).ownerKind;
        return edit::move(model, id, random.chance(5) ? anything() : anyOf(ownerKind), position());
    }
    Result<Model> copy() {
        editor.m_clipboard = edit::copy(model, several());
        return model;
    }
    Result<Model> copySteps() {
        std::vector<AnyId> steps;
        if (const auto* variant = model.find(any<model::Variant>()))
            for (const Id<model::Step> step : variant->steps)
                if (random.chance(50)) steps.push_back(step);
        editor.m_clipboard = edit::copy(model, steps);
        return model;
    }
    Result<Model> paste() { return modelOf(edit::paste(model, editor.m_clipboard, anything(), ids)); }
    Result<Model> duplicate() { return modelOf(edit::duplicate(model, several(), ids)); }

    Result<Model> addFlow() { return modelOf(edit::addFlow(model, title(), ids)); }
    Result<Model> addStep() {
        const auto variant = any<model::Variant>();
        const model::Variant* owner = model.find(variant);
        const bool isBehind = owner != nullptr && !owner->steps.isEmpty() && random.chance(70);
        const AnyId after = isBehind            ? random.pick(owner->steps.ids())
                            : random.chance(20) ? anyOf(Kind::step)
                                                : AnyId{};
        return modelOf(edit::addStep(model, variant, title(), anyOrNone<model::Team>(), after, ids));
    }
    Id<model::Step> stepBeside(const Id<model::Step>& step) {
        std::vector<Id<model::Step>> beside;
        model.forEach<model::Variant>([&](const model::Variant& variant) {
            if (variant.steps.contains(step))
                for (const Id<model::Step> each : variant.steps) beside.push_back(each);
        });
        return beside.empty() || random.chance(10) ? any<model::Step>() : random.pick(beside);
    }
    Result<Model> connectSteps() {
        const auto from = any<model::Step>();
        return modelOf(edit::connectSteps(model, from, stepBeside(from), choice<model::LinkKind>(), ids));
    }
    Result<Model> reconnectLink() {
        const auto link = any<model::Link>();
        const model::Link* present = model.find(link);
        const Id<model::Step> from = present == nullptr ? any<model::Step>() : stepBeside(present->from);
        return edit::reconnectLink(model, link, from, stepBeside(from));
    }
    Result<Model> handOver() {
        const auto step = any<model::Step>();
        return edit::handOver(model, {step, stepBeside(step)}, anyOrNone<model::Team>());
    }
    Result<Model> pinStep() {
        const std::optional<int> column =
            random.chance(30) ? std::nullopt : std::optional(static_cast<int>(random.between(-1, 40)));
        return edit::pinStep(model, any<model::Step>(), column, ids);
    }
    Result<Model> moveLane() { return edit::moveLane(model, any<model::Variant>(), any<model::Team>(), position()); }
    Result<Model> duplicateVariant() {
        return modelOf(edit::duplicateVariant(model, any<model::Variant>(), title(), ids));
    }
    Result<Model> makeCurrent() { return edit::makeCurrent(model, any<model::Variant>()); }

    Result<Model> addOutcome() {
        return modelOf(edit::addOutcome(model, choice<model::Perspective>(), title(), ids, positionOrNone()));
    }
    Result<Model> pasteOutcomes() {
        return modelOf(edit::pasteOutcomes(model, choice<model::Perspective>(), randomText(random, true), ids));
    }
    Result<Model> moveOutcome() {
        return edit::moveOutcome(model, any<model::Outcome>(), choice<model::Perspective>(), position());
    }
    Result<Model> addMeasure() { return modelOf(edit::addMeasure(model, any<model::Outcome>(), title(), ids)); }
    Result<Model> addConstraint() {
        return modelOf(edit::addConstraintFor(model, any<model::Outcome>(), title(), ids));
    }
    Result<Model> tie() {
        return random.chance(60) ? edit::tieConstraint(model, any<model::Constraint>(), any<model::Outcome>())
                                 : edit::untieConstraint(model, any<model::Constraint>(), any<model::Outcome>());
    }
    Result<Model> addSpineItem() {
        return modelOf(
            edit::addSpineItem(model, choice<model::SpineCategory>(), choice<model::Stability>(), title(), ids));
    }
    Result<Model> reclassify() {
        return edit::reclassify(model, any<model::SpineItem>(), choice<model::SpineCategory>(),
                                choice<model::Stability>(), positionOrNone());
    }
    Result<Model> setWithin() {
        return edit::setWithin(model, any<model::SpineItem>(), any<model::SpineItem>(), random.chance(70));
    }
    Result<Model> assignLetter() {
        const auto letter = random.chance(20) ? std::nullopt : std::optional(choice<model::Letter>());
        return edit::assignLetter(model, any<model::DecisionRight>(), any<model::Role>(), letter, ids);
    }
    Result<Model> makeOnlyDecider() {
        return edit::makeOnlyDecider(model, any<model::DecisionRight>(), any<model::Role>(), ids);
    }
    Result<Model> addRoadmapItem() {
        return modelOf(edit::addRoadmapItem(model, choice<model::Horizon>(), title(), ids));
    }
    Result<Model> moveItem() {
        return edit::moveItem(model, any<model::RoadmapItem>(), choice<model::Horizon>(), position());
    }
    Result<Model> schedule() {
        const base::Date day = base::addDays(base::Date{20'000}, static_cast<int>(random.between(0, 900)));
        return edit::scheduleItem(model, any<model::RoadmapItem>(), day);
    }
    Result<Model> depend() {
        return random.chance(80)
                   ? edit::connectDependency(model, any<model::RoadmapItem>(), any<model::RoadmapItem>())
                   : edit::disconnectDependency(model, any<model::RoadmapItem>(), any<model::RoadmapItem>());
    }
    Result<Model> addTeam() { return modelOf(edit::addTeam(model, title(), ids)); }
    Result<Model> mergeTeams() { return edit::mergeTeams(model, any<model::Team>(), any<model::Team>()); }
};

namespace {

struct Sort {
    const char* name;
    unsigned weight;
    int growth; // in which direction it moves the plan's size
    Result<Model> (EditSorts::*run)();
};

const std::vector<Sort>& allSorts() {
    static const std::vector<Sort> sorts = {
        {"setField", 30, 0, &EditSorts::setField},
        {"clearField", 4, 0, &EditSorts::clearField},
        {"setWildField", 6, 0, &EditSorts::setWildField},
        {"addWithFields", 8, 1, &EditSorts::addWithFields},
        {"addNew", 6, 1, &EditSorts::addNew},
        {"remove", 8, -1, &EditSorts::remove},
        {"removeUnlikely", 2, -1, &EditSorts::removeUnlikely},
        {"move", 8, 0, &EditSorts::move},
        {"copy", 2, 0, &EditSorts::copy},
        {"copySteps", 2, 0, &EditSorts::copySteps},
        {"paste", 4, 1, &EditSorts::paste},
        {"duplicate", 4, 1, &EditSorts::duplicate},
        {"addFlow", 1, 1, &EditSorts::addFlow},
        {"addStep", 4, 1, &EditSorts::addStep},
        {"connectSteps", 4, 1, &EditSorts::connectSteps},
        {"reconnectLink", 2, 0, &EditSorts::reconnectLink},
        {"handOver", 3, 0, &EditSorts::handOver},
        {"pinStep", 3, 0, &EditSorts::pinStep},
        {"moveLane", 2, 0, &EditSorts::moveLane},
        {"duplicateVariant", 1, 1, &EditSorts::duplicateVariant},
        {"makeCurrent", 1, 0, &EditSorts::makeCurrent},
        {"addOutcome", 2, 1, &EditSorts::addOutcome},
        {"pasteOutcomes", 1, 1, &EditSorts::pasteOutcomes},
        {"moveOutcome", 2, 0, &EditSorts::moveOutcome},
        {"addMeasure", 2, 1, &EditSorts::addMeasure},
        {"addConstraint", 1, 1, &EditSorts::addConstraint},
        {"tie", 2, 0, &EditSorts::tie},
        {"addSpineItem", 1, 1, &EditSorts::addSpineItem},
        {"reclassify", 2, 0, &EditSorts::reclassify},
        {"setWithin", 1, 0, &EditSorts::setWithin},
        {"assignLetter", 2, 1, &EditSorts::assignLetter},
        {"makeOnlyDecider", 1, 0, &EditSorts::makeOnlyDecider},
        {"addRoadmapItem", 1, 1, &EditSorts::addRoadmapItem},
        {"moveItem", 2, 0, &EditSorts::moveItem},
        {"schedule", 2, 0, &EditSorts::schedule},
        {"depend", 2, 0, &EditSorts::depend},
        {"addTeam", 1, 1, &EditSorts::addTeam},
        {"mergeTeams", 1, -1, &EditSorts::mergeTeams},
    };
    return sorts;
}

const Sort& pickSort(Random& random, int growth) {
    unsigned total = 0;
    for (const Sort& sort : allSorts()) total += growth == 0 || sort.growth == growth ? sort.weight : 0;
    std::size_t number = random.below(total);
    for (const Sort& sort : allSorts()) {
        const std::size_t weight = growth == 0 || sort.growth == growth ? sort.weight : 0;
        if (number < weight) return sort;
        number -= weight;
    }
    return allSorts().front();
}

} // namespace

RandomEditor::RandomEditor(Random& random, std::size_t fewest, std::size_t most)
    : m_random(random), m_ids(random), m_fewest(fewest), m_most(most) {}

RandomEdit RandomEditor::next(const Model& model) {
    const std::size_t size = model.entityCount();
    const Sort& sort = pickSort(m_random, size > m_most ? -1 : size < m_fewest ? 1 : 0);
    RandomEdit edit{sort.name, model};
    EditSorts sorts{*this, model, edit.what};
    edit.result = (sorts.*sort.run)();
    return edit;
}

std::vector<std::string> RandomEditor::sorts() {
    std::vector<std::string> names;
    for (const Sort& sort : allSorts()) names.emplace_back(sort.name);
    return names;
}

} // namespace flowspine::test
