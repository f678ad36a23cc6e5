#include "adapters/field_edit.h"
#include "adapters/plain_text.h"
#include "editors/outcomes/outcome_table.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "view/measure_standing.h"

#include <unordered_map>
#include <unordered_set>

namespace flowspine::editors {

using adapters::toQt;
using model::AnyId;
using model::Id;
using model::Model;
using model::Outcome;

namespace {

constexpr std::array<const char*, 7> fields = {"title", "perspective", "audience", "owner", "term", "status", "parent"};

class RowMaker {
  public:
    explicit RowMaker(const Model& model) : m_model(model), m_words(model) {
        model.forEach(model.plan().outcomes,
                      [&](const Outcome& outcome) { m_parts[outcome.parent].push_back(&outcome); });
        model.forEach<model::Constraint>([&](const model::Constraint& constraint) {
            for (const AnyId& id : constraint.outcomes.ids()) ++m_constraints[id];
        });
        model.forEach<model::Flow>([&](const model::Flow& flow) {
            for (const AnyId& id : flow.outcomes.ids()) ++m_flows[id];
        });
    }

    std::vector<OutcomeRow> make() {
        for (const Outcome* outcome : m_parts[{}]) add(*outcome, 0);
        // What is left is part of itself, through others.
        m_model.forEach(m_model.plan().outcomes, [&](const Outcome& outcome) { add(outcome, 0); });
        return std::move(m_rows);
    }

  private:
    void add(const Outcome& outcome, int depth) {
        if (!m_added.insert(outcome.id).second) return;
        OutcomeRow row;
        row.id = outcome.id;
        row.depth = depth;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const model::FieldDescription& field = *model::entityType(model::Kind::outcome).field(fields[i]);
            row.cells[i] = adapters::oneLine(m_words.text(field, field.get(outcome)));
        }
        QStringList measures;
        m_model.forEach(outcome.measures, [&](const model::Measure& measure) {
            const view::MeasureStanding standing = view::standingOf(m_model, measure);
            QString words = toQt(model::shortName(m_model, measure.id));
            if (!standing.readings.empty())
                words += tr(": %1").arg(toQt(model::numberText(standing.readings.back().value)));
            if (measure.target) words += tr(" → %1").arg(toQt(model::numberText(*measure.target)));
            if (!measure.unit.empty()) words += u' ' + toQt(measure.unit);
            measures += adapters::oneLine(words);
            row.isBroken = row.isBroken || standing.tone == view::Role::bad;
        });
        cell(row, OutcomeColumn::measures) = measures.join(QStringLiteral("; "));
        cell(row, OutcomeColumn::heldBackBy) = count(m_constraints, outcome.id);
        cell(row, OutcomeColumn::deliveredBy) = count(m_flows, outcome.id);
        m_rows.push_back(std::move(row));
        for (const Outcome* part : m_parts[Id<Outcome>(outcome.id)]) add(*part, depth + 1);
    }

    [[nodiscard]] static QString tr(const char* words) { return QCoreApplication::translate("OutcomeTable", words); }
    [[nodiscard]] static QString& cell(OutcomeRow& row, OutcomeColumn column) {
        return row.cells[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] static QString count(const std::unordered_map<AnyId, int>& counts, const AnyId& id) {
        const auto found = counts.find(id);
        return found == counts.end() ? QString() : QString::number(found->second);
    }

    const Model& m_model;
    adapters::FieldEdit m_words;
    std::unordered_map<AnyId, std::vector<const Outcome*>> m_parts; // by what they are part of
    std::unordered_map<AnyId, int> m_constraints;
    std::unordered_map<AnyId, int> m_flows;
    std::unordered_set<AnyId> m_added;
    std::vector<OutcomeRow> m_rows;
};

} // namespace

std::vector<OutcomeRow> outcomeRows(const Model& model) {
    return RowMaker(model).make();
}

} // namespace flowspine::editors
