#include "exchange/health_report.h"

#include "model/naming.h"
#include "view/text_measure.h"

#include <algorithm>
#include <cmath>

namespace flowspine::exchange {

namespace {

using analysis::Finding;
using base::Severity;
using view::HealthArea;
using view::HealthFinding;
using view::HealthReport;

// Severities as a plan may choose them.
std::string_view choiceWord(model::RuleSeverity severity) {
    switch (severity) {
    case model::RuleSeverity::error: return "an error";
    case model::RuleSeverity::warning: return "a warning";
    case model::RuleSeverity::info: return "a note";
    case model::RuleSeverity::asDefined:
    case model::RuleSeverity::off: break;
    }
    return {};
}

std::vector<std::string> ownRules(const model::Model& model) {
    std::vector<std::string> texts;
    model.forEach<model::RuleSetting>([&](const model::RuleSetting& setting) {
        const analysis::Rule* const rule = analysis::findRule(setting.ruleId);
        if (rule == nullptr) return;
        const std::string id(rule->id);
        const std::string what = " (" + std::string(rule->condition) + ")";
        if (setting.severity == model::RuleSeverity::off)
            texts.push_back(id + what + " is off");
        else if (const std::string_view word = choiceWord(setting.severity); !word.empty())
            texts.push_back(id + what + " counts as " + std::string(word));
        if (setting.threshold && rule->threshold && setting.severity != model::RuleSeverity::off)
            texts.push_back(id + what + " has the threshold " + model::numberText(*setting.threshold) + " instead of " +
                            model::numberText(*rule->threshold));
    });
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::string_view markOf(Severity severity) {
    switch (severity) {
    case Severity::error: return "**error**";
    case Severity::warning: return "warning";
    case Severity::info: break;
    }
    return "note";
}

std::string scoreText(const HealthArea& area) {
    return area.score ? std::to_string(std::lround(*area.score)) : "–";
}

void writeScores(const HealthReport& report, std::string& out) {
    out += "| Area | Score | Points | Costs most |\n|---|---:|---:|---|\n";
    for (const HealthArea& area : report.areas) {
        out += "| " + area.label + (area.isWeakest ? ", the weakest" : "") + " | " + scoreText(area) + " | ";
        if (area.score)
            out += model::numberText(area.passedWeight) + " of " +
                   model::numberText(area.passedWeight + area.failedWeight);
        out += " | ";
        constexpr std::size_t most = 3;
        for (std::size_t i = 0; i < area.losses.size() && i < most; ++i)
            out += (i == 0 ? "" : "; ") + area.losses[i].condition + " −" + model::numberText(area.losses[i].weight);
        out += " |\n";
    }
}

void writeArea(const HealthArea& area, std::string& out) {
    if (area.findings.empty()) return;
    out += "\n## " + area.label + "\n\n";
    for (const HealthFinding& finding : area.findings)
        out += "- " + std::string(markOf(finding.severity)) + " " + markdownEscaped(finding.sentence) + " *" +
               markdownEscaped(finding.suggestion) + "* (" + finding.ruleId + ")\n";
}

void writeExceptions(const HealthReport& report, std::string& out) {
    if (report.exceptions.empty()) return;
    out += "\n## Accepted\n\n";
    for (const view::HealthException& each : report.exceptions) {
        out += "- " + markdownEscaped(each.sentence) + " (" + each.ruleId + ") Accepted";
        if (!each.by.empty()) out += " by " + markdownEscaped(each.by);
        if (each.until) out += " until " + base::toWords(*each.until);
        out += ": " + markdownEscaped(each.reason) + "\n";
    }
}

} // namespace

HealthReport healthReport(const analysis::Evaluation& evaluation) {
    const model::Model& model = evaluation.model();
    HealthReport report;
    report.plan = model.plan().name;
    report.organisation = model.plan().organisation;
    report.asOf = evaluation.today();
    report.ownRules = ownRules(model);
    const analysis::AreaScore* const weakest = evaluation.scores().weakest();
    for (std::size_t i = 0; i < report.areas.size(); ++i) {
        const analysis::AreaScore& score = evaluation.scores().areas[i];
        HealthArea& area = report.areas[i];
        area.label = analysis::labelOf(score.area);
        area.score = score.value();
        area.isWeakest = &score == weakest && score.failedWeight() > 0;
        area.passedWeight = score.passedWeight();
        area.failedWeight = score.failedWeight();
        for (const analysis::RuleTally& tally : score.losses())
            area.losses.push_back({std::string(tally.ruleId), std::string(analysis::findRule(tally.ruleId)->condition),
                                   tally.failed, tally.failedWeight});
    }
    for (const Finding& finding : analysis::inPlanOrder(model, evaluation.findings())) {
        const std::string sentence = finding.sentence.english();
        if (const auto* waiver = model.find(model::Id<model::Waiver>(finding.waiver))) {
            report.exceptions.push_back(
                {std::string(finding.ruleId), sentence, waiver->reason, waiver->by, waiver->expiry});
            continue;
        }
        report.areas[static_cast<std::size_t>(finding.area)].findings.push_back(
            {finding.entity, finding.severity, std::string(finding.ruleId), sentence,
             std::string(analysis::findRule(finding.ruleId)->suggestion)});
    }
    for (HealthArea& area : report.areas)
        std::stable_sort(area.findings.begin(), area.findings.end(),
                         [](const HealthFinding& a, const HealthFinding& b) { return a.severity < b.severity; });
    return report;
}

std::string healthMarkdown(const HealthReport& report) {
    std::string out = "# Health of “" + markdownEscaped(report.plan) + "”\n\n";
    if (!report.organisation.empty()) out += markdownEscaped(report.organisation) + ", ";
    out += base::toWords(report.asOf) + ". Found: " + view::countsText(report);
    if (!report.exceptions.empty()) out += "; " + std::to_string(report.exceptions.size()) + " accepted as exceptions";
    out += ".\n\n";
    writeScores(report, out);
    out +=
        "\nA score is 100 times the weight of the checks that pass, divided by the weight of all that apply: an error "
        "weighs 5, a\nwarning 2, a note 0.5. The plan is as good as its weakest area.\n";
    for (const HealthArea& area : report.areas) writeArea(area, out);
    writeExceptions(report, out);
    if (!report.ownRules.empty()) {
        out += "\n## Judged otherwise in this plan\n\n";
        for (const std::string& rule : report.ownRules) out += "- " + rule + "\n";
    }
    return out;
}

std::string markdownEscaped(std::string_view text) {
    constexpr std::string_view special = "\\`*_{}[]<>#|&~!";
    std::string escaped;
    for (const char c : view::visible(text)) {
        if (special.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

} // namespace flowspine::exchange
