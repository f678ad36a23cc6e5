#include "exchange/rule_guide.h"

#include "analysis/rule.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <algorithm>

namespace flowspine::exchange {

namespace {

using analysis::Area;
using analysis::Rule;

constexpr std::string_view introduction = R"(# Plan health

<!-- Written by `flowspine rules` from the rules themselves. Do not edit: run `flowspine rules > docs/guide/plan-health.md`. -->

Flowspine reads a plan the way a careful colleague would and says what it notices, in sentences that anybody can repeat. It
never stops anybody from editing or saving.

![Findings under the outcomes of the renovation-permit plan](../images/findings.png)

## Findings

A finding is a rule that fails for one thing in the plan. The panel **Findings** (Ctrl+Shift+F) lists them by editor, errors
first. A click selects what a finding is about and shows the field that it points to; F8 goes to the next one. Where a rule
knows how to mend it, a button does so in one undo step. The same findings stand as marks on the pictures, as numbers on the
rail, and in the inspector of what is selected.

- An **error** makes the plan say something that cannot be, or leaves out what nobody can do without.
- A **warning** will cost somebody time or trust.
- A **note** is worth a thought.

## Scores

Each of the four parts has a score: 100 times the weight of the checks that pass, divided by the weight of all checks that
apply. An error weighs 5, a warning 2, a note 0.5. The plan is as good as its weakest part, so there is no average. Rules about
a part count from its first entry on; a plan that is still empty has no scores.

## Exceptions

A finding can be accepted with a reason, a name and a date (**Except…**). It is greyed, still listed, and counts neither as
passed nor as failed. When the date has passed, it is found again, and rule M06 says that the exception ended.

## Rules of a plan

**Rules** in the panel lists all of them. Each can be switched off, weigh more or less, or have another threshold, for this plan
only; that is kept in the plan's file and shows in reviews like any other change.

## In the team's checks

```
flowspine check plan.flowspine                              # a line for each finding, with its place in the file
flowspine check plan.flowspine --fail-on warning            # ends with 1 when there is a warning or an error
flowspine check plan.flowspine --rules core --as-of 2026-11-23
flowspine check *.flowspine --format sarif > findings.sarif # shown beside the lines of a pull request
flowspine check *.flowspine --format junit > findings.xml   # for build servers
flowspine check plan.flowspine --format markdown            # the health of the plan as a document
flowspine export plan.flowspine --view health -o health.pdf # the same as sheets of paper
```

It ends with 0 when nothing fails, with 1 when something is at least as severe as `--fail-on` (an error, unless told otherwise),
and with 2 when a file cannot be read.
)";

std::string_view severityName(base::Severity severity) {
    switch (severity) {
    case base::Severity::error: return "Error";
    case base::Severity::warning: return "Warning";
    case base::Severity::info: break;
    }
    return "Note";
}

std::string_view headingOf(Area area) {
    switch (area) {
    case Area::outcomes: return "Outcomes and constraints";
    case Area::spine: return "Fixed spine";
    case Area::flows: return "Flows, teams and decision rights";
    case Area::roadmap: return "Roadmap";
    case Area::wholePlan: break;
    }
    return "The whole plan";
}

// "outcomes", "teams and steps"; nothing where it is about too many kinds to name.
std::string subjectsOf(const Rule& rule) {
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    for (const model::Kind kind : model::allKinds())
        if (model::contains(rule.subjects, kind))
            names.emplace_back(kind == model::Kind::plan ? "the plan" : model::entityType(kind).plural);
    if (names.size() > most) return "everything";
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

std::string sectionOf(const Rule& rule) {
    std::string text = "\n### " + std::string(rule.id) + " " + std::string(rule.condition) + "\n\n";
    text += std::string(severityName(rule.severity)) + ", about " + subjectsOf(rule) + ".";
    if (rule.threshold)
        text += " Threshold: " + model::numberText(*rule.threshold) + " " + std::string(rule.thresholdMeans) + ".";
    text += "\n\n";
    for (const analysis::Message& message : rule.messages) text += "> " + message.text() + "\n>\n";
    text.resize(text.size() - 2); // the last one is not continued
    text += "\n- **Why:** " + std::string(rule.why) + "\n- **What mends it:** " + std::string(rule.suggestion);
    if (rule.fixes != nullptr) text += " One click does it where the plan says enough.";
    text += "\n- **Source:** " + std::string(rule.source) + "\n";
    return text;
}

} // namespace

std::string ruleGuide() {
    std::string text(introduction);
    const auto& rules = analysis::allRules();
    const auto core = std::count_if(rules.begin(), rules.end(), [](const Rule& rule) { return rule.isCore; });
    text += "\n## The " + std::to_string(rules.size()) + " rules\n\n" + std::to_string(core) +
            " of them are the core set (`--rules core`), marked with a star. Where the ideas come from is named under "
            "each; "
            "the words\nare ours.\n";
    for (const Area area : {Area::outcomes, Area::spine, Area::flows, Area::roadmap, Area::wholePlan}) {
        text += "\n## " + std::string(headingOf(area)) + "\n\n| Rule | Severity | Finds |\n|---|---|---|\n";
        for (const Rule& rule : rules)
            if (rule.area == area)
                text += "| " + std::string(rule.id) + (rule.isCore ? " \\*" : "") + " | " +
                        std::string(severityName(rule.severity)) + " | " + std::string(rule.condition) + " |\n";
        for (const Rule& rule : rules)
            if (rule.area == area) text += sectionOf(rule);
    }
    return text;
}

} // namespace flowspine::exchange
