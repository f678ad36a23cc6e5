// Edits of how a plan is judged: exceptions from health rules, and rules that are off, weigh differently or have
// another threshold here. What a rule is, is not known here: rules are their ids.
#pragma once

#include "edit/entity_edit.h"

#include <string>

namespace flowspine::edit {

// What people say when they accept a finding.
struct Exception {
    std::string reason;
    std::string by;
    std::optional<base::Date> expiry;
};
// Accepts what the rule finds about `entity`. An exception that is there already, also one that ended, is renewed: no
// second one. Error: no-reason, and those of setField().
[[nodiscard]] Result<Added> waive(const Model& model, std::string_view ruleId, const AnyId& entity,
                                  const Exception& exception, base::IdGenerator& ids);

// A rule that is judged as it is defined needs no setting, and has none afterwards.
[[nodiscard]] Result<Model> judgeRule(const Model& model, std::string_view ruleId, model::RuleSeverity severity,
                                      std::optional<double> threshold, base::IdGenerator& ids);

} // namespace flowspine::edit
