// What a check found in project files, and how it is written: for people, programs, code hosts and build servers. The
// same files, rules and day give the same bytes.
#pragma once

#include "analysis/evaluation.h"
#include "base/result.h"

#include <array>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flowspine::cli {

// Something a check has to say about an entity of a file.
struct Remark {
    base::Severity severity = base::Severity::error;
    std::string code; // a rule's id, or what validate() calls it
    std::string message;
    std::string suggestion;
    std::size_t line = 0; // of the entity's object; 0 when unknown
    std::size_t column = 0;
    std::string entity; // its id
    std::string entityName;
    std::string field;
    // Of a finding that the plan accepts.
    bool isWaived = false;
    std::string waiverReason;
    std::string waivedBy;
    std::optional<base::Date> waivedUntil;
};

struct CheckedFile {
    std::string name;                   // as it was given
    std::optional<base::Error> refusal; // it could not be read: the rest is empty
    std::string planName;
    std::vector<Remark> remarks;               // by line and column, then as the rules stand
    std::vector<std::string_view> passedRules; // that looked at something and found nothing
    std::optional<analysis::Evaluation> evaluation;
};

struct CheckReport {
    base::Date asOf;
    std::vector<const analysis::Rule*> rules; // that were asked for, in their order
    bool hasAllRules = true;
    std::vector<CheckedFile> files;
    base::Severity failsOn = base::Severity::error;

    // Of remarks that are not waived.
    [[nodiscard]] std::size_t count(base::Severity severity) const;
    [[nodiscard]] std::size_t waivedCount() const;
    [[nodiscard]] std::size_t unreadableCount() const;
    // Whether a remark counts as a failure of the check.
    [[nodiscard]] bool fails(const Remark& remark) const;
};

// The rules that words such as "O01", "S" (an area's letter), "core" and "all" name; an error that names the first word
// that means nothing.
[[nodiscard]] base::Result<std::vector<const analysis::Rule*>> rulesNamed(const std::vector<std::string>& words);

[[nodiscard]] CheckedFile checkFile(const std::string& name, const std::vector<const analysis::Rule*>& rules,
                                    base::Date asOf);

void writeCheckText(const CheckReport& report, std::ostream& out);
void writeCheckJson(const CheckReport& report, std::ostream& out);
// SARIF 2.1.0, which code hosts show beside the lines of a pull request.
void writeCheckSarif(const CheckReport& report, std::ostream& out);
// The XML of JUnit's Ant task, which build servers read: a case for each rule that passes and for each finding.
void writeCheckJunit(const CheckReport& report, std::ostream& out);

} // namespace flowspine::cli
