#include "analysis/evaluation.h"
#include "analysis/rule_case.h"
#include "diff/model_diff.h"
#include "edit/suggested_change_edit.h"
#include "model/validate.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace flowspine;
using analysis::Evaluation;
using analysis::Finding;
using analysis::Verdict;
using model::AnyId;
using model::Model;

namespace {

std::vector<test::RuleCase> allCases() {
    std::vector<test::RuleCase> all;
    for (const auto& part : {test::outcomeCases(), test::spineCases(), test::flowCases(), test::stepCases(),
                             test::roadmapCases(), test::planCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

// A section of its own for each, also when a rule has several.
template <class F>
void forEachCase(F&& f) {
    std::map<std::string_view, int> number;
    for (const test::RuleCase& each : allCases()) {
        const int n = ++number[each.rule];
        DYNAMIC_SECTION(each.rule << " case " << n) {
            f(each);
        }
    }
}

const Finding* findingOf(const Evaluation& evaluation, std::string_view rule, const AnyId& entity) {
    const auto& all = evaluation.findings();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Finding& finding) {
        return finding.ruleId == rule && finding.entity == entity;
    });
    return at == all.end() ? nullptr : &*at;
}

// What a change says it does, and nothing else, is different.
void checkNothingElseChanged(const Model& before, const edit::ChangeMade& made, const model::SuggestedChange& change) {
    std::vector<AnyId> owners;
    std::vector<AnyId> removals;
    std::map<AnyId, std::vector<std::string_view>> settings;
    for (const model::ChangeStep& step : change.steps) {
        if (const auto* setting = std::get_if<model::FieldSetting>(&step))
            settings[setting->entity].push_back(setting->field);
        else if (const auto* addition = std::get_if<model::EntityAddition>(&step))
            owners.push_back(addition->owner);
        else
            removals.push_back(std::get<model::EntityRemoval>(step).entity);
    }
    const edit::Impact impact = edit::impactOfRemoval(before, removals);
    const model::ModelIndex index(before);
    for (const AnyId& removed : impact.removed) owners.push_back(index.ownerOf(removed));
    const auto has = [](const auto& list, const auto& each) {
        return std::find(list.begin(), list.end(), each) != list.end();
    };
    const diff::ModelDiff difference = diff::diff(before, made.model);
    CHECK_FALSE(difference.isEmpty());
    for (const diff::EntityChange& each : difference.changes) {
        INFO(each.id.text());
        if (each.isAdded()) {
            CHECK(has(made.added, each.id));
        } else if (each.isRemoved()) {
            CHECK(has(impact.removed, each.id));
        } else {
            for (const diff::FieldChange& field : each.fields) {
                INFO(field.field->name);
                const bool isOwned = field.field->type == model::FieldType::children && has(owners, each.id);
                const bool isCleared =
                    std::any_of(impact.loseReference.begin(), impact.loseReference.end(),
                                [&](const auto& lost) { return lost.from == each.id && lost.field == field.field; });
                CHECK((isOwned || isCleared || has(settings[each.id], field.field->name)));
            }
        }
    }
}

} // namespace

TEST_CASE("every rule fires where it should and just does not where it should not") {
    forEachCase([](const test::RuleCase& each) {
        test::SmallPlan firing;
        const AnyId bad = each.fires(firing);
        const Evaluation ill = Evaluation::of(firing.model(), test::ruleDay);
        CHECK(ill.verdict(each.rule, bad) == Verdict::State::fail);
        const Finding* finding = findingOf(ill, each.rule, bad);
        REQUIRE(finding != nullptr);
        // Every place of the sentence was filled.
        const std::string sentence = finding->sentence.english();
        INFO(sentence);
        CHECK(sentence.find("%1") == std::string::npos);
        CHECK(sentence.find("%2") == std::string::npos);
        CHECK(sentence.find("“”") == std::string::npos);
        if (!finding->field.empty()) CHECK(model::entityType(*model::kindOf(bad)).field(finding->field) != nullptr);
        for (const AnyId& other : finding->others) CHECK((each.rule == "M03" || firing.model().contains(other)));

        test::SmallPlan calm;
        const AnyId good = each.passes(calm);
        const Evaluation well = Evaluation::of(calm.model(), test::ruleDay);
        // These two give no points for what must be so.
        const bool isGuard = each.rule == "M03" || each.rule == "M07";
        CHECK(well.verdict(each.rule, good) == (isGuard ? Verdict::State::notApplicable : Verdict::State::pass));
        CHECK(findingOf(well, each.rule, good) == nullptr);
    });
}

TEST_CASE("there is a case for every rule") {
    const std::vector<test::RuleCase> cases = allCases();
    for (const analysis::Rule& rule : analysis::allRules()) {
        INFO(rule.id);
        CHECK(
            std::any_of(cases.begin(), cases.end(), [&](const test::RuleCase& each) { return each.rule == rule.id; }));
    }
}

TEST_CASE("every fix makes its rule pass and changes nothing else") {
    forEachCase([](const test::RuleCase& each) {
        test::SmallPlan plan;
        const AnyId entity = each.fires(plan);
        const Evaluation evaluation = Evaluation::of(plan.model(), test::ruleDay);
        const Finding* finding = findingOf(evaluation, each.rule, entity);
        REQUIRE(finding != nullptr);
        const std::vector<model::SuggestedChange> fixes = evaluation.fixes(*finding);
        CHECK(fixes.empty() == (analysis::findRule(each.rule)->fixes == nullptr || !each.isMendable));
        for (const model::SuggestedChange& fix : fixes) {
            INFO(fix.label.english());
            CHECK_FALSE(fix.steps.empty());
            base::CountingIdGenerator ids(1000);
            const base::Result<edit::ChangeMade> made = edit::make(plan.model(), fix, ids);
            REQUIRE(made);
            checkNothingElseChanged(plan.model(), *made, fix);
            const Evaluation mended = evaluation.followed(made->model);
            CHECK(mended.verdict(each.rule, entity) != Verdict::State::fail);
            CHECK(mended.findings() == Evaluation::of(made->model, test::ruleDay).findings());
            if (model::validate(plan.model()).empty()) CHECK(model::validate(made->model).empty());
        }
    });
}
