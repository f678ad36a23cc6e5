#include "cli/check_report.h"
#include "cli/messages.h"
#include "exchange/xml_escape.h"

#include <ostream>

namespace flowspine::cli {

namespace {

using exchange::xmlEscaped;

std::string attribute(std::string_view name, std::string_view value) {
    std::string text(" ");
    text += name;
    text += "=\"" + xmlEscaped(value) + "\"";
    return text;
}

std::string placeOf(const CheckedFile& file, const Remark& remark) {
    base::Issue issue{remark.severity, {}};
    issue.error.message = remark.suggestion.empty() ? remark.message : remark.message + " " + remark.suggestion;
    issue.error.line = remark.line;
    issue.error.column = remark.column;
    return line(file.name, issue);
}

void writeRemark(const CheckReport& report, const CheckedFile& file, const Remark& remark, std::ostream& out) {
    std::string name = remark.code;
    if (!remark.entityName.empty()) name += " " + remark.entityName;
    out << "    <testcase" << attribute("name", name) << attribute("classname", file.name) << " time=\"0\">\n";
    if (remark.isWaived)
        out << "      <skipped" << attribute("message", remark.waiverReason) << "/>\n";
    else if (report.fails(remark))
        out << "      <failure" << attribute("message", remark.message) << attribute("type", levelName(remark.severity))
            << ">" << xmlEscaped(placeOf(file, remark)) << "</failure>\n";
    else
        out << "      <system-out>" << xmlEscaped(placeOf(file, remark)) << "</system-out>\n";
    out << "    </testcase>\n";
}

struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
};

Counts countsOf(const CheckReport& report, const CheckedFile& file) {
    Counts counts;
    if (file.refusal) return {1, 0, 1, 0};
    counts.tests = file.passedRules.size() + file.remarks.size();
    for (const Remark& remark : file.remarks) {
        counts.failures += report.fails(remark) ? 1 : 0;
        counts.skipped += remark.isWaived ? 1 : 0;
    }
    return counts;
}

std::string attributes(const Counts& counts) {
    return attribute("tests", std::to_string(counts.tests)) + attribute("failures", std::to_string(counts.failures)) +
           attribute("errors", std::to_string(counts.errors));
}

} // namespace

void writeCheckJunit(const CheckReport& report, std::ostream& out) {
    Counts all;
    for (const CheckedFile& file : report.files) {
        const Counts counts = countsOf(report, file);
        all.tests += counts.tests;
        all.failures += counts.failures;
        all.errors += counts.errors;
    }
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"flowspine check\"" << attributes(all)
        << ">\n";
    for (const CheckedFile& file : report.files) {
        const Counts counts = countsOf(report, file);
        out << "  <testsuite" << attribute("name", file.name) << attributes(counts)
            << attribute("skipped", std::to_string(counts.skipped)) << " time=\"0\">\n";
        if (file.refusal) {
            out << "    <testcase name=\"read\"" << attribute("classname", file.name) << " time=\"0\">\n      <error"
                << attribute("message", file.refusal->message) << attribute("type", file.refusal->code) << ">"
                << xmlEscaped(line(file.name, {base::Severity::error, *file.refusal})) << "</error>\n    </testcase>\n";
        }
        for (const std::string_view id : file.passedRules)
            out << "    <testcase"
                << attribute("name", std::string(id) + " " + std::string(analysis::findRule(id)->condition))
                << attribute("classname", file.name) << " time=\"0\"/>\n";
        for (const Remark& remark : file.remarks) writeRemark(report, file, remark, out);
        out << "  </testsuite>\n";
    }
    out << "</testsuites>\n";
}

} // namespace flowspine::cli
