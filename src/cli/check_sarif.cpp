// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
#include "cli/check_report.h"
#include "cli/json_writer.h"
#include "cli/messages.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace flowspine::cli {

namespace {

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// A path as a URI reference: relative to the folder of the repository, or with a scheme when it starts at the root.
std::string uriOf(std::string_view path) {
    constexpr std::string_view unreserved = "-._~/!$&'()*+,;=@";
    constexpr std::string_view digits = "0123456789ABCDEF";
    while (path.starts_with("./")) path.remove_prefix(2);
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             unreserved.find(c) != std::string_view::npos;
        if (isPlain) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 15U];
        }
    }
    return uri;
}

void writeText(JsonWriter& json, std::string_view name, std::string_view text) {
    json.open('{', name);
    json.text("text", text);
    json.close('}');
}

void writeRule(JsonWriter& json, const analysis::Rule& rule) {
    json.open('{');
    json.text("id", rule.id);
    writeText(json, "shortDescription", rule.condition);
    writeText(json, "fullDescription", rule.why);
    writeText(json, "help", rule.suggestion);
    json.open('{', "defaultConfiguration");
    json.text("level", levelName(rule.severity));
    json.close('}');
    json.open('{', "properties");
    json.open('[', "tags");
    json.member({}, jsonText(analysis::labelOf(rule.area)));
    if (rule.isCore) json.member({}, jsonText("core"));
    json.close(']');
    json.text("source", rule.source);
    json.close('}');
    json.close('}');
}

void writeArtifact(JsonWriter& json, const std::string& file) {
    json.open('{', "artifactLocation");
    json.text("uri", uriOf(file));
    json.close('}');
}

void writeLocation(JsonWriter& json, const CheckedFile& file, const Remark& remark) {
    json.open('{');
    json.open('{', "physicalLocation");
    writeArtifact(json, file.name);
    if (remark.line > 0) {
        json.open('{', "region");
        json.member("startLine", std::to_string(remark.line));
        if (remark.column > 0) json.member("startColumn", std::to_string(remark.column));
        json.close('}');
    }
    json.close('}');
    if (!remark.entity.empty()) {
        json.open('[', "logicalLocations");
        json.open('{');
        json.text("name", remark.entityName.empty() ? remark.entity : remark.entityName);
        json.text("fullyQualifiedName", remark.field.empty() ? remark.entity : remark.entity + "/" + remark.field);
        json.text("kind", "object");
        json.close('}');
        json.close(']');
    }
    json.close('}');
}

void writeSuppression(JsonWriter& json, const Remark& remark) {
    std::string justification = remark.waiverReason;
    if (!remark.waivedBy.empty())
        justification.append(justification.empty() ? "(" : " (").append(remark.waivedBy).append(")");
    json.open('[', "suppressions");
    json.open('{');
    json.text("kind", "external");
    json.text("status", "accepted");
    if (!justification.empty()) json.text("justification", justification);
    json.close('}');
    json.close(']');
}

void writeResult(JsonWriter& json, const CheckReport& report, const CheckedFile& file, const Remark& remark) {
    json.open('{');
    json.text("ruleId", remark.code);
    const auto rule = std::find_if(report.rules.begin(), report.rules.end(),
                                   [&](const analysis::Rule* each) { return each->id == remark.code; });
    if (rule != report.rules.end()) json.member("ruleIndex", std::to_string(rule - report.rules.begin()));
    json.text("level", levelName(remark.severity));
    writeText(json, "message", remark.suggestion.empty() ? remark.message : remark.message + " " + remark.suggestion);
    json.open('[', "locations");
    writeLocation(json, file, remark);
    json.close(']');
    // The same finding in another version of the file, wherever the entity stands there.
    json.open('{', "partialFingerprints");
    json.text("flowspineFinding/v1", remark.code + ":" + remark.entity);
    json.close('}');
    if (remark.isWaived) writeSuppression(json, remark);
    json.close('}');
}

void writeRefusal(JsonWriter& json, const CheckedFile& file) {
    json.open('{');
    json.open('{', "descriptor");
    json.text("id", file.refusal->code);
    json.close('}');
    json.text("level", "error");
    writeText(json, "message", file.refusal->message);
    json.open('[', "locations");
    json.open('{');
    json.open('{', "physicalLocation");
    writeArtifact(json, file.name);
    if (file.refusal->line > 0) {
        json.open('{', "region");
        json.member("startLine", std::to_string(file.refusal->line));
        if (file.refusal->column > 0) json.member("startColumn", std::to_string(file.refusal->column));
        json.close('}');
    }
    json.close('}');
    json.close('}');
    json.close(']');
    json.close('}');
}

} // namespace

void writeCheckSarif(const CheckReport& report, std::ostream& out) {
    JsonWriter json(out);
    json.open('{');
    json.text("$schema", schema);
    json.text("version", "2.1.0");
    json.open('[', "runs");
    json.open('{');
    json.open('{', "tool");
    json.open('{', "driver");
    json.text("name", "Flowspine");
    json.text("version", FLOWSPINE_VERSION);
    json.open('[', "rules");
    for (const analysis::Rule* rule : report.rules) writeRule(json, *rule);
    json.close(']');
    json.close('}');
    json.close('}');
    json.text("columnKind", "unicodeCodePoints");
    json.open('[', "invocations");
    json.open('{');
    json.member("executionSuccessful", report.unreadableCount() == 0 ? "true" : "false");
    json.open('[', "toolExecutionNotifications");
    for (const CheckedFile& file : report.files)
        if (file.refusal) writeRefusal(json, file);
    json.close(']');
    json.close('}');
    json.close(']');
    json.open('[', "results");
    for (const CheckedFile& file : report.files)
        for (const Remark& remark : file.remarks) writeResult(json, report, file, remark);
    json.close(']');
    json.close('}');
    json.close(']');
    json.close('}');
    out << '\n';
}

} // namespace flowspine::cli
