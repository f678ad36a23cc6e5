// The line of sight of a plan as facts, without places: which flows deliver which outcomes, who works in them, which
// fixed items that work stands on, what changes those and which constraints that loosens; and where a thread breaks.
// Left out: outcomes and flows that are retired, roadmap items that were stopped, constraints that are resolved.
#pragma once

#include "model/model_index.h"
#include "view/picture.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace flowspine::view {

enum class SightColumn : std::uint8_t { outcomes, flows, teams, spine, roadmap, constraints };
inline constexpr std::size_t sightColumns = 6;

// Why a thread ends at an entity; each is what a health rule finds.
enum class SightGap : std::uint8_t {
    none,
    noFlow,         // outcome that no flow delivers (O05)
    noOutcome,      // flow that delivers no outcome (F07)
    touchesNothing, // fixed item that no step, decision, constraint or roadmap item names (S09)
    solvesNothing,  // roadmap item without constraint and measure (R08)
    nobodyWorks,    // severe open constraint without roadmap item (O13)
    holdsNothing,   // constraint that holds no outcome back (O12)
};

struct SightNode {
    AnyId id; // empty: the work that no team does
    SightColumn column = SightColumn::outcomes;
    SightGap before = SightGap::none; // on its left
    SightGap after = SightGap::none;  // on its right
    friend bool operator==(const SightNode&, const SightNode&) = default;
};

// A step of the shown variant of a flow. Numbers are places in LineOfSight::nodes.
struct SightWork {
    model::Id<model::Step> step;
    std::size_t flow = 0;
    std::size_t team = 0;
    double hoursPerWeek = 0; // demand times process time; 0 when one of them is not known
    std::vector<std::size_t> spine;
};

// Two nodes that the plan links; `to` stands further right.
struct SightTie {
    std::size_t from = 0;
    std::size_t to = 0;
    std::vector<std::size_t> work; // the steps behind it, as places in LineOfSight::work; none for other links
    double hoursPerWeek = 0;       // from a flow to a team
    friend bool operator==(const SightTie&, const SightTie&) = default;
};

struct LineOfSight {
    std::vector<SightNode> nodes;                             // by column, each in the plan's order
    std::array<std::size_t, sightColumns + 1> columnStarts{}; // and the number of all nodes
    std::vector<SightWork> work;
    std::vector<SightTie> ties; // by `from`, then `to`; a flow ties to a roadmap item where no fixed item lies between

    // Of what people know without a ribbon: outcomes that a constraint holds back, or that a roadmap item measures.
    struct Loop {
        std::size_t from = 0; // constraint or roadmap item
        std::size_t outcome = 0;
    };
    std::vector<Loop> loops;

    [[nodiscard]] std::optional<std::size_t> find(const AnyId& id) const;
};

struct LineOfSightOptions {
    base::Date today;      // waivers that ran out before it accept no gap
    bool isFuture = false; // flows as their first to-be variant, when they have one; else as the current one
};

[[nodiscard]] LineOfSight lineOfSight(const model::Model& model, const model::ModelIndex& index,
                                      const LineOfSightOptions& options);

// What is left of the plan when only `node` matters.
struct SightThread {
    std::vector<std::size_t> nodes; // in order, `node` among them
    std::vector<std::size_t> ties;  // in order
};
// From a flow, team, fixed item or roadmap item: all that leads to it from the left, and all that it leads to on the
// right. From an outcome: who delivers it, what holds it back and what is done about that. From a constraint: what
// loosens it, where it bites and what it holds back. From a fixed item or a roadmap item only those outcomes count that
// the thread's constraints and measures name, when there are any.
[[nodiscard]] SightThread threadOf(const LineOfSight& sight, const model::Model& model, std::size_t node);

// The thread in one line, from left to right: "Outcome: … · Flow: … · Teams: … and 2 more".
[[nodiscard]] std::string threadWords(const LineOfSight& sight, const model::Model& model, const SightThread& thread);

// "No flow delivers it", in few words for beside the card.
[[nodiscard]] std::string_view gapWords(SightGap gap);
// Whether the gap is more than a remark.
[[nodiscard]] bool isSerious(SightGap gap);

// The variant in which the line of sight shows a flow; nullptr when it has none.
[[nodiscard]] const model::Variant* shownVariant(const model::Model& model, const model::Flow& flow, bool isFuture);

// Whether views of the whole plan still show it.
[[nodiscard]] bool isInSight(const model::Outcome& outcome);
[[nodiscard]] bool isInSight(const model::Flow& flow);
[[nodiscard]] bool isInSight(const model::RoadmapItem& item);
[[nodiscard]] bool isInSight(const model::Constraint& constraint);

} // namespace flowspine::view
