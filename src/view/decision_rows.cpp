#include "view/decision_rows.h"

#include "model/deciders.h"
#include "model/naming.h"
#include "view/text_measure.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace flowspine::view {

namespace {

using model::AnyId;
using model::Assignment;
using model::DecisionRight;
using model::Id;
using model::Letter;
using model::Model;
using model::Step;

// The parts of one row by role, before it is known which roles are shown.
using Parts = std::unordered_map<AnyId, DecisionCell>;

struct Gathered {
    DecisionRow row;
    Parts parts;
};

void addPart(Parts& parts, const AnyId& role, std::string_view letter, bool decides) {
    DecisionCell& cell = parts[role];
    cell.letters += (cell.letters.empty() ? "" : " ") + std::string(letter);
    cell.decides = cell.decides || decides;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// Steps of current variants that name each right.
class CurrentSteps {
  public:
    explicit CurrentSteps(const Model& model) {
        model.forEach(model.plan().flows, [&](const model::Flow& flow) {
            const model::Variant* variant = model.find(flow.current);
            if (variant == nullptr) return;
            model.forEach(variant->steps, [&](const Step& step) {
                if (model.find(step.decisionRight) != nullptr)
                    m_byRight[step.decisionRight].push_back(&step);
                else if (step.type == model::StepType::decision)
                    m_without.emplace_back(&step, &flow);
            });
        });
    }

    [[nodiscard]] const std::vector<const Step*>& under(const AnyId& right) const {
        static const std::vector<const Step*> none;
        const auto found = m_byRight.find(right);
        return found == m_byRight.end() ? none : found->second;
    }
    [[nodiscard]] const std::vector<std::pair<const Step*, const model::Flow*>>& without() const { return m_without; }

  private:
    std::unordered_map<AnyId, std::vector<const Step*>> m_byRight;
    std::vector<std::pair<const Step*, const model::Flow*>> m_without;
};

Gathered gathered(const Model& model, const model::ModelIndex& index, const DecisionRight& right,
                  const std::vector<const Step*>& steps) {
    Gathered made;
    made.row.id = right.id;
    made.row.right = &right;
    made.row.step = steps.empty() ? nullptr : steps.front();
    model.forEach(right.assignments, [&](const Assignment& assignment) {
        if (model.find(assignment.role) != nullptr)
            addPart(made.parts, assignment.role, labelOf(assignment.letter),
                    assignment.letter == model::deciderLetter(right.scheme));
    });
    made.row.deciders = model::decidersOf(model, right).size();
    const std::size_t items = index.referrers<model::SpineItem>(right.id).size();
    if (!steps.empty()) made.row.note = counted(steps.size(), "step", "steps");
    if (items > 0) made.row.note += (steps.empty() ? "" : ", ") + counted(items, "spine item", "spine items");
    if (made.row.note.empty()) made.row.note = "no step yet";
    return made;
}

Gathered derived(const Model& model, const Step& step, const model::Flow& flow) {
    Gathered made;
    made.row.id = step.id;
    made.row.step = &step;
    const auto give = [&](const model::IdList<model::Role>& roles, std::string_view letter) {
        for (const Id<model::Role> role : roles)
            if (model.find(role) != nullptr && !made.parts.contains(role))
                addPart(made.parts, role, letter, letter == "A");
    };
    give(step.accountable, "A");
    give(step.responsible, "R");
    give(step.consulted, "C");
    give(step.informed, "I");
    for (const auto& [role, cell] : made.parts) made.row.deciders += cell.decides ? 1 : 0;
    made.row.note = "step of “" + visible(model::shortName(model, flow.id), 200) + "”";
    return made;
}

} // namespace

DecisionTable decisionTable(const Model& model, const model::ModelIndex& index, bool showsAllRoles) {
    const CurrentSteps steps(model);
    std::vector<Gathered> rights;
    std::vector<Gathered> fromSteps;
    model.forEach(model.plan().decisionRights, [&](const DecisionRight& right) {
        rights.push_back(gathered(model, index, right, steps.under(right.id)));
    });
    for (const auto& [step, flow] : steps.without()) fromSteps.push_back(derived(model, *step, *flow));

    std::unordered_set<AnyId> taking;
    for (const auto* rows : {&rights, &fromSteps})
        for (const Gathered& each : *rows)
            for (const auto& [role, cell] : each.parts) taking.insert(role);
    DecisionTable table;
    const bool showsAll = showsAllRoles || taking.empty();
    model.forEach(model.plan().roles, [&](const model::Role& role) {
        (showsAll || taking.contains(role.id) ? table.roles : table.hidden).push_back(&role);
    });

    const auto finish = [&table](std::vector<Gathered>& from, std::vector<DecisionRow>& to) {
        for (Gathered& each : from) {
            for (const model::Role* role : table.roles) {
                const auto part = each.parts.find(role->id);
                each.row.cells.push_back(part == each.parts.end() ? DecisionCell{} : part->second);
            }
            to.push_back(std::move(each.row));
        }
    };
    finish(rights, table.rights);
    finish(fromSteps, table.derived);
    return table;
}

} // namespace flowspine::view
