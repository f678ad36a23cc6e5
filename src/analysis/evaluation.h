// The health of a plan on a day: a verdict of every rule on every entity it applies to, the findings, and the scores. A
// value: keeps the plan it was made from, may be made on any thread, and changes nothing.
#pragma once

#include "analysis/finding.h"
#include "analysis/scores.h"
#include "model/model.h"

#include <array>
#include <memory>
#include <vector>

namespace flowspine::analysis {

struct PlanFacts;
struct SubjectResult;

class Evaluation {
  public:
    // Of a valid plan.
    [[nodiscard]] static Evaluation of(const model::Model& model, base::Date today);
    // The evaluation of what this plan has become. The same as of(model, today()), but only what the difference can
    // have touched is worked out again.
    [[nodiscard]] Evaluation followed(const model::Model& model) const;

    [[nodiscard]] const model::Model& model() const;
    [[nodiscard]] base::Date today() const;

    // Of rules that are not off, in the order of the rules, then of kinds and ids. Waived ones are among them, marked.
    [[nodiscard]] const std::vector<Finding>& findings() const& { return m_findings; }
    [[nodiscard]] std::vector<Finding> findings() && { return std::move(m_findings); }
    [[nodiscard]] const Scores& scores() const& { return m_scores; }
    [[nodiscard]] Scores scores() && { return std::move(m_scores); }
    // Also of a rule that is off; notApplicable for what it does not look at.
    [[nodiscard]] Verdict::State verdict(std::string_view ruleId, const AnyId& entity) const;

    // Changes that would mend a finding of this plan, the best first.
    [[nodiscard]] std::vector<SuggestedChange> fixes(const Finding& finding) const;

    // How many verdicts were worked out for this evaluation and not taken over.
    [[nodiscard]] std::size_t subjectsEvaluated() const { return m_subjectsEvaluated; }

  private:
    using Results = std::vector<std::shared_ptr<const SubjectResult>>;

    void gather();

    std::shared_ptr<const PlanFacts> m_facts;
    std::array<Results, model::kindCount> m_results; // beside the rows of the tables
    std::vector<Finding> m_findings;
    Scores m_scores;
    std::size_t m_subjectsEvaluated = 0;
};

// The findings in the order in which their entities stand in the plan; for reports.
[[nodiscard]] std::vector<Finding> inPlanOrder(const model::Model& model, std::vector<Finding> findings);

} // namespace flowspine::analysis
