// The rows of the list of findings: those that a filter lets through, under the editor that they are about.
#pragma once

#include "analysis/evaluation.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace flowspine::panels {

struct FindingFilter {
    std::optional<analysis::Area> area;
    std::array<bool, 3> severities = {true, true, true}; // error, warning, note
    QString words;                                       // all of them, in sentence, rule or condition
    bool withAccepted = true;

    [[nodiscard]] bool isOff() const;
};

struct FindingRow {
    base::AnyId id; // of the row: the same finding keeps it from one evaluation to the next
    analysis::Area area = analysis::Area::outcomes;
    std::size_t open = 0;                     // of a heading: findings under it that are not accepted
    std::optional<analysis::Finding> finding; // nullopt: a heading
    friend bool operator==(const FindingRow&, const FindingRow&) = default;
};

// By area, severity and rule; what is accepted comes last in its area.
[[nodiscard]] std::vector<FindingRow> findingRows(const analysis::Evaluation& evaluation, const FindingFilter& filter);

// "84 of 100: …", with what counts and what costs most.
[[nodiscard]] QString scoreExplanation(const analysis::AreaScore& score);

} // namespace flowspine::panels
