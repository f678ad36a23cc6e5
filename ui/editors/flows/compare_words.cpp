#include "editors/flows/compare_words.h"

#include "adapters/plain_text.h"
#include "edit/flow_edit.h"
#include "edit/roadmap_edit.h"
#include "editors/flows/figure_words.h"
#include "model/naming.h"
#include "view/time_text.h"

#include <QCoreApplication>

#include <cmath>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::toQt;
using analysis::StepChange;
using analysis::VariantComparison;
using model::AnyId;
using model::Id;
using model::Model;
using model::Step;
using model::Variant;
using view::Role;

namespace {

QString tr(const char* words) {
    return QCoreApplication::translate("FlowsEditor", words);
}

std::string arrow(const std::string& before, const std::string& after) {
    return before + " → " + after;
}

std::string oneLine(std::string_view name) {
    return fromQt(adapters::oneLine(toQt(name)));
}

class Words {
  public:
    Words(const Model& model, double hoursPerDay) : m_model(model), m_hoursPerDay(hoursPerDay) {}

    [[nodiscard]] std::string team(const Id<Step>& step) const {
        const Step* found = m_model.find(step);
        return found && found->team ? model::shortName(m_model, found->team) : fromQt(tr("nobody"));
    }
    [[nodiscard]] std::string time(const std::optional<base::Duration>& time) const {
        return time ? view::timeText(*time, m_hoursPerDay) : fromQt(tr("none"));
    }
    // "wait 18 d → 5 d, work 1 h → 30 min"
    [[nodiscard]] std::string retiming(const StepChange& change) const {
        const Step* before = m_model.find(change.before);
        const Step* after = m_model.find(change.after);
        std::string words;
        if (!before || !after) return words;
        if (before->waitTime != after->waitTime)
            words = fromQt(tr("wait %1").arg(toQt(arrow(time(before->waitTime), time(after->waitTime)))));
        if (before->processTime != after->processTime) {
            if (!words.empty()) words += ", ";
            words += fromQt(tr("work %1").arg(toQt(arrow(time(before->processTime), time(after->processTime)))));
        }
        return words;
    }
    [[nodiscard]] std::string name(const AnyId& id) const { return oneLine(model::shortName(m_model, id)); }

  private:
    const Model& m_model;
    double m_hoursPerDay;
};

class List {
  public:
    List(const FlowFigures& figures, const AnyId& variant, const VariantComparison& comparison)
        : m_model(figures.model()), m_comparison(comparison), m_words(figures.model(), figures.hoursPerDay()) {
        const Variant* before = m_model.find(figures.baselineOf(variant));
        const Variant* after = m_model.find(Id<Variant>(variant));
        const bool isKindEnough = before->kind != after->kind;
        m_list.beforeName = isKindEnough ? model::labelOf(before->kind) : m_words.name(before->id);
        m_list.afterName = isKindEnough ? model::labelOf(after->kind) : m_words.name(after->id);
        for (const MeasureRow& row : measureRows(comparison.before, comparison.after, figures.hoursPerDay()))
            m_list.measures.push_back(
                {fromQt(row.label), fromQt(row.before), fromQt(row.after), fromQt(row.change), row.role});
    }

    view::ChangeList run() {
        steps();
        view::ChangeGroup interfaces{fromQt(tr("New interfaces")), "swap", Role::handoff, {}};
        for (const analysis::TeamInterface& pair : m_comparison.newInterfaces)
            interfaces.changes.push_back({{}, arrow(m_words.name(pair.from), m_words.name(pair.to)), {}});
        m_list.groups.push_back(std::move(interfaces));
        view::ChangeGroup teams{fromQt(tr("Teams that are new")), "add", Role::good, {}};
        for (const Id<model::Team>& team : m_comparison.teamsCreated)
            teams.changes.push_back({team, m_words.name(team), {}});
        m_list.groups.push_back(std::move(teams));
        view::ChangeGroup lost{fromQt(tr("Spine items that no step keeps any more")), "lock-open", Role::bad, {}};
        for (const Id<model::SpineItem>& item : m_comparison.lostSpine) {
            const model::SpineItem* found = m_model.find(item);
            lost.changes.push_back(
                {item, m_words.name(item), found ? oneLine(model::labelOf(found->stability)) : std::string()});
        }
        m_list.groups.push_back(std::move(lost));
        notes();
        return std::move(m_list);
    }

  private:
    void steps() {
        view::ChangeGroup reassigned{fromQt(tr("Reassigned")), "arrow-up", Role::accent, {}};
        view::ChangeGroup retimed{fromQt(tr("Retimed")), "clock", Role::warn, {}};
        view::ChangeGroup added{fromQt(tr("Added")), "add", Role::good, {}};
        view::ChangeGroup removed{fromQt(tr("Removed")), "minus", Role::bad, {}};
        view::ChangeGroup moved{fromQt(tr("Comes from other steps")), "move", Role::muted, {}};
        view::ChangeGroup rights{fromQt(tr("Decision rights")), "key", Role::accent, {}};
        for (const StepChange& change : m_comparison.steps) {
            if (change.isAdded()) added.changes.push_back(row(change.after, m_words.team(change.after)));
            if (change.isRemoved()) removed.changes.push_back(row(change.before, m_words.team(change.before)));
            if (change.isReassigned)
                reassigned.changes.push_back(
                    row(change.after, arrow(m_words.team(change.before), m_words.team(change.after))));
            if (change.isRetimed) retimed.changes.push_back(row(change.after, m_words.retiming(change)));
            if (change.isResequenced) moved.changes.push_back(row(change.after, {}));
            if (change.isRedecided)
                rights.changes.push_back(row(change.after, arrow(right(change.before), right(change.after))));
        }
        for (view::ChangeGroup* group : {&reassigned, &retimed, &added, &removed, &moved, &rights})
            m_list.groups.push_back(std::move(*group));
    }

    [[nodiscard]] view::ListedChange row(const AnyId& step, std::string detail) const {
        return {step, m_words.name(step), std::move(detail)};
    }
    [[nodiscard]] std::string right(const Id<Step>& step) const {
        const Step* found = m_model.find(step);
        return found && found->decisionRight ? m_words.name(found->decisionRight) : fromQt(tr("none"));
    }

    void notes() {
        const auto number = [](double value) { return toQt(view::shortNumber(value)); };
        if (m_comparison.isBlocked) {
            m_list.isWarned = true;
            m_list.notes.push_back(
                fromQt(tr("Something that cannot change would no longer be kept. Put it on a step before adopting.")));
        }
        m_list.notes.push_back(
            fromQt(tr("Cost index %1: what has to be reconfigured, weighed.").arg(number(m_comparison.costIndex))));
        if (m_comparison.workMovedPerWeek) {
            m_list.notes.push_back(
                fromQt(tr("%1 h of work a week move to another team, %2 h of people.")
                           .arg(number(*m_comparison.workMovedPerWeek), number(m_comparison.peopleMovedPerWeek)) +
                       (m_comparison.workNotPeople
                            ? QLatin1Char(' ') + tr("Work, not people: %1 %.").arg(number(*m_comparison.workNotPeople))
                            : QString())));
        } else {
            m_list.notes.push_back(fromQt(tr("State the flow's demand per week to see how much work moves.")));
        }
    }

    const Model& m_model;
    const VariantComparison& m_comparison;
    Words m_words;
    view::ChangeList m_list;
};

} // namespace

view::ChangeList changeListOf(const FlowFigures& figures, const AnyId& variant, double fteMoved) {
    if (const std::optional<VariantComparison> comparison = figures.compared(variant, fteMoved))
        return List(figures, variant, *comparison).run();
    view::ChangeList list;
    list.notes.push_back(fromQt(
        tr("There is nothing to compare this variant with. Duplicate it, change the copy, and see the difference "
           "here.")));
    return list;
}

void markChanges(const FlowFigures& figures, const AnyId& variant, view::FlowPictureOptions& options) {
    const std::optional<VariantComparison> comparison = figures.compared(variant);
    if (!comparison) return;
    const Words words(figures.model(), figures.hoursPerDay());
    view::FlowComparison& compared = options.comparison;
    compared.baseline = figures.baselineOf(variant);
    for (const auto& step : comparison->before.steps)
        if (step.isCritical) compared.critical.insert(step.step);
    for (const StepChange& change : comparison->steps) {
        if (change.isRemoved()) {
            compared.removed.push_back(change.before);
            continue;
        }
        if (!change.isAdded()) compared.before.emplace(change.after, change.before);
        if (!change.isAdded() && !change.isReassigned && !change.isRetimed) continue;
        view::StepMark mark{change.isReassigned, change.isRetimed, change.isAdded(), {}};
        if (change.isAdded()) mark.tip = fromQt(tr("New in this variant"));
        if (change.isReassigned)
            mark.tip = fromQt(tr("Team: %1").arg(toQt(arrow(words.team(change.before), words.team(change.after)))));
        if (change.isRetimed) mark.tip += (mark.tip.empty() ? "" : "\n") + words.retiming(change);
        compared.marks[change.after] = std::move(mark);
    }
}

bool hasRoadmapItem(const Model& model, const AnyId& variant) {
    bool found = false;
    model.forEach<model::RoadmapItem>(
        [&](const model::RoadmapItem& item) { found = found || item.variant == variant; });
    return found;
}

base::Result<Model> adopted(const Model& model, const Id<Variant>& variant, bool withItem, base::IdGenerator& ids) {
    base::Result<Model> current = edit::makeCurrent(model, variant);
    if (!current || !withItem) return current;
    AnyId flowId;
    model.forEach<model::Flow>([&](const model::Flow& flow) {
        if (flow.variants.contains(variant)) flowId = flow.id;
    });
    const FlowFigures figures(model, Id<model::Flow>(flowId));
    const std::optional<VariantComparison> comparison = figures.compared(variant);
    if (!comparison) return current;

    const std::string name = oneLine(model::shortName(model, variant));
    base::Result<edit::Added> item =
        edit::addRoadmapItem(*current, model::Horizon::now,
                             fromQt(tr("%1: %2").arg(toQt(oneLine(model::shortName(model, flowId))), toQt(name))), ids);
    if (!item) return item.error();
    QStringList deltas;
    for (const MeasureRow& row : measureRows(comparison->before, comparison->after, figures.hoursPerDay()))
        if (!row.change.isEmpty()) deltas += tr("%1 %2 → %3").arg(row.label, row.before, row.after);
    std::size_t added = 0;
    std::size_t removed = 0;
    for (const StepChange& change : comparison->steps) {
        added += change.isAdded() ? 1 : 0;
        removed += change.isRemoved() ? 1 : 0;
    }
    const QString believe = tr("Changing the flow: %1 steps reassigned, %2 retimed, %3 added, %4 removed")
                                .arg(comparison->count(&StepChange::isReassigned))
                                .arg(comparison->count(&StepChange::isRetimed))
                                .arg(added)
                                .arg(removed);
    Model next = std::move(item).value().model;
    const AnyId id = item.value().id;
    const std::pair<std::string_view, model::FieldValue> facts[] = {
        {"type", model::ChoiceValue{static_cast<std::uint8_t>(model::RoadmapItemType::change)}},
        {"weBelieve", fromQt(believe)},
        {"expectedDelta", fromQt(deltas.join(QStringLiteral("; ")))},
        {"flows", std::vector<AnyId>{flowId}},
        {"spine", comparison->lostSpine.empty()
                      ? std::vector<AnyId>()
                      : std::vector<AnyId>(comparison->lostSpine.begin(), comparison->lostSpine.end())},
        {"variant", AnyId(variant)},
    };
    for (const auto& [field, value] : facts) {
        base::Result<Model> set = edit::setField(next, id, field, value);
        if (!set) return set;
        next = *std::move(set);
    }
    return next;
}

} // namespace flowspine::editors
