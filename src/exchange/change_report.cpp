#include "exchange/change_report.h"

#include "exchange/xml_escape.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "model/value_texts.h"

#include <nlohmann/json.hpp>

namespace flowspine::exchange {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view onlyUnknown = "Only members that this version of Flowspine does not know differ.";

// Calls `area` before the first line of each area, and `line` for every line.
template <class Area, class Line>
void walk(const ChangeReport& report, Area&& area, Line&& line) {
    std::optional<diff::Area> last;
    for (const diff::ChangeLine& each : report.lines) {
        if (last != each.area) area(diff::labelOf(each.area), !last);
        last = each.area;
        line(each.sentence.english());
    }
}

std::string plainText(const ChangeReport& report) {
    std::string text;
    walk(
        report, [&](std::string_view area, bool isFirst) { text.append(isFirst ? "" : "\n").append(area) += '\n'; },
        [&](const std::string& line) { text.append("  ").append(line) += '\n'; });
    if (text.empty() && !report.difference.isEmpty()) text.append(onlyUnknown) += '\n';
    return text;
}

// Whatever Markdown or HTML would take for more than text.
std::string markdownEscaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string markdown(const ChangeReport& report) {
    std::string text;
    walk(
        report,
        [&](std::string_view area, bool isFirst) {
            text.append(isFirst ? "### " : "\n### ").append(area).append("\n\n");
        },
        [&](const std::string& line) { text.append("- ").append(markdownEscaped(line)) += '\n'; });
    if (text.empty() && !report.difference.isEmpty()) text.append(onlyUnknown) += '\n';
    return text;
}

std::string html(const ChangeReport& report) {
    std::string body;
    walk(
        report,
        [&](std::string_view area, bool isFirst) {
            body.append(isFirst ? "<h2>" : "</ul>\n<h2>").append(xmlEscaped(area)).append("</h2>\n<ul>\n");
        },
        [&](const std::string& line) { body += "<li>" + xmlEscaped(line) + "</li>\n"; });
    if (!body.empty())
        body += "</ul>\n";
    else
        body.append("<p>").append(report.difference.isEmpty() ? "Nothing changed." : onlyUnknown).append("</p>\n");
    const std::string title = xmlEscaped(report.before) + " → " + xmlEscaped(report.after);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<title>" +
           title +
           "</title>\n<style>body{font:15px/1.5 sans-serif;max-width:48em;margin:2em auto;padding:0 1em}"
           "h1{font-size:1.3em}h2{font-size:1.05em;margin-bottom:.3em}</style>\n</head>\n<body>\n<h1>What changed: " +
           title + "</h1>\n" + body + "</body>\n</html>\n";
}

Json entryOf(const diff::EntityChange& change) {
    Json entry = {{"id", change.id.text()},
                  {"kind", model::entityType(*model::kindOf(change.id)).name},
                  {"change", change.isAdded()     ? "added"
                             : change.isRemoved() ? "removed"
                                                  : "changed"}};
    if (change.isPlacementOnly()) entry["placement"] = true;
    Json fields = Json::array();
    for (const diff::FieldChange& each : change.fields)
        fields.push_back({{"field", each.field->name},
                          {"before", model::toTexts(*each.field, each.before)},
                          {"after", model::toTexts(*each.field, each.after)}});
    if (!fields.empty()) entry["fields"] = std::move(fields);
    return entry;
}

std::string json(const ChangeReport& report) {
    Json lines = Json::array();
    for (const diff::ChangeLine& line : report.lines)
        lines.push_back(
            {{"area", diff::labelOf(line.area)}, {"id", line.id.text()}, {"text", line.sentence.english()}});
    Json changes = Json::array();
    for (const diff::EntityChange& change : report.difference.changes) changes.push_back(entryOf(change));
    const Json document = {{"before", report.before},
                           {"after", report.after},
                           {"lines", std::move(lines)},
                           {"changes", std::move(changes)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string changeText(const ChangeReport& report, ReportFormat format) {
    switch (format) {
    case ReportFormat::text: return plainText(report);
    case ReportFormat::json: return json(report);
    case ReportFormat::markdown: return markdown(report);
    case ReportFormat::html: return html(report);
    }
    return {};
}

} // namespace flowspine::exchange
