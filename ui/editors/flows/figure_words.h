// The figures of a flow in words: for the strip above the canvas, the tabs of the variants and the comparison of two.
// What cannot be told is said to be so, with the reason.
#pragma once

#include "editors/flows/flow_figures.h"
#include "view/metrics_strip.h"

#include <QString>

#include <optional>
#include <vector>

namespace flowspine::editors {

// "49.9 d", "15 min": days of the plan's calendar.
[[nodiscard]] std::string timeText(double hours, double hoursPerDay);

// A measure of two variants side by side. `change` is empty when nothing changed or one of them cannot be told.
struct MeasureRow {
    QString label;
    QString before;
    QString after;
    QString change;
    view::Role role = view::Role::muted; // good: better
};
[[nodiscard]] std::vector<MeasureRow> measureRows(const analysis::FlowMetrics& before,
                                                  const analysis::FlowMetrics& after, double hoursPerDay);

// `before` is what the figures are compared with.
[[nodiscard]] std::vector<view::StripFigure> stripFigures(const FlowFigures& figures, const model::AnyId& variant,
                                                          const analysis::FlowMetrics* before);

// What a tab says below the variant's name.
struct TabPart {
    QString text;
    view::Role role = view::Role::muted;
    bool isChange = false;
    friend bool operator==(const TabPart&, const TabPart&) = default;
};
[[nodiscard]] std::vector<TabPart> tabParts(const FlowFigures& figures, const model::AnyId& variant);

// Why figures are missing: the first structural error, in a sentence; nullptr when all can be told.
[[nodiscard]] const base::Error* reasonFor(const analysis::FlowMetrics& metrics);

// The steps and links that a figure of the strip comes from, to be selected.
[[nodiscard]] std::vector<model::AnyId> causesOf(const std::string& figure, const FlowFigures& figures,
                                                 const model::AnyId& variant);

} // namespace flowspine::editors
