#include "cli/check_report.h"
#include "cli/commands.h"
#include "cli/messages.h"
#include "exchange/health_report.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace flowspine::cli {

namespace {

// One report after the other.
void writeHealth(const CheckReport& report, std::ostream& out) {
    bool isFirst = true;
    for (const CheckedFile& file : report.files) {
        if (!file.evaluation) continue;
        if (!std::exchange(isFirst, false)) out << "\n";
        out << exchange::healthMarkdown(exchange::healthReport(*file.evaluation));
    }
}

} // namespace

int check(const CheckOptions& options, const Services& services, Streams streams) {
    CheckReport report;
    report.asOf = options.asOf.value_or(services.clock.today());
    report.failsOn = options.failsOn == "warning" ? base::Severity::warning : base::Severity::error;
    report.hasAllRules = options.rules.empty();
    const base::Result<std::vector<const analysis::Rule*>> rules =
        rulesNamed(options.rules.empty() ? std::vector<std::string>{"all"} : options.rules);
    if (!rules) {
        streams.err << "flowspine check: " << rules.error().message << '\n';
        return cannot;
    }
    report.rules = *rules;
    for (const std::string& file : options.files) {
        report.files.push_back(checkFile(file, report.rules, report.asOf));
        if (const auto& refusal = report.files.back().refusal) sayError(streams.err, file, *refusal);
    }

    if (options.format == "json")
        writeCheckJson(report, streams.out);
    else if (options.format == "sarif")
        writeCheckSarif(report, streams.out);
    else if (options.format == "markdown")
        writeHealth(report, streams.out);
    else if (options.format == "junit")
        writeCheckJunit(report, streams.out);
    else
        writeCheckText(report, streams.out);

    if (report.unreadableCount() > 0) return cannot;
    const bool fails = std::any_of(report.files.begin(), report.files.end(), [&report](const CheckedFile& file) {
        return std::any_of(file.remarks.begin(), file.remarks.end(),
                           [&report](const Remark& remark) { return report.fails(remark); });
    });
    return fails ? found : fine;
}

} // namespace flowspine::cli
