#include "analysis/evaluation.h"

#include "analysis/rule_case.h"
#include "edit/entity_edit.h"
#include "model/draft.h"
#include "model/entity_type.h"
#include "support/examples.h"
#include "support/random_edit.h"
#include "support/random_flow.h"
#include "support/random_model.h"
#include "support/random_value.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace flowspine;
using analysis::Evaluation;
using analysis::Finding;
using model::Model;

namespace {

std::string told(const Finding& finding) {
    return std::string(finding.ruleId) + " " + std::string(finding.entity.text()) + ": " + finding.sentence.english();
}

// The first finding that only one of them has.
std::string firstDifference(const Evaluation& followed, const Evaluation& full) {
    for (const Finding& finding : full.findings())
        if (std::find(followed.findings().begin(), followed.findings().end(), finding) == followed.findings().end())
            return "missed " + told(finding);
    for (const Finding& finding : followed.findings())
        if (std::find(full.findings().begin(), full.findings().end(), finding) == full.findings().end())
            return "kept " + told(finding);
    return "other scores or another order";
}

void followEdits(Model model, std::uint64_t seed, std::size_t edits) {
    test::Random random(seed);
    test::RandomEditor editor(random, 100, 200);
    Evaluation evaluation = Evaluation::of(model, test::ruleDay);
    std::size_t evaluated = 0;
    std::size_t entities = 0;
    for (std::size_t i = 1; i <= edits; ++i) {
        const test::RandomEdit edit = editor.next(model);
        if (!edit.result || edit.result.value().isSameAs(model)) continue;
        INFO("FLOWSPINE_SEED=" << seed << ", edit " << i << ": " << edit.what);
        model = edit.result.value();
        evaluation = evaluation.followed(model);
        evaluated += evaluation.subjectsEvaluated();
        entities += model.entityCount();
        const Evaluation full = Evaluation::of(model, test::ruleDay);
        const bool isSame = evaluation.findings() == full.findings() && evaluation.scores() == full.scores();
        INFO((isSame ? std::string() : firstDifference(evaluation, full)));
        REQUIRE(isSame);
    }
    // Most of the plan is not looked at again.
    CHECK(evaluated < entities / 2);
}

struct SmallChange {
    std::string what;
    Model model;
};

// Every field of every entity given its default value or, when it has that, some value, and the value that the next
// entity of its kind has; lists without their first child; every entity removed, with what names it and, as no edit
// would, without.
std::vector<SmallChange> smallChanges(const Model& model, test::Random& random) {
    std::vector<SmallChange> changes;
    const auto set = [&](const model::Entity& entity, const model::FieldDescription& field, model::FieldValue value) {
        model::Draft draft(model);
        if (field.set(*draft.change(entity.id), std::move(value)))
            changes.push_back({std::string(entity.id.text()) + "." + std::string(field.name), draft.finish()});
    };
    for (const model::Kind kind : model::allKinds()) {
        const auto& rows = model.table(kind).rows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const model::Entity& entity = *rows[i];
            const model::EntityType& type = model::entityType(kind);
            for (const model::FieldDescription& field : type.fields) {
                if (field.type == model::FieldType::children) {
                    std::vector<model::AnyId> children = model::idsIn(entity, field);
                    if (!children.empty()) children.erase(children.begin());
                    set(entity, field, children);
                    continue;
                }
                set(entity, field,
                    field.isDefault(entity) ? test::randomValue(random, model, field) : field.get(*type.make()));
                set(entity, field, field.get(*rows[(i + 1) % rows.size()]));
            }
            if (kind == model::Kind::plan) continue;
            changes.push_back({"without " + std::string(entity.id.text()), *edit::remove(model, {entity.id})});
            model::Draft draft(model);
            draft.remove(entity.id);
            changes.push_back({"torn out " + std::string(entity.id.text()), draft.finish()});
        }
    }
    return changes;
}

} // namespace

TEST_CASE("following an edit gives what a full evaluation gives, after each of 20,000 random edits") {
    const std::uint64_t seed = test::testSeed(20261123);
    test::Random random(seed);
    test::RandomModelOptions options;
    options.entities = 150;
    followEdits(test::randomModel(random, options), seed, 10'000);
    // Random plans hardly ever have a flow that can be computed.
    for (std::uint64_t flow = 0; flow < 6; ++flow)
        followEdits(test::makeRandomFlow(seed + flow, 30, 4).model, seed + flow, 1'000);
    for (const test::BundledExample& example : test::bundledExamples)
        followEdits(test::importBundled(example).model, seed, 1'000);
}

TEST_CASE("following gives what a full evaluation gives when any one field of a plan changes or any one thing goes") {
    const std::uint64_t seed = test::testSeed(7);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    std::size_t changes = 0;
    for (const auto& part : {test::outcomeCases(), test::spineCases(), test::flowCases(), test::stepCases(),
                             test::roadmapCases(), test::planCases()})
        for (const test::RuleCase& each : part)
            for (const auto& build : {each.fires, each.passes}) {
                test::SmallPlan plan;
                build(plan);
                const Evaluation evaluation = Evaluation::of(plan.model(), test::ruleDay);
                for (const auto& [what, changed] : smallChanges(plan.model(), random)) {
                    const Evaluation followed = evaluation.followed(changed);
                    const Evaluation full = Evaluation::of(changed, test::ruleDay);
                    const bool isSame = followed.findings() == full.findings() && followed.scores() == full.scores();
                    INFO(each.rule << ", " << what);
                    INFO((isSame ? std::string() : firstDifference(followed, full)));
                    REQUIRE(isSame);
                    ++changes;
                }
            }
    CHECK(changes > 10'000);
}

TEST_CASE("a plan that did not change is not evaluated again") {
    test::SmallPlan plan;
    plan.line({"Take", "Check"});
    const Evaluation evaluation = Evaluation::of(plan.model(), test::ruleDay);
    const Evaluation same = evaluation.followed(plan.model());
    CHECK(same.findings() == evaluation.findings());
    CHECK(same.today() == test::ruleDay);
}

TEST_CASE("renaming a role evaluates only what speaks of it") {
    test::SmallPlan plan;
    const auto line = plan.line({"Take", "Check", "Decide", "Print", "Send"});
    const auto other = plan.role("Head");
    plan.change(line.steps[1], [&](model::Step& step) { step.accountable.add(other); });
    const Evaluation before = Evaluation::of(plan.model(), test::ruleDay);
    plan.change(other, [](model::Role& role) { role.name = "Director"; });
    const Evaluation after = before.followed(plan.model());
    CHECK(after.subjectsEvaluated() == 2); // the role, and the step with two accountable roles
    const auto speaksOfIt = [](const Finding& finding) {
        return finding.sentence.english() == "Desk lead and Director both answer for “Check”.";
    };
    CHECK(std::any_of(after.findings().begin(), after.findings().end(), speaksOfIt));
}

TEST_CASE("a rule follows its threshold wherever it is checked") {
    test::SmallPlan plan;
    const auto constraint = plan.add<model::Constraint>([](model::Constraint& each) { each.severity = 3; });
    const auto setting = plan.add<model::RuleSetting>([](model::RuleSetting& each) { each.ruleId = "O13"; });
    const Evaluation usual = Evaluation::of(plan.model(), test::ruleDay);
    CHECK(usual.verdict("O13", constraint) == analysis::Verdict::State::fail);
    plan.change(setting, [](model::RuleSetting& each) { each.threshold = 4; });
    const Evaluation milder = usual.followed(plan.model());
    CHECK(milder.verdict("O13", constraint) == analysis::Verdict::State::notApplicable);
    plan.change(setting, [](model::RuleSetting& each) { each.ruleId = "R16"; });
    CHECK(milder.followed(plan.model()).verdict("O13", constraint) == analysis::Verdict::State::fail);
}

TEST_CASE("low flow efficiency is a warning below 5 % and a note up to what the plan asks for") {
    test::SmallPlan plan;
    const auto line = plan.line({"Check"});
    plan.change(line.steps[0], [](model::Step& step) {
        step.processTime = base::fromHours(10);
        step.waitTime = base::fromHours(90);
    });
    CHECK(Evaluation::of(plan.model(), test::ruleDay).verdict("F12", line.flow) == analysis::Verdict::State::pass);
    plan.add<model::RuleSetting>([](model::RuleSetting& each) {
        each.ruleId = "F12";
        each.threshold = 15;
    });
    const auto severity = [&] {
        for (const Finding& finding : Evaluation::of(plan.model(), test::ruleDay).findings())
            if (finding.ruleId == "F12") return std::optional(finding.severity);
        return std::optional<base::Severity>();
    };
    CHECK(severity() == base::Severity::info);
    plan.change(line.steps[0], [](model::Step& step) { step.waitTime = base::fromHours(300); });
    CHECK(severity() == base::Severity::warning);
}

TEST_CASE("a team above its capacity is an error") {
    test::SmallPlan plan;
    const auto line = plan.line({"Work"}); // 10 hours a week
    plan.change(line.team, [](model::Team& team) { team.capacityPerWeek = 9.9; });
    for (const Finding& finding : Evaluation::of(plan.model(), test::ruleDay).findings())
        if (finding.ruleId == "F17") {
            CHECK(finding.severity == base::Severity::error);
            CHECK(finding.sentence.english() == "Desk is 101% loaded.");
            return;
        }
    FAIL("F17 did not fire");
}

TEST_CASE("the six worked errors of structure are found (T17)") {
    const auto found = [](const test::SmallPlan& plan) {
        std::string rules;
        for (const Finding& finding : Evaluation::of(plan.model(), test::ruleDay).findings())
            for (const std::string_view each : {"F08", "F09", "F10", "F16", "F25"})
                if (finding.ruleId == each) rules += std::string(each) + " ";
        return rules;
    };
    const auto variant = [](test::SmallPlan& plan) {
        const auto flow = plan.add<model::Flow>([](model::Flow& each) { each.name = "T17"; });
        const auto made = plan.add<model::Variant>(flow, [](model::Variant&) {});
        plan.change(flow, [&](model::Flow& each) { each.current = made; });
        return made;
    };
    const auto timed = [](base::Duration wait, base::Duration process) {
        test::SmallPlan plan;
        plan.change(plan.line({"a"}).steps[0], [&](model::Step& step) {
            step.waitTime = wait;
            step.processTime = process;
        });
        return plan;
    };
    {
        INFO("alternatives of 0.5 and 0.4");
        test::SmallPlan plan;
        const auto in = variant(plan);
        const auto a = plan.step(in, "a");
        plan.link(a, plan.step(in, "b"), 50);
        plan.link(a, plan.step(in, "c"), 40);
        CHECK(found(plan) == "F08 ");
    }
    {
        INFO("a and b send work to each other for ever");
        test::SmallPlan plan;
        const auto in = variant(plan);
        const auto start = plan.step(in, "", model::StepType::start);
        const auto a = plan.step(in, "a");
        const auto b = plan.step(in, "b");
        plan.link(start, a);
        plan.link(a, b, 100, model::LinkKind::rework);
        plan.link(b, a);
        CHECK(found(plan) == "F10 ");
    }
    {
        INFO("a wait of minus one hour, and a lead time of 2 h for 3 h of work");
        CHECK(found(timed(base::fromHours(-1), base::fromHours(1))) == "F16 ");
        CHECK(found(timed(base::fromHours(2 - 3), base::fromHours(3))) == "F16 ");
    }
    {
        INFO("a split without a join");
        test::SmallPlan plan;
        const auto in = variant(plan);
        const auto split = plan.step(in, "", model::StepType::andSplit);
        plan.link(split, plan.step(in, "a"));
        plan.link(split, plan.step(in, "b"));
        CHECK(found(plan) == "F25 ");
    }
    {
        INFO("no start, and two starts");
        test::SmallPlan none;
        const auto in = variant(none);
        const auto a = none.step(in, "a");
        const auto b = none.step(in, "b");
        none.link(a, b, 50);
        none.link(b, a);
        none.link(a, none.step(in, "", model::StepType::end), 50);
        CHECK(found(none) == "F09 ");

        test::SmallPlan two;
        const auto also = variant(two);
        const auto end = two.step(also, "", model::StepType::end);
        two.link(two.step(also, "", model::StepType::start), end);
        two.link(two.step(also, "", model::StepType::start), end);
        CHECK(found(two) == "F09 ");
    }
}
