#include "analysis/rule_case.h"

namespace flowspine::test {

namespace {

using namespace model;
using base::Period;

template <class F>
Id<SpineItem> item(SmallPlan& plan, F&& fill) {
    return plan.add<SpineItem>([&](SpineItem& each) {
        each.title = "Four eyes on payments";
        fill(each);
    });
}

// One item for each place in the list of categories and stabilities.
AnyId items(SmallPlan& plan, std::initializer_list<std::pair<SpineCategory, Stability>> list) {
    for (const auto& [category, stability] : list)
        plan.add<SpineItem>([&, category = category, stability = stability](SpineItem& each) {
            each.title = "Item of " + std::string(labelOf(category));
            each.category = category;
            each.stability = stability;
        });
    return plan.id();
}

} // namespace

std::vector<RuleCase> spineCases() {
    using C = SpineCategory;
    using S = Stability;
    return {
        {"S01", [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.rationale = " \n"; }); },
         [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.rationale = "Law"; }); }},
        {"S02", [](SmallPlan& plan) { return item(plan, [](SpineItem&) {}); },
         [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.authority = "Audit law"; }); }},
        {"S03",
         [](SmallPlan& plan) {
             const auto role = plan.role("Treasurer");
             const auto right = plan.add<DecisionRight>([](DecisionRight& each) { each.title = "Change limits"; });
             plan.add<Assignment>(right, [&](Assignment& each) {
                 each.letter = Letter::a;
                 each.role = role;
             });
             return item(plan, [&](SpineItem& each) { each.changeAuthority = right; });
         },
         [](SmallPlan& plan) {
             const auto role = plan.role("Treasurer");
             return item(plan, [&](SpineItem& each) { each.owner = role; });
         }},
        {"S04", [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.nextReview = ruleDay; }); },
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.nextReview = ruleDay;
                 each.reviewCadence = Period{1, 0, 0, 0};
             });
         }},
        {"S04", // the last review is long ago
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.lastReviewed = base::addDays(ruleDay, -2000);
                 each.reviewCadence = Period{1, 0, 0, 0};
             });
         },
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.reviewCadence = Period{1, 0, 0, 0};
                 each.nextReview = base::addDays(ruleDay, -2000);
             });
         }},
        {"S05",
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) { each.nextReview = base::addDays(ruleDay, -1); });
         },
         [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.nextReview = ruleDay; }); }},
        {"S05", // done since
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.nextReview = base::addDays(ruleDay, -10);
                 each.lastReviewed = base::addDays(ruleDay, -11);
             });
         },
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.nextReview = base::addDays(ruleDay, -10);
                 each.lastReviewed = base::addDays(ruleDay, -10);
             });
         }},
        {"S06",
         [](SmallPlan& plan) {
             return items(plan, {{C::coreGovernance, S::cannotChange},
                                 {C::financialControls, S::adaptable},
                                 {C::riskManagement, S::shouldNotChange},
                                 {C::legalRegulatory, S::cannotChange},
                                 {C::dataFoundation, S::cannotChange}});
         },
         [](SmallPlan& plan) {
             return items(plan, {{C::coreGovernance, S::cannotChange},
                                 {C::financialControls, S::shouldNotChange},
                                 {C::riskManagement, S::shouldNotChange},
                                 {C::legalRegulatory, S::cannotChange},
                                 {C::dataFoundation, S::cannotChange}});
         }},
        {"S07",
         [](SmallPlan& plan) {
             return items(plan, {{C::coreGovernance, S::cannotChange}, {C::coreGovernance, S::shouldNotChange}});
         },
         [](SmallPlan& plan) {
             return items(plan, {{C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::shouldNotChange},
                                 {C::coreGovernance, S::shouldNotChange},
                                 {C::coreGovernance, S::adaptable}});
         }},
        {"S07", // three of four
         [](SmallPlan& plan) {
             return items(plan, {{C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::adaptable}});
         },
         [](SmallPlan& plan) {
             return items(plan, {{C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::cannotChange},
                                 {C::coreGovernance, S::adaptable}});
         }},
        {"S08",
         [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.stability = S::shouldNotChange; }); },
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.stability = S::shouldNotChange;
                 each.changeRoute = "Council vote";
             });
         }},
        {"S09",
         [](SmallPlan& plan) {
             const auto id = item(plan, [](SpineItem&) {});
             item(plan, [&](SpineItem& each) { each.within.add(id); });
             return id;
         },
         [](SmallPlan& plan) {
             const auto id = item(plan, [](SpineItem&) {});
             plan.change(plan.line({"Pay"}).steps[0], [&](Step& step) { step.spine.add(id); });
             return id;
         }},
        {"S10",
         [](SmallPlan& plan) { return item(plan, [](SpineItem& each) {
                                   each.reviewCadence = Period{0, 5, 0, 0};
                               }); },
         [](SmallPlan& plan) { return item(plan, [](SpineItem& each) {
                                   each.reviewCadence = Period{0, 6, 0, 0};
                               }); }},
        {"S10",
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.stability = S::shouldNotChange;
                 each.reviewCadence = Period{1, 1, 0, 0};
             });
         },
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.stability = S::shouldNotChange;
                 each.reviewCadence = Period{0, 0, 52, 0};
             });
         }},
        {"S11", [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.tier = PolicyTier::practice; }); },
         [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.tier = PolicyTier::guideline; }); }},
        {"S12",
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.stability = S::adaptable;
                 each.approvalDays = 31;
             });
         },
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.stability = S::adaptable;
                 each.approvalDays = 30;
             });
         }},
        {"S13",
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.category = C::riskManagement;
                 each.mustBeEnforced = true;
             });
         },
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.category = C::riskManagement;
                 each.mustBeEnforced = true;
                 each.limit = 0;
                 each.limitUnit = "cases";
             });
         }},
        {"S13", // half a limit
         [](SmallPlan& plan) { return item(plan, [](SpineItem& each) { each.limit = 10; }); },
         [](SmallPlan& plan) {
             return item(plan, [](SpineItem& each) {
                 each.limit = 10;
                 each.limitUnit = "%";
             });
         }},
        {"S14",
         [](SmallPlan& plan) {
             item(plan, [](SpineItem&) {});
             return item(plan, [](SpineItem& each) { each.title = "four eyes on payments."; });
         },
         [](SmallPlan& plan) {
             item(plan, [](SpineItem& each) { each.text = "Two people sign"; });
             return item(plan, [](SpineItem& each) {
                 each.title = "Six eyes on payments";
                 each.text = "Three people sign";
             });
         }},
    };
}

} // namespace flowspine::test
