#include "cli/check_report.h"

#include "diff/conflict_text.h"
#include "model/naming.h"
#include "project/project_file.h"

#include <algorithm>
#include <unordered_map>

namespace flowspine::cli {

using analysis::Finding;
using analysis::Rule;
using base::Severity;
using model::AnyId;
using model::Model;

namespace {

constexpr std::string_view danglingRule = "M03";
constexpr std::string_view danglingIssue = "unknown-reference";

bool isAmong(const std::vector<const Rule*>& rules, std::string_view id) {
    return std::any_of(rules.begin(), rules.end(), [id](const Rule* rule) { return rule->id == id; });
}

Remark remarkOf(const Model& model, const Finding& finding) {
    Remark remark;
    remark.severity = finding.severity;
    remark.code = finding.ruleId;
    remark.message = finding.sentence.english();
    remark.suggestion = analysis::findRule(finding.ruleId)->suggestion;
    remark.entity = finding.entity.text();
    remark.entityName = model::fullName(model, finding.entity);
    remark.field = finding.field;
    if (const auto* waiver = model.find(model::Id<model::Waiver>(finding.waiver))) {
        remark.isWaived = true;
        remark.waiverReason = waiver->reason;
        remark.waivedBy = waiver->by;
        remark.waivedUntil = waiver->expiry;
    }
    return remark;
}

Remark remarkOf(const Model& model, const base::Issue& issue) {
    Remark remark;
    remark.severity = issue.severity;
    remark.code = issue.error.code;
    remark.message = issue.error.message;
    remark.line = issue.error.line;
    remark.column = issue.error.column;
    remark.entity = issue.error.pointer;
    const AnyId id(issue.error.pointer);
    if (model.contains(id)) remark.entityName = model::fullName(model, id);
    return remark;
}

// What a merge left open.
Remark remarkOf(const Model& model, const model::Conflict& conflict) {
    Remark remark;
    remark.code = "conflict";
    remark.message = "Not settled: " + diff::describeConflict(model, conflict).english() + ".";
    remark.suggestion = "Settle it in the designer, or with flowspine resolve.";
    remark.entity = conflict.id.text();
    remark.entityName = model::fullName(model, conflict.about);
    return remark;
}

// What the reader says of a dangling reference is more precise than the rule, whose severity and waiver it takes.
void takeOverDangling(std::vector<Remark>& issues, std::vector<Remark>& findings) {
    std::vector<std::string> taken;
    for (Remark& issue : issues) {
        if (issue.code != danglingIssue) continue;
        const auto finding = std::find_if(findings.begin(), findings.end(), [&](const Remark& each) {
            return each.code == danglingRule && each.entity == issue.entity;
        });
        if (finding == findings.end()) continue;
        taken.push_back(issue.entity);
        std::string message = std::move(issue.message);
        issue = *finding;
        issue.message = std::move(message);
    }
    std::erase_if(findings, [&taken](const Remark& each) {
        return each.code == danglingRule && std::find(taken.begin(), taken.end(), each.entity) != taken.end();
    });
}

std::vector<std::string_view> passedRules(const analysis::Evaluation& evaluation,
                                          const std::vector<const Rule*>& rules) {
    std::vector<std::string_view> passed;
    for (const Rule* rule : rules) {
        std::size_t good = 0;
        std::size_t bad = 0;
        for (const analysis::AreaScore& area : evaluation.scores().areas)
            for (const analysis::RuleTally& tally : area.rules)
                if (tally.ruleId == rule->id) {
                    good += tally.passed;
                    bad += tally.failed + tally.waived;
                }
        if (good > 0 && bad == 0) passed.push_back(rule->id);
    }
    return passed;
}

} // namespace

std::size_t CheckReport::count(Severity severity) const {
    std::size_t sum = 0;
    for (const CheckedFile& file : files)
        for (const Remark& remark : file.remarks) sum += !remark.isWaived && remark.severity == severity ? 1 : 0;
    return sum;
}

std::size_t CheckReport::waivedCount() const {
    std::size_t sum = 0;
    for (const CheckedFile& file : files)
        for (const Remark& remark : file.remarks) sum += remark.isWaived ? 1 : 0;
    return sum;
}

std::size_t CheckReport::unreadableCount() const {
    return static_cast<std::size_t>(
        std::count_if(files.begin(), files.end(), [](const CheckedFile& file) { return file.refusal.has_value(); }));
}

bool CheckReport::fails(const Remark& remark) const {
    return !remark.isWaived && static_cast<int>(remark.severity) <= static_cast<int>(failsOn);
}

base::Result<std::vector<const Rule*>> rulesNamed(const std::vector<std::string>& words) {
    std::vector<bool> isChosen(analysis::allRules().size(), false);
    for (const std::string& word : words) {
        bool means = word == "core" || word == "all";
        for (std::size_t i = 0; i < isChosen.size(); ++i) {
            const Rule& rule = analysis::allRules()[i];
            const bool isArea = word.size() == 1 && rule.id.front() == word.front();
            if (word != "all" && rule.id != word && !isArea && !(word == "core" && rule.isCore)) continue;
            isChosen[i] = true;
            means = true;
        }
        if (!means)
            return base::failure("no-rule", "There is no rule “" + word +
                                                "”; give ids such as O01, the letters O, S, F, R and M, core or all.");
    }
    std::vector<const Rule*> rules;
    for (std::size_t i = 0; i < isChosen.size(); ++i)
        if (isChosen[i]) rules.push_back(&analysis::allRules()[i]);
    return rules;
}

CheckedFile checkFile(const std::string& name, const std::vector<const Rule*>& rules, base::Date asOf) {
    CheckedFile file;
    file.name = name;
    const base::Result<project::OpenedFile> opened = project::openFile(name);
    if (!opened) {
        file.refusal = opened.error();
        return file;
    }
    const Model& model = opened->content.model;
    file.planName = model.plan().name;
    file.evaluation = analysis::Evaluation::of(model, asOf);

    std::vector<Remark> findings;
    for (const Finding& finding : file.evaluation->findings())
        if (isAmong(rules, finding.ruleId)) findings.push_back(remarkOf(model, finding));
    model.forEach(model.plan().conflicts,
                  [&](const model::Conflict& conflict) { findings.push_back(remarkOf(model, conflict)); });
    if (!findings.empty()) {
        const std::unordered_map<AnyId, project::Place> places = project::placesOf(opened->bytes);
        for (Remark& finding : findings)
            if (const auto place = places.find(AnyId(finding.entity)); place != places.end()) {
                finding.line = place->second.line;
                finding.column = place->second.column;
            }
    }
    for (const base::Issue& issue : opened->content.issues) file.remarks.push_back(remarkOf(model, issue));
    takeOverDangling(file.remarks, findings);
    file.remarks.insert(file.remarks.end(), findings.begin(), findings.end());
    std::stable_sort(file.remarks.begin(), file.remarks.end(), [](const Remark& a, const Remark& b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    file.passedRules = passedRules(*file.evaluation, rules);
    return file;
}

} // namespace flowspine::cli
