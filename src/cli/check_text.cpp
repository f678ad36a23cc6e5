// The check for people: a line for each remark, file and place first, then how many there are and the scores.
#include "cli/check_report.h"
#include "cli/messages.h"
#include "view/text_measure.h"

#include <cmath>
#include <ostream>

namespace flowspine::cli {

namespace {

constexpr std::size_t longest = 500; // of a message: titles may be as long as a page

void writeScores(const analysis::Evaluation& evaluation, std::ostream& out) {
    const analysis::AreaScore* const weakest = evaluation.scores().weakest();
    if (weakest == nullptr) return;
    std::string text;
    for (const analysis::AreaScore& area : evaluation.scores().areas) {
        if (!area.value()) continue;
        text += (text.empty() ? "" : ", ") + std::string(analysis::labelOf(area.area)) + " " +
                std::to_string(std::lround(*area.value()));
        if (&area == weakest) text += " (the weakest)";
    }
    out << "scores: " << text << '\n';
}

} // namespace

void writeCheckText(const CheckReport& report, std::ostream& out) {
    for (const CheckedFile& file : report.files) {
        for (const Remark& remark : file.remarks) {
            if (remark.isWaived) continue;
            base::Issue issue{remark.severity, {}};
            issue.error.message = view::visible(remark.message, longest);
            issue.error.line = remark.line;
            issue.error.column = remark.column;
            out << line(file.name, issue);
            if (!remark.suggestion.empty()) out << ' ' << remark.suggestion;
            out << " [" << remark.code << "]\n";
        }
        if (report.hasAllRules && file.evaluation) {
            if (report.files.size() > 1) out << file.name << ": ";
            writeScores(*file.evaluation, out);
        }
    }

    const std::size_t unreadable = report.unreadableCount();
    out << counted(report.files.size() - unreadable, "file", "files") << " checked, ";
    std::string found;
    const auto add = [&found](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0) found += (found.empty() ? "" : ", ") + counted(count, one, many);
    };
    add(report.count(base::Severity::error), "error", "errors");
    add(report.count(base::Severity::warning), "warning", "warnings");
    add(report.count(base::Severity::info), "note", "notes");
    out << (found.empty() ? "no problems" : found);
    if (const std::size_t waived = report.waivedCount(); waived > 0) out << "; " << waived << " accepted as exceptions";
    if (unreadable > 0) out << "; " << unreadable << " could not be read";
    out << ".\n";
}

} // namespace flowspine::cli
