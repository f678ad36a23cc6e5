// The figures of one flow, computed once for each state of the plan: every variant, the load of every team, and how two
// variants differ. Shared by all that shows figures in the flows editor.
#pragma once

#include "analysis/flow_metrics.h"
#include "analysis/variant_comparison.h"
#include "model/model.h"
#include "view/flow_picture.h"

#include <optional>
#include <vector>

namespace flowspine::editors {

class FlowFigures {
  public:
    FlowFigures() = default;
    FlowFigures(model::Model model, const model::Id<model::Flow>& flow);

    // Whether these are the figures of that plan: nothing that they come from has changed.
    [[nodiscard]] bool areOf(const model::Model& model, const model::Id<model::Flow>& flow) const;

    [[nodiscard]] const model::Model& model() const { return m_model; }
    [[nodiscard]] const model::Flow* flow() const { return m_model.find(m_flow); }
    // nullptr for a variant that is not of the flow.
    [[nodiscard]] const analysis::FlowMetrics* of(const model::AnyId& variant) const;
    [[nodiscard]] double hoursPerDay() const { return m_hoursPerDay; }
    // What a variant is compared with: the current one; the current one itself with what it is based on. Empty when
    // there is nothing to compare with.
    [[nodiscard]] model::Id<model::Variant> baselineOf(const model::AnyId& variant) const;
    // nullopt without a baseline. `fteMoved`: people who would change team.
    [[nodiscard]] std::optional<analysis::VariantComparison> compared(const model::AnyId& variant,
                                                                      double fteMoved = 0) const;

    // Critical path, loads of the lanes and times of the phases, for the pictures.
    void describe(const model::AnyId& variant, view::FlowPictureOptions& options) const;

  private:
    struct OfVariant {
        model::AnyId id;
        analysis::FlowMetrics metrics;
    };
    void notePhases(const model::Variant& variant, const analysis::FlowMetrics& metrics,
                    view::FlowPictureOptions& options) const;

    model::Model m_model;
    model::Id<model::Flow> m_flow;
    std::vector<OfVariant> m_variants;
    std::vector<analysis::TeamLoad> m_loads;
    double m_hoursPerDay = 8;
};

} // namespace flowspine::editors
