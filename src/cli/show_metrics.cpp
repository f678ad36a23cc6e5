#include "analysis/flow_metrics.h"
#include "analysis/variant_comparison.h"
#include "cli/commands.h"
#include "cli/json_writer.h"
#include "cli/messages.h"
#include "model/naming.h"
#include "project/project_file.h"
#include "view/text_measure.h"
#include "view/time_text.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace flowspine::cli {
namespace {

using analysis::FlowMetrics;
using model::Flow;
using model::Model;
using model::Variant;

// ---- As a table ----

// The name column is as wide as names, within reason.
constexpr std::size_t widestName = 40;

std::size_t lengthOf(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string leftPadded(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, lengthOf(text)), ' ') + text;
}

std::string rightPadded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, lengthOf(text)), ' ');
}

struct Row {
    std::string_view label;
    std::vector<std::string> cells;
};

class Table {
  public:
    Table(const Model& model, const Flow& flow) : m_model(model), m_hoursPerDay(view::hoursPerDay(model.plan())) {
        model.forEach(flow.variants, [&](const Variant& variant) {
            m_variants.push_back(&variant);
            m_metrics.push_back(analysis::flowMetrics(model, flow, variant));
        });
    }

    void write(std::ostream& out, const Flow& flow) const {
        out << view::visible(flow.name.empty() ? "Unnamed flow" : flow.name) << '\n';
        if (m_variants.empty()) out << "  no variants\n";
        std::vector<Row> rows = {{"", {}}};
        for (const Variant* variant : m_variants) {
            std::string name = view::visible(variant->name, widestName);
            rows.front().cells.push_back(variant->id == flow.current ? name + " (current)" : name);
        }
        addTimes(rows);
        addCounts(rows);
        std::size_t labels = 0;
        std::vector<std::size_t> widths(m_variants.size(), 0);
        for (const Row& row : rows) {
            labels = std::max(labels, row.label.size());
            for (std::size_t i = 0; i < row.cells.size(); ++i) widths[i] = std::max(widths[i], lengthOf(row.cells[i]));
        }
        for (const Row& row : rows) {
            if (m_variants.empty()) break;
            out << "  " << rightPadded(std::string(row.label), labels);
            for (std::size_t i = 0; i < row.cells.size(); ++i) out << "  " << leftPadded(row.cells[i], widths[i]);
            out << '\n';
        }
        for (std::size_t i = 0; i < m_variants.size(); ++i)
            for (const base::Issue& issue : m_metrics[i].issues)
                out << "  " << view::visible(m_variants[i]->name, widestName) << ": "
                    << view::visible(issue.error.message) << '\n';
    }

    [[nodiscard]] std::size_t problems() const {
        std::size_t count = 0;
        for (const FlowMetrics& metrics : m_metrics) count += metrics.issues.size();
        return count;
    }

  private:
    template <class F>
    void add(std::vector<Row>& rows, std::string_view label, F&& text) const {
        Row& row = rows.emplace_back(Row{label, {}});
        for (const FlowMetrics& metrics : m_metrics) row.cells.push_back(text(metrics));
    }
    [[nodiscard]] std::string time(std::optional<double> hours) const {
        return hours ? view::timeText(base::Duration{std::llround(*hours * 3600)}, m_hoursPerDay) : "unknown";
    }
    static std::string share(std::optional<double> percent) { return percent ? view::shareText(*percent) : "unknown"; }
    static std::string count(std::size_t number) { return std::to_string(number); }

    void addTimes(std::vector<Row>& rows) const {
        add(rows, "Lead time, expected", [this](const FlowMetrics& m) {
            return (m.leadHours && m.isLowerBound ? "at least " : "") + time(m.leadHours);
        });
        add(rows, "Lead time, one pass", [this](const FlowMetrics& m) { return time(m.staticLeadHours); });
        add(rows, "Process time", [this](const FlowMetrics& m) { return time(m.processHours); });
        add(rows, "Effort", [this](const FlowMetrics& m) { return time(m.effortHours); });
        add(rows, "Flow efficiency (process / lead)", [](const FlowMetrics& m) { return share(m.flowEfficiency); });
        add(rows, "PCE (value-adding / lead)", [](const FlowMetrics& m) { return share(m.cycleEfficiency); });
        add(rows, "Rolled %C&A", [](const FlowMetrics& m) { return share(m.rolledCompleteAccurate); });
    }

    void addCounts(std::vector<Row>& rows) const {
        add(rows, "Handoffs, expected", [](const FlowMetrics& m) {
            return m.expectedHandoffs ? view::shortNumber(*m.expectedHandoffs) : std::string("unknown");
        });
        add(rows, "Handoffs, one pass", [](const FlowMetrics& m) { return count(m.handoffs); });
        add(rows, "Rework handoffs", [](const FlowMetrics& m) { return count(m.reworkHandoffs); });
        add(rows, "External handoffs", [](const FlowMetrics& m) { return count(m.externalHandoffs); });
        add(rows, "Ping-pong", [](const FlowMetrics& m) { return count(m.pingPongs); });
        add(rows, "Ownership ambiguity (0 to 100)",
            [](const FlowMetrics& m) { return view::shortNumber(m.ownershipAmbiguity); });
        add(rows, "Steps of work", [](const FlowMetrics& m) { return count(m.workSteps); });
        add(rows, "Teams", [](const FlowMetrics& m) { return count(m.teams); });
        add(rows, "Longest wait", [this](const FlowMetrics& m) {
            return m.longestWaitStep ? view::visible(model::shortName(m_model, m.longestWaitStep), widestName)
                                     : std::string("none");
        });
    }

    const Model& m_model;
    double m_hoursPerDay;
    std::vector<const Variant*> m_variants;
    std::vector<FlowMetrics> m_metrics;
};

void writeLoads(const Model& model, std::ostream& out) {
    const std::vector<analysis::TeamLoad> loads = analysis::teamLoads(model);
    if (loads.empty()) return;
    out << "Load of the teams, current variants\n";
    std::size_t names = 0;
    std::vector<std::string> shown;
    for (const analysis::TeamLoad& load : loads) {
        shown.push_back(view::visible(model::shortName(model, load.team), widestName));
        names = std::max(names, lengthOf(shown.back()));
    }
    for (std::size_t i = 0; i < loads.size(); ++i) {
        out << "  " << rightPadded(shown[i], names) << "  "
            << leftPadded(view::shortNumber(loads[i].hoursPerWeek) + " h / week", 16) << "  "
            << leftPadded(loads[i].share ? view::shareText(*loads[i].share) : "no capacity stated", 18) << '\n';
    }
}

// ---- As JSON ----

void writeJson(JsonWriter& json, const Model& model, const Flow& flow, const Variant& variant) {
    const FlowMetrics m = analysis::flowMetrics(model, flow, variant);
    const auto count = [](std::size_t number) { return std::to_string(number); };
    json.open('{');
    json.member("id", jsonText(variant.id));
    json.member("name", jsonText(variant.name));
    json.member("isCurrent", variant.id == flow.current ? "true" : "false");
    json.member("leadTimeHours", jsonNumber(m.leadHours));
    json.member("leadTimeIsLowerBound", m.isLowerBound ? "true" : "false");
    json.member("leadTimeOnePassHours", jsonNumber(m.staticLeadHours));
    json.member("processTimeHours", jsonNumber(m.processHours));
    json.member("processTimeOnePassHours", jsonNumber(m.staticProcessHours));
    json.member("effortHours", jsonNumber(m.effortHours));
    json.member("valueAddedHours", jsonNumber(m.valueAddedHours));
    json.member("flowEfficiencyPercent", jsonNumber(m.flowEfficiency));
    json.member("processCycleEfficiencyPercent", jsonNumber(m.cycleEfficiency));
    json.member("rolledCompleteAccuratePercent", jsonNumber(m.rolledCompleteAccurate));
    json.member("stepsWithoutNumbers", count(m.stepsWithoutNumbers));
    json.member("handoffsExpected", jsonNumber(m.expectedHandoffs));
    json.member("handoffs", count(m.handoffs));
    json.member("reworkHandoffs", count(m.reworkHandoffs));
    json.member("externalHandoffs", count(m.externalHandoffs));
    json.member("handoffDensityPercent", jsonNumber(m.handoffDensity));
    json.member("pingPongs", count(m.pingPongs));
    json.member("ownershipAmbiguity", jsonNumber(m.ownershipAmbiguity));
    json.member("workSteps", count(m.workSteps));
    json.member("teams", count(m.teams));
    json.member("longestWaitStep", m.longestWaitStep ? jsonText(m.longestWaitStep) : "null");
    json.open('[', "issues");
    for (const base::Issue& issue : m.issues) {
        json.open('{');
        json.member("code", jsonText(issue.error.code));
        json.member("about", jsonText(issue.error.pointer));
        json.member("message", jsonText(issue.error.message));
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

void writeJson(const Model& model, std::ostream& out) {
    JsonWriter json(out);
    json.open('{');
    json.member("plan", jsonText(model.plan().name));
    json.member("hoursPerDay", jsonNumber(view::hoursPerDay(model.plan())));
    json.member("hoursPerWeek", jsonNumber(analysis::hoursPerWeek(model.plan())));
    json.open('[', "flows");
    model.forEach(model.plan().flows, [&](const Flow& flow) {
        json.open('{');
        json.member("id", jsonText(flow.id));
        json.member("name", jsonText(flow.name));
        json.member("demandPerWeek", jsonNumber(flow.demandPerWeek));
        json.open('[', "variants");
        model.forEach(flow.variants, [&](const Variant& variant) { writeJson(json, model, flow, variant); });
        json.close(']');
        json.close('}');
    });
    json.close(']');
    json.open('[', "teamLoads");
    for (const analysis::TeamLoad& load : analysis::teamLoads(model)) {
        json.open('{');
        json.member("id", jsonText(load.team));
        json.member("name", jsonText(model::shortName(model, load.team)));
        json.member("hoursPerWeek", jsonNumber(load.hoursPerWeek));
        json.member("sharePercent", jsonNumber(load.share));
        json.member("flows", std::to_string(load.flows));
        json.close('}');
    }
    json.close(']');
    json.close('}');
    out << '\n';
}

} // namespace

int showMetrics(const MetricsOptions& options, Streams streams) {
    const base::Result<project::OpenedFile> opened = project::openFile(options.file);
    if (!opened) {
        sayError(streams.err, options.file, opened.error());
        return cannot;
    }
    const Model& model = opened->content.model;
    std::size_t problems = 0;
    model.forEach(model.plan().flows, [&](const Flow& flow) {
        const Table table(model, flow);
        problems += table.problems();
        if (options.asJson) return;
        table.write(streams.out, flow);
        streams.out << '\n';
    });
    if (options.asJson)
        writeJson(model, streams.out);
    else if (model.plan().flows.isEmpty())
        streams.out << "The plan has no value flows.\n";
    else
        writeLoads(model, streams.out);
    return problems > 0 ? found : fine;
}

} // namespace flowspine::cli
