#include "edit/flow_table_edit.h"

#include "edit/flow_edit.h"
#include "edit/flow_table_cells.h"
#include "edit/team_edit.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <algorithm>

namespace flowspine::edit {

namespace {

using base::failure;
using model::Link;
using model::LinkKind;
using model::Step;
using model::StepType;
using model::Team;
using model::Variant;

class TableEdit {
  public:
    TableEdit(const Model& model, const Id<Variant>& variant, const std::vector<FlowTableRow>& rows,
              base::IdGenerator& ids)
        : m_before(model), m_variant(variant), m_rows(rows), m_ids(ids) {
        m_result.model = model;
    }

    Result<FlowTableResult> run(const AnyId& after) {
        if (m_before.find(m_variant) == nullptr)
            return failure("no-owner", "This variant is not in the plan any more.");
        const bool saysNext =
            std::any_of(m_rows.begin(), m_rows.end(), [](const FlowTableRow& row) { return row.next.has_value(); });
        m_isStraight = isStraight();
        AnyId previous = after ? after : saysNext ? AnyId() : AnyId(stepOfType(StepType::start));
        for (m_row = 0; m_row < m_rows.size() && !m_error; ++m_row) {
            const AnyId step = findOrAdd(m_rows[m_row], saysNext ? AnyId() : previous);
            m_result.steps.push_back(step);
            if (step) previous = step;
        }
        for (m_row = 0; m_row < m_rows.size() && !m_error; ++m_row)
            if (m_result.steps[m_row]) setFacts(m_rows[m_row], m_result.steps[m_row]);
        for (m_row = 0; m_row < m_rows.size() && !m_error; ++m_row)
            if (m_result.steps[m_row] && m_rows[m_row].next) setNext(*m_rows[m_row].next, m_result.steps[m_row]);
        if (!m_error && saysNext && m_isStraight) tieEnds();
        if (m_error) return *m_error;
        summarise();
        return std::move(m_result);
    }

  private:
    [[nodiscard]] const Variant& variant() const { return *m_result.model.find(m_variant); }
    [[nodiscard]] const Model& model() const { return m_result.model; }

    void problem(FlowTableColumn column, std::string message, std::string_view unknown = {}) {
        m_result.problems.push_back({m_row, column, std::move(message), std::string(unknown)});
    }
    // False when the edit was refused: then everything is.
    bool take(Result<Model> next) {
        if (!next)
            m_error = next.error();
        else
            m_result.model = *std::move(next);
        return !m_error;
    }
    AnyId take(Result<Added> added) {
        if (!added) {
            m_error = added.error();
            return {};
        }
        m_result.model = std::move(added->model);
        return added->id;
    }
    bool set(const AnyId& id, std::string_view field, FieldValue value) {
        return take(setField(model(), id, field, std::move(value)));
    }

    [[nodiscard]] Id<Step> stepOfType(StepType type) const {
        Id<Step> found;
        model().forEach(variant().steps, [&](const Step& step) {
            if (!found && step.type == type) found = Id<Step>(step.id);
        });
        return found;
    }
    // Work has yet to come between the start and the end.
    [[nodiscard]] bool isStraight() const {
        const Id<Step> start = stepOfType(StepType::start);
        bool isSo = true;
        std::size_t count = 0;
        model().forEach(variant().links, [&](const Link& link) {
            if (link.from != start) return;
            ++count;
            const Step* to = model().find(link.to);
            isSo = isSo && to != nullptr && to->type == StepType::end;
        });
        return start && isSo && count <= 1;
    }

    [[nodiscard]] std::vector<AnyId> stepsNamed(std::string_view name) const {
        std::vector<AnyId> exact;
        std::vector<AnyId> alike;
        const std::string key = folded(name);
        if (key.empty()) return {};
        model().forEach(variant().steps, [&](const Step& step) {
            // A gateway without a name is called by its type.
            const std::string called = step.name.empty() ? model::shortName(model(), step.id) : step.name;
            if (trimmed(called) == trimmed(name))
                exact.push_back(step.id);
            else if (folded(called) == key)
                alike.push_back(step.id);
        });
        return exact.empty() ? alike : exact;
    }
    template <class T>
    [[nodiscard]] std::vector<AnyId> named(std::string_view name) const {
        std::vector<AnyId> found;
        const std::string key = folded(name);
        model().template forEach<T>([&](const T& each) {
            if (folded(model::titleOf(each)) == key) found.push_back(each.id);
        });
        return found;
    }

    AnyId findOrAdd(const FlowTableRow& row, const AnyId& previous) {
        if (row.id) return variant().steps.contains(row.id) ? AnyId(row.id) : AnyId();
        const std::string_view name = trimmed(row.name);
        if (name.empty()) {
            problem(FlowTableColumn::step, "This row names no step and is left out.");
            return {};
        }
        const std::vector<AnyId> found = stepsNamed(name);
        if (found.size() > 1)
            problem(FlowTableColumn::step,
                    "More than one step is called “" + std::string(name) + "”; this row changes the first.");
        if (!found.empty()) return found.front();
        const AnyId added =
            take(addStep(model(), m_variant, name, teamFor(row.lane.value_or(std::string())), previous, m_ids));
        if (added) m_result.addedSteps.push_back(added);
        return added;
    }

    // The team of that name, made when it is not there. Empty for no name.
    Id<Team> teamFor(std::string_view name) {
        if (trimmed(name).empty()) return {};
        const std::vector<AnyId> found = named<Team>(name);
        if (found.size() > 1)
            problem(FlowTableColumn::lane,
                    "More than one team is called “" + std::string(trimmed(name)) + "”; the first one is taken.");
        if (!found.empty()) return Id<Team>(found.front());
        const AnyId added = take(addTeam(model(), trimmed(name), m_ids));
        if (added) m_result.addedTeams.push_back(added);
        return Id<Team>(added);
    }

    void setFacts(const FlowTableRow& row, const AnyId& step) {
        if (row.id && !row.name.empty() && !set(step, "name", row.name)) return;
        if (row.type && !set(step, "type", model::ChoiceValue{static_cast<std::uint8_t>(*row.type)})) return;
        if (row.lane) {
            const Id<Team> team = teamFor(*row.lane);
            if (m_error || (model().find(Id<Step>(step))->team != team && !take(handOver(model(), {step}, team))))
                return;
        }
        if (row.phase) setPhase(*row.phase, step);
        if (row.processTime && !set(step, "processTime", *row.processTime)) return;
        if (row.waitTime && !set(step, "waitTime", *row.waitTime)) return;
        if (row.percentCompleteAccurate && !set(step, "percentCompleteAccurate", *row.percentCompleteAccurate)) return;
        if (row.accountable) setAccountable(*row.accountable, step);
        if (row.decisionRight) setDecisionRight(*row.decisionRight, step);
    }

    void setPhase(std::string_view name, const AnyId& step) {
        const std::string phase(trimmed(name));
        std::vector<std::string> phases = variant().phases;
        if (!phase.empty() && std::find(phases.begin(), phases.end(), phase) == phases.end()) {
            phases.push_back(phase);
            if (!set(m_variant, "phases", std::move(phases))) return;
        }
        set(step, "phase", phase);
    }

    void setAccountable(std::string_view names, const AnyId& step) {
        std::vector<AnyId> roles;
        for (const std::string_view name : partsOf(names, ";\n")) {
            const std::vector<AnyId> found = named<model::Role>(name);
            if (found.size() == 1)
                roles.push_back(found.front());
            else
                problem(FlowTableColumn::accountable,
                        found.empty() ? "No role is called “" + std::string(name) + "”."
                                      : "More than one role is called “" + std::string(name) + "”.",
                        found.empty() ? name : std::string_view());
        }
        // A cell of which nothing is known takes nothing away.
        if (roles.empty() && !trimmed(names).empty()) return;
        set(step, "accountable", std::move(roles));
    }

    void setDecisionRight(std::string_view name, const AnyId& step) {
        const std::vector<AnyId> found = named<model::DecisionRight>(name);
        if (trimmed(name).empty())
            set(step, "decisionRight", AnyId());
        else if (found.size() == 1)
            set(step, "decisionRight", found.front());
        else
            problem(FlowTableColumn::decisionRight,
                    found.empty() ? "No decision right is called “" + std::string(trimmed(name)) + "”."
                                  : "More than one decision right is called “" + std::string(trimmed(name)) + "”.");
    }

    // Empty when nothing is called so.
    AnyId targetNamed(std::string_view name) {
        const std::vector<AnyId> found = stepsNamed(name);
        if (!found.empty()) return found.front();
        if (folded(name) != "end") return {};
        if (const Id<Step> end = stepOfType(StepType::end)) return end;
        const AnyId made = take(addNew(model(), m_variant, Kind::step, {}, m_ids));
        if (made) set(made, "type", model::ChoiceValue{static_cast<std::uint8_t>(StepType::end)});
        return made;
    }

    struct Way {
        AnyId to;
        std::optional<double> percent;
    };
    [[nodiscard]] std::vector<std::string_view> namesIn(std::string_view cell) const {
        if (!stepsNamed(cell).empty()) return {trimmed(cell)};
        std::vector<std::string_view> parts = partsOf(cell, ";\n");
        // A comma separates names, unless it belongs to one.
        if (parts.size() == 1 && stepsNamed(withShare(parts.front()).name).empty()) {
            const std::vector<std::string_view> byComma = partsOf(cell, ",");
            const bool areKnown = std::any_of(byComma.begin(), byComma.end(), [this](std::string_view part) {
                return !stepsNamed(withShare(part).name).empty();
            });
            if (areKnown) return byComma;
        }
        return parts;
    }

    void setNext(std::string_view cell, const AnyId& step) {
        std::vector<Way> ways;
        bool isUnderstood = true;
        for (const std::string_view part : namesIn(cell)) {
            const bool isWhole = !stepsNamed(part).empty();
            const NamedShare named = isWhole ? NamedShare{part, std::nullopt} : withShare(part);
            const AnyId to = targetNamed(named.name);
            if (stepsNamed(named.name).size() > 1)
                problem(FlowTableColumn::next,
                        "More than one step is called “" + std::string(named.name) + "”; the first one is taken.");
            if (m_error) return;
            if (!to || to == step) {
                problem(FlowTableColumn::next,
                        to ? "A step cannot lead to itself." : "No step is called “" + std::string(named.name) + "”.");
                isUnderstood = false;
                continue;
            }
            ways.push_back({to, named.percent});
        }
        replaceWays(step, ways, isUnderstood);
    }

    // Ways out that are not named go, unless some name was not understood.
    void replaceWays(const AnyId& step, const std::vector<Way>& ways, bool mayRemove) {
        std::vector<AnyId> gone;
        std::vector<std::pair<AnyId, AnyId>> present; // link, target
        model().forEach(variant().links, [&](const Link& link) {
            if (link.from != step || link.kind == LinkKind::information) return;
            const bool isNamed =
                std::any_of(ways.begin(), ways.end(), [&](const Way& way) { return way.to == link.to; });
            if (isNamed)
                present.emplace_back(link.id, link.to);
            else if (mayRemove)
                gone.push_back(link.id);
        });
        if (!gone.empty() && !take(remove(model(), gone))) return;
        for (const Way& way : ways) {
            const auto found =
                std::find_if(present.begin(), present.end(), [&](const auto& each) { return each.second == way.to; });
            AnyId link = found == present.end() ? AnyId() : found->first;
            if (!link) {
                link = take(connectSteps(model(), Id<Step>(step), Id<Step>(way.to), LinkKind::sequence, m_ids));
                present.emplace_back(link, way.to);
            }
            if (m_error || (way.percent && !set(link, "probability", *way.percent))) return;
        }
    }

    [[nodiscard]] bool hasLink(const AnyId& step, bool isOut) const {
        bool found = false;
        model().forEach(variant().links, [&](const Link& link) {
            found = found || (isOut ? AnyId(link.from) : AnyId(link.to)) == step;
        });
        return found;
    }

    void tieEnds() {
        const Id<Step> start = stepOfType(StepType::start);
        const Id<Step> end = stepOfType(StepType::end);
        for (const AnyId& step : m_result.addedSteps) {
            if (hasLink(step, false)) continue;
            replaceWays(start, {{step, std::nullopt}}, true);
            break;
        }
        for (const AnyId& step : m_result.addedSteps) {
            const Step* added = model().find(Id<Step>(step));
            if (!end || m_error || added->type == StepType::end || hasLink(step, true)) continue;
            replaceWays(step, {{end, std::nullopt}}, true);
        }
    }

    void summarise() {
        const auto linksOf = [this](const Model& of, std::vector<AnyId>& found) {
            if (const Variant* each = of.find(m_variant)) found = each->links.ids();
            std::sort(found.begin(), found.end());
        };
        std::vector<AnyId> before;
        std::vector<AnyId> after;
        linksOf(m_before, before);
        linksOf(model(), after);
        std::vector<AnyId> differing;
        std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(differing));
        m_result.addedLinks = differing.size();
        differing.clear();
        std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(differing));
        m_result.removedLinks = differing.size();
        const auto waysOut = [](const Model& of, const Id<Variant>& variant, const AnyId& step) {
            std::vector<std::pair<AnyId, std::optional<double>>> ways;
            of.forEach(of.find(variant)->links, [&](const Link& link) {
                if (link.from == step) ways.emplace_back(link.to, link.probability);
            });
            return ways;
        };
        for (const AnyId& step : m_result.steps) {
            const Step* old = step ? m_before.find(Id<Step>(step)) : nullptr;
            const auto& changed = m_result.changedSteps;
            if (old == nullptr || std::find(changed.begin(), changed.end(), step) != changed.end()) continue;
            if (!(*old == *model().find(Id<Step>(step))) ||
                waysOut(m_before, m_variant, step) != waysOut(model(), m_variant, step))
                m_result.changedSteps.push_back(step);
        }
    }

    const Model& m_before;
    const Id<Variant> m_variant;
    const std::vector<FlowTableRow>& m_rows;
    base::IdGenerator& m_ids;
    FlowTableResult m_result;
    std::optional<base::Error> m_error;
    std::size_t m_row = 0;
    bool m_isStraight = false;
};

} // namespace

Result<FlowTableResult> applyTable(const Model& model, const Id<Variant>& variant,
                                   const std::vector<FlowTableRow>& rows, const AnyId& after, base::IdGenerator& ids) {
    return TableEdit(model, variant, rows, ids).run(after);
}

} // namespace flowspine::edit
