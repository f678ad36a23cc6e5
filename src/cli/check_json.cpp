// The check for programs.
#include "cli/check_report.h"
#include "cli/json_writer.h"
#include "cli/messages.h"

#include <ostream>

namespace flowspine::cli {

namespace {

void writeRemark(JsonWriter& json, const Remark& remark) {
    json.open('{');
    json.text("rule", remark.code);
    json.text("severity", levelName(remark.severity));
    json.text("message", remark.message);
    if (!remark.suggestion.empty()) json.text("suggestion", remark.suggestion);
    json.text("entity", remark.entity);
    json.text("name", remark.entityName);
    if (!remark.field.empty()) json.text("field", remark.field);
    json.member("line", std::to_string(remark.line));
    json.member("column", std::to_string(remark.column));
    if (remark.isWaived) {
        json.open('{', "waived");
        json.text("reason", remark.waiverReason);
        json.text("by", remark.waivedBy);
        json.member("until", remark.waivedUntil ? jsonText(base::toText(*remark.waivedUntil)) : "null");
        json.close('}');
    }
    json.close('}');
}

void writeScores(JsonWriter& json, const analysis::Scores& scores) {
    json.open('[', "scores");
    for (const analysis::AreaScore& area : scores.areas) {
        json.open('{');
        json.text("area", analysis::labelOf(area.area));
        json.member("score", jsonNumber(area.value()));
        json.member("passedWeight", jsonNumber(area.passedWeight()));
        json.member("failedWeight", jsonNumber(area.failedWeight()));
        json.close('}');
    }
    json.close(']');
}

} // namespace

void writeCheckJson(const CheckReport& report, std::ostream& out) {
    JsonWriter json(out);
    json.open('{');
    json.text("asOf", base::toText(report.asOf));
    json.member("errors", std::to_string(report.count(base::Severity::error)));
    json.member("warnings", std::to_string(report.count(base::Severity::warning)));
    json.member("notes", std::to_string(report.count(base::Severity::info)));
    json.member("waived", std::to_string(report.waivedCount()));
    json.open('[', "files");
    for (const CheckedFile& file : report.files) {
        json.open('{');
        json.text("file", file.name);
        if (file.refusal) {
            json.open('{', "refusal");
            json.text("code", file.refusal->code);
            json.text("message", file.refusal->message);
            json.member("line", std::to_string(file.refusal->line));
            json.member("column", std::to_string(file.refusal->column));
            json.close('}');
        } else {
            json.text("plan", file.planName);
            if (report.hasAllRules && file.evaluation) writeScores(json, file.evaluation->scores());
            json.open('[', "findings");
            for (const Remark& remark : file.remarks) writeRemark(json, remark);
            json.close(']');
        }
        json.close('}');
    }
    json.close(']');
    json.close('}');
    out << '\n';
}

} // namespace flowspine::cli
