// Where the ideas behind the rules come from. Only named: each rule says in its own words why it is there.
#pragma once

#include <string_view>

namespace flowspine::analysis::sources {

inline constexpr std::string_view dynamicModel = "“How to build a plan for a dynamic operating model” (podcast)";
inline constexpr std::string_view outcomes = "T. Sanchez, “Not all outcomes are the same”, after J. Seiden";
inline constexpr std::string_view outcomeRecords = "Outcome Management (Salesforce developer documentation)";
inline constexpr std::string_view measures =
    "KPI frameworks: baseline, target, leading, lagging and guardrail measures";
inline constexpr std::string_view constraints = "Theory of Constraints (E. Goldratt)";
inline constexpr std::string_view paceLayers = "Pace-layered review rhythms (TriModa)";
inline constexpr std::string_view valueStreams = "K. Martin and M. Osterling, value stream mapping";
inline constexpr std::string_view flowAnalysis = "M. Dumas et al., Fundamentals of Business Process Management, ch. 7";
inline constexpr std::string_view flowMetrics = "Flow metrics and Little's law";
inline constexpr std::string_view teams = "M. Skelton and M. Pais, Team Topologies";
inline constexpr std::string_view roadmaps = "J. Bastow, Now–Next–Later roadmaps";
inline constexpr std::string_view hypotheses = "Thoughtworks, hypothesis-driven development";
inline constexpr std::string_view own = "Flowspine";

} // namespace flowspine::analysis::sources
