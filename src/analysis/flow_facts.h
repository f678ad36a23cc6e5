// What the rules know of a flow variant besides its numbers: the structural errors at each step, who hands over to whom
// and back, and the work it gives each team. Computed once per variant and kept while nothing it read is touched.
#pragma once

#include "analysis/flow_metrics.h"
#include "analysis/read_keys.h"

#include <optional>
#include <vector>

namespace flowspine::analysis {

struct StepFacts {
    model::AnyId step;
    bool isUnreachable = false;
    bool isDeadEnd = false; // work stops, and it is no end
    bool isEndless = false; // a loop without exit; of its first step only
    bool lacksJoin = false; // a split whose branches never come back together
    bool hasBadBranches = false;
    std::size_t branches = 0;
    double branchPercent = 0; // what its branches add up to
    double reworkPercent = 0; // share of its work that goes back
    double leadHours = 0;     // per item, visits counted
    double effortHours = 0;
};

struct FlowFacts {
    FlowMetrics metrics;
    std::vector<StepFacts> steps; // by id
    struct PingPongSteps {
        model::AnyId from;
        model::AnyId over;
        model::AnyId back;
    };
    std::vector<PingPongSteps> pingPongs;
    struct Approvals { // a decision and the next work, which decides again
        model::AnyId first;
        model::AnyId second;
    };
    std::vector<Approvals> approvalsInRow;
    bool hasOneStart = true;
    std::vector<model::Id<model::Team>> teams; // of work, by id
    struct Effort {
        model::Id<model::Team> team;
        double hours = 0; // per item
    };
    std::vector<Effort> effort; // by team
    bool isComputable = false;
    std::vector<ReadKey> reads;

    // nullptr when the step is not of this variant.
    [[nodiscard]] const StepFacts* of(const model::AnyId& step) const;
};

[[nodiscard]] FlowFacts flowFacts(const Model& model, const model::Flow& flow, const model::Variant& variant);

} // namespace flowspine::analysis
