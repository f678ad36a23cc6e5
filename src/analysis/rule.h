// A health rule as a value: what it looks at, when it fails, what it says then, why it exists and what would mend it.
// Rules judge the content of a plan; they never stop it from being edited or saved.
#pragma once

#include "base/result.h"
#include "base/sentence.h"
#include "model/field.h"
#include "model/suggested_change.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flowspine::analysis {

using base::Severity;
using model::AnyId;
using model::Kind;
using model::SuggestedChange;

class EvaluationContext;

// The part of the method a rule belongs to: one of the four editors, or the plan as a whole.
enum class Area : std::uint8_t { outcomes, spine, flows, roadmap, wholePlan };
[[nodiscard]] std::string_view labelOf(Area area);

// What a finding says. Written with names, "Nobody owns “{outcome}”.", which become %1, %2 … in the order in which they
// first appear.
class Message {
  public:
    Message(const char* text); // NOLINT(google-explicit-constructor): a rule lists its messages as texts

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const std::string& pattern() const { return m_pattern; }
    [[nodiscard]] const std::vector<std::string>& arguments() const { return m_arguments; }

  private:
    std::string m_text;
    std::string m_pattern;
    std::vector<std::string> m_arguments; // their names
};

// What a rule finds out about one entity.
struct Verdict {
    enum class State : std::uint8_t { notApplicable, pass, fail };
    State state = State::notApplicable;
    // The rest is of a failure only.
    std::size_t message = 0;            // which of the rule's
    std::vector<std::string> arguments; // for that message
    std::vector<AnyId> others;          // further entities it is about
    std::string_view field;             // where it points, when it is not the rule's field
    std::optional<Severity> severity;   // when it is not the rule's
};

struct Rule {
    std::string_view id; // "O01"
    Area area = Area::wholePlan;
    Severity severity = Severity::warning;
    bool isCore = false; // of the set that every case lists its findings for
    model::KindSet subjects = 0;
    std::string_view field = {};     // of the subject; empty when it is about the whole of it
    std::string_view condition = {}; // when it fails, as a headline: "Outcome without a measure"
    std::vector<Message> messages = {};
    std::string_view suggestion = {}; // what would mend it
    std::optional<double> threshold = std::nullopt;
    std::string_view thresholdMeans = {}; // "handoffs of one pass"
    std::string_view why = {};
    std::string_view source = {};
    // Of a rule about the whole plan: the score it counts for. nullopt: the one of the entity's kind.
    std::optional<Area> countsFor = std::nullopt;
    Verdict (*check)(const model::Entity&, EvaluationContext&) = nullptr;
    // Changes that make the rule pass for an entity for which it fails, the best first. None: people must think.
    std::vector<SuggestedChange> (*fixes)(const model::Entity&, EvaluationContext&) = nullptr;
};

// All 88, in the order O, S, F, R, M and by number.
[[nodiscard]] const std::vector<Rule>& allRules();
// nullptr when there is no such rule.
[[nodiscard]] const Rule* findRule(std::string_view id);
// Its place in allRules().
[[nodiscard]] std::size_t indexOf(const Rule& rule);

// The area whose score a check of `rule` on an entity of `kind` counts for; never wholePlan.
[[nodiscard]] Area scoreArea(const Rule& rule, Kind kind);

// What a check weighs in a score: 5, 2 or 0.5.
[[nodiscard]] double weightOf(Severity severity);

} // namespace flowspine::analysis
